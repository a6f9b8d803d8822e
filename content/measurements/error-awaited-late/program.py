import subprocess
import sys

TEXT = """
import asyncio

async def save():
    await asyncio.sleep(0.01)
    raise OSError("no disk")

async def main():
    saving = asyncio.create_task(save())
    await asyncio.sleep(0.05)
    try:
        await saving
    except OSError as error:
        print("main catches", error)

asyncio.run(main())
"""

command = [sys.executable, "-c", TEXT]
run = subprocess.run(command, capture_output=True, text=True)
print("printed:", run.stdout.strip() or "nothing")
print("stderr:", run.stderr.strip() or "nothing")
print("exit status:", run.returncode)
