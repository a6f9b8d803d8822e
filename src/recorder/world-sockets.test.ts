import test from 'node:test';
import { tryMain, tryOut, type Trial } from './testing/try-out.ts';
import { assertPrinted } from './testing/assert-printed.ts';

/** What sockets answer, as CPython 3.11 and 3.13 were seen to on Linux: what they say, raise, and when. */

const world = {
  hosts: {
    'shop.example': {
      delays: { look_up: 0.2, connect: 0.1, first_byte: 0.3 },
      answers: { paths: { '/': 'ok' } },
    },
    'echo.example': { port: 7, delays: { first_byte: 0.2 }, answers: { echo: true } },
    'spare.example': {
      port: 8,
      delays: { first_byte: 0.2 },
      limit: { connections: 1, then: 'queue' },
      answers: { echo: true },
    },
    'reset.example': { fault: 'reset', answers: { text: ['a', 'b', 'c'] } },
    'ghost.example': { fault: 'unknown', delays: { look_up: 0.1 }, answers: { echo: true } },
  },
};

/** Two ends of one connection, both the program's. */
const PAIR = `
import socket, struct, threading, time
door = socket.create_server(("127.0.0.1", 8000))
a = socket.create_connection(("127.0.0.1", 8000))
b, _ = door.accept()
def tell(call, *args):
    try:
        print(call(*args))
    except (OSError, ValueError, TypeError, OverflowError) as problem:
        print(repr(problem))
`;

const cases: Readonly<Record<string, [body: string, printed: string]>> = {
  'addresses are those that were asked for': [
    'print(a.getpeername(), b.getsockname(), a.getsockname() == b.getpeername())',
    "('127.0.0.1', 8000) ('127.0.0.1', 8000) True\n",
  ],
  'a host has an address and a port': [
    's = socket.create_connection(("echo.example", 7))\nprint(s.getpeername())',
    "('192.0.2.2', 7)\n",
  ],
  'a socket that is new has none': [
    's = socket.socket()\nprint(s.getsockname())\ntell(s.getpeername)',
    "('0.0.0.0', 0)\nOSError(107, 'Transport endpoint is not connected')\n",
  ],
  'what is closed unread is broken off': [
    'a.send(b"x")\nb.close()\ntell(a.recv, 1)\ntell(a.recv, 1)\ntell(a.send, b"x")',
    "ConnectionResetError(104, 'Connection reset by peer')\nb''\nBrokenPipeError(32, 'Broken pipe')\n",
  ],
  'what is read before it is closed is not': ['b.close()\ntell(a.recv, 1)', "b''\n"],
  'that nobody is there is known from the first send on': [
    'b.close()\ntell(a.send, b"x")\ntell(a.send, b"x")\ntell(a.recv, 1)',
    "1\nBrokenPipeError(32, 'Broken pipe')\nb''\n",
  ],
  'lingering can be switched off': [
    'b.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))\nb.close()\ntell(a.recv, 1)',
    "ConnectionResetError(104, 'Connection reset by peer')\n",
  ],
  'what came before a reset can be read after it': [
    's = socket.create_connection(("reset.example", 80))\ntime.sleep(1)\nfor _ in range(3): tell(s.recv, 9)',
    "b'ab'\nConnectionResetError(104, 'Connection reset by peer')\nb''\n",
  ],
  'one looks without taking': [
    'a.send(b"abc")\nprint(b.recv(2, socket.MSG_PEEK), b.recv(9))',
    "b'ab' b'abc'\n",
  ],
  'one waits for all of it': [
    'a.send(b"abc")\nthreading.Timer(0.1, a.send, [b"def"]).start()\nprint(b.recv(6, socket.MSG_WAITALL), time.monotonic())',
    "b'abcdef' 0.1\n",
  ],
  'one does not wait': [
    'tell(b.recv, 1, socket.MSG_DONTWAIT)',
    "BlockingIOError(11, 'Resource temporarily unavailable')\n",
  ],
  'reading can be shut, and both ways': [
    'a.shutdown(socket.SHUT_RD)\ntell(a.recv, 1)\nb.shutdown(socket.SHUT_RDWR)\ntell(b.recv, 1)\ntell(b.send, b"x")',
    "b''\nb''\nBrokenPipeError(32, 'Broken pipe')\n",
  ],
  'options are kept': [
    'a.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)\nprint(a.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), b.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), a.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))',
    '1 0 1\n',
  ],
  'a connection is not asked for twice': [
    'tell(a.connect, ("127.0.0.1", 8000))',
    "OSError(106, 'Transport endpoint is already connected')\n",
  ],
  'one that was refused may be asked for again': [
    's = socket.socket()\nfor _ in range(2): tell(s.connect_ex, ("127.0.0.1", 9))\ns.connect(("127.0.0.1", 8000))',
    '111\n111\n',
  ],
  'a name takes its time in connect, too': [
    's = socket.socket()\ns.connect(("shop.example", 80))\nprint(time.monotonic())\ntell(socket.socket().connect, ("ghost.example", 80))\nprint(socket.gethostbyname("shop.example"), round(time.monotonic(), 3))',
    "0.3\ngaierror(-2, 'Name or service not known')\n192.0.2.1 0.6\n",
  ],
  'a timeout is a number, too': [
    's = socket.socket()\ns.settimeout(0.05)\nprint(f"{s.connect_ex((\'192.0.2.1\', 80)):d}")',
    '11\n',
  ],
  'an address is a pair with a port': [
    'for each in ("x", ("127.0.0.1", "80"), ("127.0.0.1", 99999)): tell(socket.socket().bind, each)',
    "TypeError('bind(): AF_INET address must be tuple, not str')\nTypeError(\"'str' object cannot be interpreted as an integer\")\nOverflowError('bind(): port must be 0-65535.')\n",
  ],
  'arguments are looked at': [
    'tell(a.send, "x")\ntell(a.recv, -1)\ntell(a.recv_into, bytearray(2), 3)\ntell(a.settimeout, "1")',
    "TypeError(\"a bytes-like object is required, not 'str'\")\nValueError('negative buffersize in recv')\nValueError('buffer too small for requested bytes')\nTypeError(\"'str' object cannot be interpreted as an integer\")\n",
  ],
};

