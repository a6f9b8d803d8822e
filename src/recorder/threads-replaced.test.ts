import assert from 'node:assert/strict';
import test from 'node:test';
import { stdoutOf, tryOut } from './testing/try-out.ts';

/**
 * What of the interpreter is ours in a program with threads. Everything else in `threading`, `queue`,
 * `concurrent.futures` and `asyncio` is CPython's, as the second test shows by reading its source.
 */
// Compiled under another name, so that none of it is a step.
const REPLACED = `
  exec(compile("""
  import _py_warnings, _thread, asyncio, concurrent.futures, functools, gc, logging, os, random, reprlib, signal
  import sys, tempfile, threading, time, warnings

  def from_recorder(thing):
      code = getattr(thing, "__code__", None)
      return code is not None and "/recorder/" in code.co_filename

  def is_ours(thing):
      kind = thing if isinstance(thing, type) else type(thing)
      return from_recorder(thing) or any(map(from_recorder, vars(kind).values()))

  for module in (
      _py_warnings, _thread, asyncio, asyncio.events, asyncio.runners, asyncio.tasks,
      concurrent.futures, concurrent.futures._base, functools, gc,
      logging, os, random, reprlib, signal, sys, sys.monitoring, tempfile, threading, time, warnings,
  ):
      names = sorted(name for name, thing in vars(module).items() if is_ours(thing))
      if names:
          print(module.__name__, *names)
  print("absent", *(name for name, module in sys.modules.items() if module is None))
  """, "scan", "exec"))
  import threading
`;

test('these names are replaced, and no others', async () => {
  assert.deepEqual(
    stdoutOf(await tryOut(REPLACED))
      .trim()
      .split('\n'),
    [
      '_py_warnings _lock',
      '_thread LockType RLock _ThreadHandle _count _excepthook _get_main_thread_ident _local _make_thread_handle _shutdown allocate allocate_lock daemon_threads_allowed get_ident get_native_id interrupt_main lock start_joinable_thread start_new start_new_thread',
      'asyncio EventLoop SelectorEventLoop __getattr__ all_tasks ensure_future',
      'asyncio.events _event_loop_policy _lock',
      'asyncio.tasks all_tasks set',
      'concurrent.futures wait',
      'concurrent.futures._base set wait',
      'functools RLock',
      'gc collect enable',
      'logging _lock',
      'os __getattr__ _exit abort chroot cpu_count dup dup2 execl execle execlp execlpe execv execve execvp execvpe fork forkpty getloadavg getpid kill killpg lockf login_tty pipe popen posix_openpt posix_spawn posix_spawnp process_cpu_count read register_at_fork set_blocking setpgid setsid setuid spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe system ttyname wait wait3 wait4 waitid waitpid write',
      // What draws a seed of its own; `tempfile` has the class as it finds it.
      'random Random _inst seed',
      'reprlib get_ident',
      'signal __getattr__ alarm getitimer pause pthread_kill pthread_sigmask raise_signal set_wakeup_fd setitimer siginterrupt signal sigpending sigtimedwait sigwait sigwaitinfo',
      'sys __stderr__ __stdin__ __stdout__ getrecursionlimit setprofile setrecursionlimit settrace stderr stdin stdout',
      'sys.monitoring set_events use_tool_id',
      'tempfile _Random _allocate_lock _once_lock',
      // All of these are names that threading takes from _thread, or locks that it makes of them.
      'threading Lock _CRLock _LockType _ThreadHandle __excepthook__ _active_limbo_lock _allocate_lock _daemon_threads_allowed _get_main_thread_ident _make_thread_handle _start_joinable_thread _thread_local_info _thread_shutdown excepthook get_ident get_native_id local setprofile setprofile_all_threads settrace settrace_all_threads',
      'time __getattr__ monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns sleep thread_time thread_time_ns time time_ns',
      'absent _queue',
    ],
  );
});

test('the library on top of that is as CPython has it', async () => {
  const schedule = await tryOut(`
    import asyncio.threads, asyncio.base_events, concurrent.futures._base, concurrent.futures.thread
    import queue, threading
    modules = [asyncio.threads, asyncio.base_events, concurrent.futures._base, concurrent.futures.thread, queue, threading]
    for module in modules:
        for name, thing in vars(module).items():
            if getattr(thing, "__module__", None) != module.__name__:
                continue
            things = [thing, *(vars(thing).values() if isinstance(thing, type) else ())]
            for each in things:
                code = getattr(each, "__code__", None)
                if code is not None and "/recorder/" in code.co_filename:
                    print(module.__name__, name)`);
  // What `wait` answers is put in order; the rest of it is CPython's.
  assert.equal(stdoutOf(schedule), 'concurrent.futures._base wait\n');
});
