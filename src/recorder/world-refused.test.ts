import assert from 'node:assert/strict';
import test from 'node:test';
import { refusal, stdoutOf, tryMain } from './testing/try-out.ts';

/**
 * What reaches outside a program and is not modelled is refused, by the name of the call and its line; all
 * other names of these modules work as on CPython, as other tests show, or reach nothing outside.
 */

const world = {
  hosts: { 'shop.example': { answers: { echo: true } } },
};

/** Calls that stand one after the other, each refused by its own name. */
function callsOf(owner: string, calls: string, named = owner): (readonly [string, string])[] {
  return calls.split(/(?<=\)) /).map((call) => {
    return [`${owner}.${call}`, `${named}.${/\w+/.exec(call)?.[0] ?? ''}`] as const;
  });
}

/** Each call, with the name by which it is refused. */
const refused: Readonly<Record<string, readonly (readonly [call: string, name?: string])[]>> = {
  os: [
    ...callsOf(
      'os',
      'abort() chroot("/") dup(1) dup2(1, 2) execl("/bin/ls", "ls") execle("/bin/ls", "ls", {}) execlp("ls", "ls") ' +
        'execlpe("ls", "ls", {}) execv("/bin/ls", ["ls"]) execve("/bin/ls", ["ls"], {}) execvp("ls", ["ls"]) ' +
        'execvpe("ls", ["ls"], {}) fork() forkpty() getloadavg() killpg(1, 15) lockf(1, 0, 0) login_tty(0) ' +
        'openpty() pipe() pipe2(0) popen("ls") posix_openpt(0) posix_spawn("/bin/ls", ["ls"], {}) ' +
        'posix_spawnp("ls", ["ls"], {}) register_at_fork(before=print) set_blocking(0, False) setpgid(0, 0) setsid() ' +
        'setuid(0) spawnl(0, "/bin/ls", "ls") spawnle(0, "/bin/ls", "ls", {}) spawnlp(0, "ls", "ls") ' +
        'spawnlpe(0, "ls", "ls", {}) spawnv(0, "/bin/ls", ["ls"]) spawnve(0, "/bin/ls", ["ls"], {}) ' +
        'spawnvp(0, "ls", ["ls"]) spawnvpe(0, "ls", ["ls"], {}) system("ls") ttyname(0) wait() wait3(0) wait4(1, 0) ' +
        'waitid(0, 0, 4) waitpid(-1, 0) copy_file_range(0, 1, 1) eventfd(0) getrandom(4) geteuid() memfd_create("x") ' +
        'mkfifo("x") mknod("x") nice(1) pidfd_open(1) sched_getaffinity(0) sched_setaffinity(0, {0}) ' +
        'sendfile(1, 0, 0, 1) setns(0) splice(0, 1, 1) timerfd_create(1) unshare(0) _exit(3)',
    ),
    ['os.kill(1, 15)', 'os.kill of another process'],
  ],
  signal: callsOf(
    'signal',
    'alarm(1) getitimer(0) pause() pidfd_send_signal(1, 15) pthread_kill(1, 15) pthread_sigmask(0, []) ' +
      'set_wakeup_fd(-1) setitimer(0, 1) siginterrupt(15, True) sigpending() sigtimedwait([15], 1) sigwait([15]) ' +
      'sigwaitinfo([15])',
  ),
  socket: [
    ...callsOf(
      'socket',
      'dup(1) fromfd(1, 2, 1) gethostbyaddr("192.0.2.1") gethostbyname_ex("shop.example") ' +
        'getnameinfo(("192.0.2.1", 80), 0) has_dualstack_ipv6() if_indextoname(1) if_nameindex() if_nametoindex("lo") ' +
        'sethostname("x") socketpair()',
    ),
    ['socket.getfqdn()', 'socket.gethostbyaddr'],
    ['socket.recv_fds(socket.socket(), 1, 1)', 'socket.recvmsg'],
    ['socket.send_fds(socket.socket(), [b""], [1])', 'socket.sendmsg'],
    ['socket.AF_NETLINK', 'socket.AF_NETLINK'],
    ['socket.AF_UNIX', 'socket.AF_UNIX'],
    ...['socket.AF_INET6', 'type=socket.SOCK_DGRAM', 'type=socket.SOCK_RAW', 'proto=17'].map(
      (kind) =>
        [`socket.socket(${kind})`, "socket.socket with another family or type than TCP's"] as const,
    ),
    [
      'socket.getaddrinfo("shop.example", 80, socket.AF_INET6)',
      'socket.getaddrinfo of another family than AF_INET',
    ],
    ['socket.create_server(("", 8000), reuse_port=True)', 'socket.setsockopt of another option'],
  ],
  'socket.socket': [
    ...callsOf(
      'socket.socket()',
      'dup() recvfrom(1) recvfrom_into(bytearray(1)) recvmsg(1) recvmsg_into([bytearray(1)]) sendmsg([b""]) ' +
        'sendmsg_afalg([b""], op=1) sendto(b"", ("127.0.0.1", 1))',
      'socket',
    ),
    ['socket.socket().getsockopt(1, 8)', 'socket.getsockopt of another option'],
    ['socket.socket().setsockopt(1, 20, b"")', 'socket.setsockopt of another option'],
    ['socket.socket().recv(1, 1)', 'socket.recv with other flags'],
  ],
  loop: [
    ...callsOf(
      'await loop',
      'connect_read_pipe(asyncio.Protocol, sys.stdin) connect_write_pipe(asyncio.Protocol, sys.stdout) ' +
        'create_datagram_endpoint(print) create_unix_connection(print, "x") create_unix_server(print, "x") ' +
        'getnameinfo(("192.0.2.1", 80)) sendfile(None, None) sock_recvfrom(None, 1) ' +
        'sock_recvfrom_into(None, None) sock_sendfile(None, None) sock_sendto(None, b"", ()) ' +
        'start_tls(None, None, None) subprocess_exec(print, "ls") subprocess_shell(print, "ls")',
      'loop',
    ),
    ['await asyncio.create_subprocess_exec("ls")', 'loop.subprocess_exec'],
    ['await asyncio.create_subprocess_shell("ls")', 'loop.subprocess_shell'],
    ['await asyncio.open_unix_connection("x")', 'asyncio.open_unix_connection'],
    ['await asyncio.start_unix_server(print, "x")', 'asyncio.start_unix_server'],
    [
      'await asyncio.open_connection("shop.example", 443, ssl=True)',
      'loop.create_connection with TLS',
    ],
    ['await asyncio.start_server(print, "", 80, ssl=True)', 'loop.create_server with TLS'],
    [
      'loop.add_reader(sys.stdin, print)',
      'loop.add_reader or add_writer for something else than a socket',
    ],
  ],
  subprocess: [
    'run',
    'call',
    'check_call',
    'check_output',
    'getoutput',
    'getstatusoutput',
    'Popen',
  ].map((name) => [`subprocess.${name}("ls")`, 'subprocess.Popen'] as const),
  modules: [
    ...['ctypes', 'select', 'selectors', 'socketserver', 'ssl', 'webbrowser'].map(
      (name) => [`__import__("${name}")`, `import ${name}`] as const,
    ),
    ['__import__("http.server").server.HTTPServer(("", 80), None)', 'socket.gethostbyaddr'],
    [
      '__import__("http.client").client.HTTPSConnection("shop.example", 80).connect()',
      'TLS, by ssl.SSLContext',
    ],
    [
      '__import__("urllib.request").request.urlopen("https://shop.example:80/")',
      'TLS, by ssl.SSLContext',
    ],
  ],
};