for (const [name, [body, printed]] of Object.entries(cases)) {
  test(`sockets: ${name}`, async () => {
    const schedule = await tryOut(`${PAIR}${body}\n`, { world });
    assertPrinted(schedule, printed);
  });
}

const streams: Readonly<Record<string, [body: string, printed: string]>> = {
  'all questions are answered, though the asker has ended': [
    `reader, writer = await asyncio.open_connection("echo.example", 7)
writer.write(b"a\\nb\\n")
writer.write_eof()
print(await reader.read(), asyncio.get_running_loop().time())`,
    "b'a\\nb\\n' 0.4\n",
  ],
  'so are those of one who waits in line': [
    `first, one = await asyncio.open_connection("spare.example", 8)
reader, writer = await asyncio.open_connection("spare.example", 8)
writer.write(b"a\\n")
writer.write_eof()
asyncio.get_running_loop().call_later(0.5, one.close)
print(await reader.read(), asyncio.get_running_loop().time())`,
    "b'a\\n' 0.7\n",
  ],
  'one who leaves the line is not waited for': [
    `first, one = await asyncio.open_connection("spare.example", 8)
_, second = await asyncio.open_connection("spare.example", 8)
second.close()
reader, writer = await asyncio.open_connection("spare.example", 8)
writer.write(b"a\\n")
one.close()
print(await reader.readline(), asyncio.get_running_loop().time())`,
    "b'a\\n' 0.2\n",
  ],
  'a socket is watched by itself or by its number, and no other is': [
    `import socket
loop = asyncio.get_running_loop()
link = socket.create_connection(("echo.example", 7))
came = loop.create_future()
def ready():
    loop.remove_reader(link)
    came.set_result(link.recv(9))
loop.add_reader(link.fileno(), ready)
link.send(b"a\\n")
print(await came, loop.remove_reader(link))
link.close()
try:
    loop.add_reader(99, print)
except OSError as problem:
    print(repr(problem))
await asyncio.sleep(0.1)`,
    "b'a\\n' False\nOSError(9, 'Bad file descriptor')\n",
  ],
};

for (const [name, [body, printed]] of Object.entries(streams)) {
  test(`streams: ${name}`, async () => {
    const schedule = await tryMain(body, { world } satisfies Trial);
    assertPrinted(schedule, printed);
  });
}
