import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { machineSchema } from '#model/schedule.ts';
import { Interpreters } from './host.ts';
import { record } from './record.ts';
import { stdoutOf } from './testing/try-out.ts';

/** Programs that run one after the other in one interpreter find nothing of each other. */

const one = new Interpreters(1);
const fresh = new Interpreters(1);
after(() => Promise.all([one.close(), fresh.close()]));

/** Prints what differs when anything of an earlier program is left: addresses, files, modules, settings. */
const LOOK = `
import asyncio, builtins, os, sys

class Thing: pass

async def main():
    things = {Thing() for _ in range(20)}
    print(*(hex(id(thing)) for thing in things), hex(id(Thing)), hex(id(main)))
    print(os.getcwd(), sorted(os.listdir()), sorted(os.listdir("/")), os.stat("example.py").st_ino)
    print(sorted(os.environ), sorted(sys.modules), sys.getrecursionlimit())
    print(hasattr(builtins, "left"), asyncio.sleep.__module__)

asyncio.run(main())
`;

/** Each leaves something else behind. */
const LEAVES: Readonly<Record<string, string>> = {
  'a name and another library': `
import asyncio, builtins, fractions, sys
builtins.left = 5
sys.setrecursionlimit(500)
asyncio.sleep = print
`,
  'a setting of the system': `
import os
os.environ["LEFT"] = "here"
`,
  'files, one of them open': `
import os
os.mkdir("left")
left = open("left/open", "w")
left.write("here")
left.flush()
kept = os.open("left/open", os.O_RDONLY)
`,
  'a folder less': `
import os
os.rmdir("/tmp")
`,
  'another folder': `
import os
os.chdir("/tmp")
`,
  'its own file gone': `
import os
os.remove("example.py")
`,
  'a larger memory': `
kept = bytearray(60_000_000)
print(len(kept))
`,
  'a task that nobody waits for': `
import asyncio
async def work():
    await asyncio.Future()
loop = asyncio.new_event_loop()
task = loop.create_task(work())
loop.call_soon(loop.stop)
loop.run_forever()
`,
  'a thread that nobody waits for': `
import threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
`,
};

/** The same from a thread, which another interpreter is kept for. */
const LOOK_IN_THREAD = `import threading
${LOOK.replace('asyncio.run(main())', 'thread = threading.Thread(target=asyncio.run, args=[main()])\nthread.start()\nthread.join()')}`;

/** What they say in interpreters that no other program had. */
const alone = new Map<string, ReturnType<typeof run>>();

const run = (interpreters: Interpreters, program: string) =>
  record(interpreters, program, machineSchema.parse({}), {});

for (const [what, program] of Object.entries(LEAVES))
  test(`the next programs find nothing of one that leaves ${what}`, async () => {
    await run(one, program);
    for (const look of [LOOK, LOOK_IN_THREAD]) {
      if (!alone.has(look)) alone.set(look, run(fresh, look));
      const [there, here] = [await alone.get(look), await run(one, look)];
      assert.ok(there);
      assert.match(stdoutOf(here), / 0x/);
      assert.equal(stdoutOf(here), stdoutOf(there));
      assert.deepEqual(here, there);
    }
  });
