import type { ReplayData } from './data.ts';
import { fetchRecording } from './fetch-recording.ts';
import { movingStyles } from './moving-styles.ts';
import type { Mover } from './moving.ts';
import { partOf } from './parts/part.ts';

/** A figure's recording and what moves it, neither of which a reader who does not press is sent. */
export async function load(root: HTMLElement): Promise<Mover> {
  const source = partOf(root, 'script[type="application/json"]').textContent;
  const data = JSON.parse(source) as ReplayData;
  const [recording, { moverOf }] = await Promise.all([
    fetchRecording(data.source),
    import('./moving.ts'),
    movingStyles(),
  ]);
  return moverOf(root, data, recording);
}
