import assert from 'node:assert/strict';
import test from 'node:test';
import { Tape } from '#model/words/tape.ts';
import { writingFaults } from './drawn.ts';
import { drawMessages, messagesOf } from './messages.ts';
import { layoutStrip } from './strip.ts';

/** A task that asks a host, which answers after a second. */
function asked() {
  const tape = new Tape().open(9, 1);
  const host = tape.lanes.push({ name: 'shop', kind: 'server', born: 0, how: 'pending' }) - 1;
  const net = (lane: number, does: string, peer: number) =>
    tape.as(lane).step({ kind: 'net', does, peer, bytes: 3 });
  net(2, 'connect', host);
  net(2, 'send', host);
  tape.as(host).step({ kind: 'wait', waits: { for: 'outside', open: 1, busy: 1 } });
  tape.as(2).step({ kind: 'wait', line: 2, waits: { for: 'net', does: 'receive', peer: host } });
  tape.sleep(1);
  net(host, 'send', 2);
  net(1, 'receive', host);
  tape.as(host).step({ kind: 'wait', waits: { for: 'outside', open: 0, busy: 0 } });
  return { schedule: tape.done(), host };
}

test('a request and its answer are arrows between their rows, one for each moment', () => {
  const { schedule } = asked();
  const strip = layoutStrip(schedule);
  const rows = strip.lanes.map(({ name }) => name);
  const [task, shop] = [rows.indexOf('main'), rows.indexOf('shop')];
  const told = messagesOf(schedule, strip).map(({ x, from, to }) => [x, from, to]);
  assert.deepEqual(told, [
    [0, task, shop],
    [1, shop, task],
  ]);
  assert.equal(rows.at(-1), 'shop', 'who is outside stands below the loop');
});

test('who is outside has a round bar while it works, and none while it waits', () => {
  const { schedule, host } = asked();
  const bars = layoutStrip(schedule).lanes.find(({ lane }) => lane === host)?.bars;
  assert.deepEqual(
    bars?.map(({ mark, from, to }) => [mark, from, to]),
    [['serving', 0, 1]],
  );
});

test('arrows are drawn without a fault', () => {
  const { schedule } = asked();
  const strip = layoutStrip(schedule);
  const drawn = drawMessages(messagesOf(schedule, strip), strip);
  assert.deepEqual(writingFaults(drawn), []);
  assert.equal(drawn.match(/<line/g)?.length, 2);
});
