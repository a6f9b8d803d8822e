import assert from 'node:assert/strict';
import test from 'node:test';
import { Pipes } from './pipes.ts';
import { Semaphores } from './semaphores.ts';

const bytes = (count: number) => new Uint8Array(count).fill(7);

/** Two processes, 0 and 1, and what was woken. */
function twoProcesses(bothWays = false) {
  const woken: number[] = [];
  const pipes = new Pipes((thing) => woken.push(thing));
  const [first, second] = pipes.make(0, bothWays);
  pipes.hold(1, first);
  return { pipes, first, second, woken };
}

test('what is written is read, in its order, and wakes who reads', () => {
  const { pipes, first, second, woken } = twoProcesses();
  assert.equal(pipes.read(first, 10), undefined);
  assert.equal(pipes.readable(first), false);
  assert.equal(pipes.write(second, Uint8Array.of(1, 2, 3)), 3);
  assert.deepEqual(woken, [first]);
  assert.deepEqual(pipes.read(first, 2), Uint8Array.of(1, 2));
  assert.deepEqual(pipes.read(first, 2), Uint8Array.of(3));
});

test('a full pipe takes nothing until somebody reads', () => {
  const { pipes, first, second, woken } = twoProcesses();
  assert.equal(pipes.write(second, bytes(70_000)), 65_536);
  assert.equal(pipes.write(second, bytes(1)), 0);
  pipes.read(first, 1);
  assert.equal(woken.at(-1), second);
  assert.equal(pipes.write(second, bytes(2)), 1);
});

test('an end is open while some process holds it', () => {
  const { pipes, first, second } = twoProcesses();
  pipes.close(0, first);
  assert.equal(pipes.write(second, bytes(1)), 1);
  pipes.leave(1);
  assert.equal(pipes.write(second, bytes(1)), -1);
});

test('when nobody can write any more, what is left is read, and then the end is told', () => {
  const { pipes, first, second, woken } = twoProcesses();
  pipes.write(second, bytes(1));
  pipes.close(0, second);
  assert.equal(woken.at(-1), first);
  assert.equal(pipes.read(first, 9)?.length, 1);
  assert.equal(pipes.readable(first), true);
  assert.equal(pipes.read(first, 9)?.length, 0);
});

test('a pipe that goes both ways does not mix them', () => {
  const { pipes, first, second } = twoProcesses(true);
  pipes.write(first, Uint8Array.of(1));
  pipes.write(second, Uint8Array.of(2));
  assert.deepEqual(pipes.read(first, 9), Uint8Array.of(2));
  assert.deepEqual(pipes.read(second, 9), Uint8Array.of(1));
});

test('an end that is only for reading is not written to', () => {
  const { pipes, first } = twoProcesses();
  assert.throws(() => pipes.write(first, bytes(1)), /no end 1000/);
});

test('a semaphore is given as often as it is there', () => {
  const woken: number[] = [];
  const semaphores = new Semaphores(new Pipes(() => {}), (thing) => woken.push(thing));
  const lock = semaphores.make(1);
  assert.deepEqual([semaphores.take(lock), semaphores.take(lock)], [true, false]);
  semaphores.release(lock);
  assert.deepEqual(woken, [lock]);
  assert.deepEqual([semaphores.valueOf(lock), semaphores.firstValueOf(lock)], [1, 1]);
});