/** What works, or reaches nothing outside; a name that a newer Python adds has to be put here or refused. */
const works: Readonly<Record<string, string>> = {
  signal:
    'default_int_handler getsignal raise_signal signal strsignal struct_siginfo valid_signals Handlers Sigmasks Signals',
  socket:
    'AddressFamily AddressInfo CMSG_LEN CMSG_SPACE IntEnum IntFlag MsgFlag SocketIO SocketKind SocketType ' +
    'close create_connection create_server getaddrinfo getdefaulttimeout gethostbyname gethostname ' +
    'getprotobyname getservbyname getservbyport htonl htons inet_aton inet_ntoa inet_ntop inet_pton ntohl ntohs ' +
    'setdefaulttimeout socket',
  'socket.socket':
    'accept bind close connect connect_ex detach fileno get_inheritable getblocking getpeername getsockname gettimeout ' +
    'listen makefile recv_into send sendall sendfile set_inheritable setblocking settimeout shutdown',
  loop:
    'add_signal_handler add_writer call_at call_exception_handler call_later call_soon call_soon_threadsafe close ' +
    'connect_accepted_socket create_connection create_future create_server create_task default_exception_handler ' +
    'get_debug get_exception_handler get_task_factory getaddrinfo is_closed is_running remove_reader ' +
    'remove_signal_handler remove_writer run_forever run_in_executor run_until_complete set_debug ' +
    'set_default_executor set_exception_handler set_task_factory shutdown_asyncgens shutdown_default_executor ' +
    'sock_accept sock_connect sock_recv sock_recv_into sock_sendall stop time',
};

