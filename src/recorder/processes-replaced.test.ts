import assert from 'node:assert/strict';
import test from 'node:test';
import { stdoutOf, tryOut } from './testing/try-out.ts';

/**
 * What of `multiprocessing` and of process pools is ours, beside what `threads-replaced.test.ts` lists.
 * In a child `runpy._get_code_from_file` is too: it hands out the code that is watched.
 */
// `_multiprocessing` and `_posixshmem` are absent from this build, so all of them is ours.
const REPLACED_FOR_PROCESSES = `
  exec(compile("""
  import multiprocessing, multiprocessing.connection, multiprocessing.popen_fork
  import multiprocessing.popen_spawn_posix, multiprocessing.resource_tracker, multiprocessing.spawn
  import multiprocessing.synchronize, multiprocessing.queues, multiprocessing.process, runpy
  import multiprocessing.context, multiprocessing.reduction, multiprocessing.util, os, sys
  import concurrent.futures.process, _multiprocessing, _posixshmem

  def from_recorder(thing):
      code = getattr(thing, "__code__", None)
      return code is not None and "/recorder/" in code.co_filename

  def scan(owner, told):
      for name, thing in sorted(vars(owner).items()):
          inner = thing.__func__ if isinstance(thing, (classmethod, staticmethod)) else thing
          if from_recorder(inner):
              found.append(told + name)
          elif any(map(from_recorder, getattr(inner, "__defaults__", None) or ())):
              found.append(told + name + "'s default")
          elif isinstance(thing, type) and thing.__module__ == owner.__name__:
              scan(thing, told + name + ".") if told == "" else None

  for name, module in sorted(sys.modules.items()):
      if name.startswith(("multiprocessing", "concurrent.futures.process", "runpy", "_posixshmem", "_multiprocessing")):
          found = []
          scan(module, "")
          if found:
              print(name, *found)
  print(multiprocessing.get_start_method(), from_recorder(os._exit))
  """, "scan", "exec"))
  from concurrent.futures import ProcessPoolExecutor
`;

test('for processes these names are replaced too, and no others', async () => {
  assert.deepEqual(
    stdoutOf(await tryOut(REPLACED_FOR_PROCESSES))
      .trim()
      .split('\n'),
    [
      '_multiprocessing SemLock.__enter__ SemLock.__exit__ SemLock.__init__ SemLock._after_fork SemLock._count SemLock._get_value SemLock._is_mine SemLock._is_zero SemLock._rebuild SemLock._set SemLock.acquire SemLock.release sem_unlink',
      '_posixshmem shm_open shm_unlink',
      "multiprocessing.connection Connection._close Connection._read Connection._recv's default Connection._send's default Connection._write Pipe wait",
      'multiprocessing.context ForkContext._check_available ForkServerContext._check_available',
      'multiprocessing.popen_fork Popen._send_signal Popen.poll',
      'multiprocessing.popen_spawn_posix Popen._launch',
      'multiprocessing.resource_tracker register unregister',
      // It takes this name from _multiprocessing, and the next has os.getpid as it finds it.
      'multiprocessing.synchronize sem_unlink',
      "multiprocessing.util Finalize.__call__'s default",
      // The default start method, and whether os._exit is ours.
      'spawn True',
    ],
  );
});
