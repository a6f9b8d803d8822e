import test from 'node:test';
import { tryOut } from './testing/try-out.ts';
import { assertPrinted } from './testing/assert-printed.ts';

/** Files of the world are files: all that Python does with one, with the delays that are stated. */

const world = {
  files: { 'a.txt': { text: 'one\ntwo\nthree\n', open: 0.1, read: 0.2, write: 0.3 } },
};

const cases: Readonly<Record<string, [body: string, printed: string]>> = {
  'one line after the other takes one reading': [
    'with open("a.txt") as file:\n    for line in file: print(line.strip(), now())',
    'one 0.3\ntwo 0.3\nthree 0.3\n',
  ],
  'one goes to a place in it': [
    'with open("a.txt", "rb") as file:\n    file.seek(4)\n    print(file.readline(), file.tell(), now())',
    "b'two\\n' 8 0.3\n",
  ],
  'it is read and written': [
    'with open("a.txt", "r+") as file:\n    print(len(file.read()))\n    file.write("four\\n")\nprint(now(), open("a.txt").read().split())',
    "14\n0.6 ['one', 'two', 'three', 'four']\n",
  ],
  'it is appended to, and written anew': [
    'with open("a.txt", "a") as file:\n    print("four", file=file)\nprint(now(), os.path.getsize("a.txt"))\nwith open("a.txt", "w") as file: pass\nprint(now(), os.path.getsize("a.txt"))',
    '0.4 19\n0.5 0\n',
  ],
  'pathlib and os know it': [
    'path = pathlib.Path("a.txt")\nprint(path.exists(), path.stat().st_size, sorted(os.listdir()))\nprint(path.read_bytes()[:3], path.write_text("new"), path.resolve().read_text(), now())\nos.remove(path)\nprint(path.exists())',
    "True 14 ['a.txt', 'example.py']\nb'one' 3 new 1.0\nFalse\n",
  ],
  'wrong ways to open it are named as ever': [
    'for mode in ("x", "q", "rw"):\n    try: open("a.txt", mode)\n    except (OSError, ValueError) as problem: print(repr(problem))\ntry: open("a.txt").write("x")\nexcept OSError as problem: print(problem)\ntry: open("b.txt")\nexcept OSError as problem: print(problem)',
    "FileExistsError(17, 'File exists')\nValueError(\"invalid mode: 'q'\")\nValueError('must have exactly one of create/read/write/append mode')\nnot writable\n[Errno 2] No such file or directory: 'b.txt'\n",
  ],
};

for (const [name, [body, printed]] of Object.entries(cases)) {
  test(`files: ${name}`, async () => {
    const head = 'import os, pathlib, time\nnow = lambda: round(time.monotonic(), 3)\n';
    const schedule = await tryOut(`${head}${body}\n`, { world });
    assertPrinted(schedule, printed);
  });
}