/** Lets all refusals of one program be told, where the first one would end it. */
const TOLD = `
import builtins
from interleave_recorder.machine import Machine

class Refused(BaseException):
    pass

def refuse(self, what):
    raise Refused(f"{self.line()} {what}")

builtins.Refused, Machine.refuse = Refused, refuse
`;

const HEAD = 'import os, signal, socket, subprocess, sys\nloop = asyncio.get_running_loop()\n';

for (const [module, calls] of Object.entries(refused)) {
  test(`refused by name and line: ${module}`, async () => {
    const body = calls.map(
      ([call]) =>
        `try: ${call}\nexcept Refused as problem: print(problem)\nelse: print("not refused")`,
    );
    const schedule = await tryMain(HEAD + body.join('\n'), { world, planted: TOLD });
    const told = calls.map(([call, name = call.replace(/\(.*/, '')], n) => `${5 + 3 * n} ${name}`);
    assert.deepEqual(stdoutOf(schedule).trim().split('\n'), told);
  });
}

for (const [module, names] of Object.entries(works)) {
  test(`each name of ${module} works or is refused`, async () => {
    const schedule = await tryMain(
      `${HEAD}print(*(name for name in dir(${module}) if name[0] != "_" and callable(getattr(${module}, name)) and not (isinstance(getattr(${module}, name), type) and issubclass(getattr(${module}, name), Exception))))`,
      { world },
    );
    const called = new Set(
      [...(refused[module] ?? []), ...(refused['loop'] ?? [])].flatMap(
        ([call]) =>
          /(?:\.|\)\.)(\w+)(?:\(|$)/.exec(call.replace(/^socket\.socket\(\)/, ''))?.[1] ?? [],
      ),
    );
    const known = new Set([...names.split(' '), ...called]);
    const found = stdoutOf(schedule).trim().split(' ');
    assert.deepEqual(
      found.filter((name) => !known.has(name)),
      [],
    );
  });
}

test('what is refused ends the program', async () => {
  for (const [call, name] of [
    ['os.fork()', 'os.fork'],
    ['await asyncio.create_subprocess_exec("ls")', 'loop.subprocess_exec'],
  ]) {
    const text = `import asyncio, os\nasync def main():\n    try:\n        ${call}\n    except BaseException:\n        pass\nasyncio.run(main())\n`;
    assert.equal(
      await refusal(text, { world }),
      `Line 4 calls \`${name}\`, which the recorder's machine does not have.`,
    );
  }
});

for (const [imported, name] of [
  ['import multiprocessing', 'import multiprocessing'],
  ['from concurrent.futures import ProcessPoolExecutor', 'ProcessPoolExecutor'],
]) {
  test(`a world is there for one process: ${imported}`, async () => {
    assert.equal(
      await refusal(`import time\n${imported}\n`, { world }),
      `Line 2 asks for processes with \`${name}\`, and what \`world:\` states is there for one process only.`,
    );
  });
}
