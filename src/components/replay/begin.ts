import { totalOf } from '#model/total.ts';
import type { Figure } from './parts/part.ts';
import { speedOf } from './parts/speed.ts';
import { paceOf, play, playStops, type Playing } from './player.ts';
import { takeStage } from './stage.ts';

/** Plays a figure on from the reader's step, or from the start when that is the last; returns what stops it. */
export function begin(
  figure: Figure,
  now: number | undefined,
  playing: Playing,
  pause: () => void,
): () => void {
  const { root, schedule, data, instants, keySteps, last } = figure;
  const from = now === last ? undefined : now;
  const leave = takeStage(root, pause);
  const stop = start();
  return () => {
    stop();
    leave();
  };

  function start(): () => void {
    const speed = speedOf(root);
    if (speed === undefined) {
      const keys = [...keySteps.values()];
      const stops = keys.length > 0 ? [...keys, last] : instants.map((instant) => instant.last);
      return playStops(from, stops, playing);
    }
    const clocks = schedule.steps.map(({ at }) => at);
    return play(from ?? data.begins, { clocks, pace: paceOf(totalOf(schedule)), speed }, playing);
  }
}
