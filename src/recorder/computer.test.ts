import assert from 'node:assert/strict';
import test from 'node:test';
import { Computer } from './computer.ts';
import type { Port } from './port.ts';

/** A computer on which each process that is started stays, and is known by its port. */
function computer(cores: number, processes = 9) {
  const booted: Port[] = [];
  const stays = new Promise<void>(() => {});
  const made = new Computer({ cores, processes }, (port) => {
    booted.push(port);
    return stays;
  });
  const start = () => made.first.start(new Uint8Array(), '{}', []);
  return { made, booted, start };
}

test('the turn goes to the process in which something is due first', async () => {
  const { made, booted, start } = computer(2);
  start();
  assert.equal(made.first.is_first(5), false); // the new process is there at once
  const back = made.first.turn;
  const [child] = booted;
  assert.ok(child);
  child.woken();
  assert.equal(child.horizon, 5);
  assert.equal(child.is_first(3), true);
  assert.equal(child.is_first(7), false);
  void child.turn;
  await back;
  assert.equal(made.now, 5);
});

test('of two that are due at once, the one goes first that said so first', () => {
  const { made, booted, start } = computer(2);
  start();
  made.first.is_first(5);
  void made.first.turn;
  const [child] = booted;
  assert.ok(child);
  child.woken();
  assert.equal(child.is_first(5), false);
});

test('no more processes have a core than there are, in the order in which they asked', () => {
  const { made, booted, start } = computer(1);
  start();
  start();
  made.first.is_first(-1);
  void made.first.turn;
  const [child] = booted;
  assert.ok(child);
  assert.equal(child.take_core(), false);
  assert.equal(made.first.core_asked, 0);
  made.first.give_core();
  assert.equal(made.first.take_core(), false); // it is reserved for who asked first
  assert.equal(child.take_core(), true);
  child.exit(0);
  assert.equal(made.first.take_core(), true);
});

test('more processes than allowed are not started', () => {
  const { start } = computer(2, 1);
  assert.equal(start(), 1);
  assert.equal(start(), -1);
});

test('a signal reaches a process that runs, and no other', () => {
  const { made, start } = computer(2);
  start();
  const pid = made.first.pid + 1;
  assert.equal(made.first.code_of(pid), undefined);
  assert.equal(made.first.send_signal(pid, 15), true);
  assert.equal(made.process(1)?.signal, 15);
  made.process(1)?.exit(-15);
  assert.equal(made.first.code_of(pid), -15);
  assert.equal(made.first.send_signal(pid, 9), false);
});
