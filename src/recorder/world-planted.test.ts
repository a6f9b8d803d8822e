import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOf } from '#model/invariants.ts';
import { tryMain } from './testing/try-out.ts';

/** A world that is told wrongly has to be found out by what holds for every recording. */

const BODY = `
  reader, writer = await asyncio.open_connection("shop.example", 80)
  writer.write(b"one\\n")
  print(await reader.readline())
  writer.close()
`;
const world = {
  hosts: {
    'shop.example': {
      delays: { connect: 0.1, first_byte: 0.2 },
      answers: { echo: true },
    },
  },
};

/** Replaces what is told of those outside; \`pass_on\` is what really tells it. */
const outside = (body: string) => `
from interleave_recorder.journal import Journal
pass_on = Journal.aside
def aside(self, kind, lane, **what):
${body.replace(/^/gm, '    ')}
    return pass_on(self, kind, lane, **what)
Journal.aside = aside
`;

const faults = {
  'an answer that was not sent': outside(`
if kind == 'net' and what['does'] == 'send':
    return None`),
  'fewer bytes sent than read': outside(`
if kind == 'net' and what['does'] == 'send':
    what['bytes'] -= 1`),
  'a connection that was not accepted': outside(`
if kind == 'net' and what['does'] == 'accept':
    return None`),
  'bytes that come before they are due': `
from interleave_recorder import wires
real = wires.End.__setattr__
def late(self, name, value):
    real(self, name, value + 100_000_000 if name == 'due' and value else value)
wires.End.__setattr__ = late
`,
  'a wake of a task that waits for something else': `
from interleave_recorder import net_waits, sockets
sockets.waits_for = net_waits.waits_for = lambda end, does: {'for': 'turn'}
`,
};

test('the program of these tests is recorded without a fault', async () => {
  assert.deepEqual(faultsOf(await tryMain(BODY, { world })), []);
});

for (const [name, planted] of Object.entries(faults)) {
  test(`a planted fault is found: ${name}`, async () => {
    assert.notDeepEqual(faultsOf(await tryMain(BODY, { world, planted })), []);
  });
}
