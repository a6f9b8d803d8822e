"""Resident memory of what waits: a task, a thread, a subinterpreter, a process. Linux only: reads /proc."""

import json
import os
import subprocess
import sys

SAMPLES = 7

RESIDENT = """
import os
def resident():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
"""

TASKS = RESIDENT + """
import asyncio
async def wait(never):
    await never
async def main():
    loop = asyncio.get_running_loop()
    before = resident()
    tasks = [asyncio.create_task(wait(loop.create_future())) for _ in range(20_000)]
    await asyncio.sleep(0)
    print((resident() - before) / len(tasks))
    for task in tasks:
        task.cancel()
asyncio.run(main())
"""

THREADS = RESIDENT + """
import threading
gate = threading.Event()
threads = [threading.Thread(target=gate.wait) for _ in range(200)]
before = resident()
for thread in threads:
    thread.start()
print((resident() - before) / len(threads))
gate.set()
"""

SUBINTERPRETERS = RESIDENT + """
import _interpreters
_interpreters.exec(_interpreters.create(), "pass")
before = resident()
guests = [_interpreters.create() for _ in range(20)]
for guest in guests:
    _interpreters.exec(guest, "pass")
print((resident() - before) / len(guests))
"""

# What is the process's own; pages that it shares with others are not counted.
PROCESS = """
import re
text = open("/proc/self/smaps_rollup").read()
print(1024 * sum(int(kb) for kb in re.findall(r"Private_\\w+: +(\\d+)", text)))
"""


def sample(program):
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main():
    if not os.path.exists("/proc/self/smaps_rollup"):
        sys.exit("This measurement reads /proc/self/smaps_rollup, which this system does not have.")
    programs = {"task": TASKS, "thread": THREADS, "process": PROCESS}
    if sys.version_info >= (3, 13):
        programs["subinterpreter"] = SUBINTERPRETERS
    samples = {name: [] for name in programs}
    for _ in range(SAMPLES):
        for name, program in programs.items():
            samples[name].append(sample(program))
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
