"""A small file in memory: on the loop, in one trip to a thread, and with a trip for each line."""

import asyncio
import json
import tempfile
import time
from pathlib import Path

ROUNDS = 15
TIMES = 20
LINES = 100


async def by_lines(path: Path) -> int:
    count = 0
    file = await asyncio.to_thread(open, path)
    while await asyncio.to_thread(file.readline):
        count += 1
    await asyncio.to_thread(file.close)
    return count


async def main() -> None:
    samples: dict[str, list[float]] = {"in-place": [], "one-trip": [], "trip-a-line": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prices.txt"
        path.write_text("40\n" * LINES)
        assert await by_lines(path) == LINES
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            for _ in range(TIMES):
                path.read_text()
            samples["in-place"].append((time.perf_counter() - begin) / TIMES)

            begin = time.perf_counter()
            for _ in range(TIMES):
                await asyncio.to_thread(path.read_text)
            samples["one-trip"].append((time.perf_counter() - begin) / TIMES)

            begin = time.perf_counter()
            await by_lines(path)
            samples["trip-a-line"].append(time.perf_counter() - begin)
    print(json.dumps(samples))


asyncio.run(main())
