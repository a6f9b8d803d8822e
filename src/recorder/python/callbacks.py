"""What asyncio's own callbacks are called in a recording, and whom they serve.

| asyncio's callback                         | name here              | serves                      |
|--------------------------------------------|------------------------|-----------------------------|
| futures._set_result_unless_cancelled       | sleep's timer          | the task that sleeps        |
| timeouts.Timeout._on_timeout               | timeout                | the task inside it          |
| gather's _done_callback                    | gather counts          | the task that called gather |
| taskgroups.TaskGroup._on_task_done         | group counts           | the task that holds it      |
| _wait's _on_completion                     | wait counts            | the task that waits         |
| tasks._release_waiter                      | wait's timeout         | the task that waits         |
| the same, as a partial of _cancel_and_wait | wait_for goes on       | the task that waits         |
| _AsCompletedIterator._handle_completion    | as_completed counts    |                             |
| _AsCompletedIterator._handle_timeout       | as_completed's timeout |                             |
| shield's _inner_done_callback              | shield passes on       | the task that shields       |
| shield's _outer_done_callback              | shield ends            | the task that shields       |
| shield's _clear_awaited_by_callback        | shield lets go         | the task that shields       |
| tasks._log_on_exception                    | shield's error check   |                             |
| base_events._run_until_complete_cb         | stop the loop          |                             |
| create_task of an abandoned generator      | close a generator      |                             |
| _chain_future's _set_state                 | result arrives         |                             |
| _chain_future's _call_set_state            | result is passed on    |                             |
| _chain_future's _call_check_cancel         | cancel is passed on    |                             |
| run_coroutine_threadsafe's callback        | start a coroutine      |                             |
| _SelectorSocketTransport._read_ready       | read the socket        |                             |
| _SelectorSocketTransport._write_ready      | write the socket       |                             |
| _SelectorTransport._add_reader             | watch the socket       |                             |
| _SelectorTransport._call_connection_lost   | connection is over     |                             |
| BaseSelectorEventLoop._accept_connection   | accept connections     |                             |
| BaseSelectorEventLoop._sock_connect_cb     | connecting ended       |                             |
| BaseSelectorEventLoop._sock_write_done     | stop watching          |                             |
| BaseSelectorEventLoop._sock_read_done      | stop watching          |                             |
| BaseSelectorEventLoop._sock_recv           | read the socket        |                             |
| BaseSelectorEventLoop._sock_recv_into      | read the socket        |                             |
| BaseSelectorEventLoop._sock_sendall        | write the socket       |                             |
| BaseSelectorEventLoop._sock_accept         | accept a connection    |                             |
| StreamReaderProtocol.connection_made       | connection is made     |                             |
| its callback                               | handler ended          |                             |
| a future's result, set without a timer     | connection is ready    |                             |

A callback of the program's own has its qualified name and serves nobody in particular.
"""

import functools
from asyncio import tasks

_NAMES = {
    "_set_result_unless_cancelled": ("sleep's timer", None),
    "Timeout._on_timeout": ("timeout", "_task"),
    "gather.<locals>._done_callback": ("gather counts", "cur_task"),
    "TaskGroup._on_task_done": ("group counts", "_parent_task"),
    "_wait.<locals>._on_completion": ("wait counts", "cur_task"),
    "_release_waiter": ("wait's timeout", None),
    "_AsCompletedIterator._handle_completion": ("as_completed counts", None),
    "_AsCompletedIterator._handle_timeout": ("as_completed's timeout", None),
    "shield.<locals>._inner_done_callback": ("shield passes on", None),
    "shield.<locals>._outer_done_callback": ("shield ends", None),
    "shield.<locals>._clear_awaited_by_callback": ("shield lets go", "cur_task"),
    "_log_on_exception": ("shield's error check", None),
    "_run_until_complete_cb": ("stop the loop", None),
    "BaseEventLoop.create_task": ("close a generator", None),
    "_chain_future.<locals>._set_state": ("result arrives", None),
    "_chain_future.<locals>._call_set_state": ("result is passed on", None),
    "_chain_future.<locals>._call_check_cancel": ("cancel is passed on", None),
    "run_coroutine_threadsafe.<locals>.callback": ("start a coroutine", None),
    "_SelectorSocketTransport._read_ready": ("read the socket", None),
    "_SelectorSocketTransport._write_ready": ("write the socket", None),
    "_SelectorTransport._add_reader": ("watch the socket", None),
    "_SelectorTransport._call_connection_lost": ("connection is over", None),
    "_SelectorSocketTransport._call_connection_lost": ("connection is over", None),
    "BaseSelectorEventLoop._accept_connection": ("accept connections", None),
    "BaseSelectorEventLoop._sock_connect_cb": ("connecting ended", None),
    "BaseSelectorEventLoop._sock_write_done": ("stop watching", None),
    "BaseSelectorEventLoop._sock_read_done": ("stop watching", None),
    "BaseSelectorEventLoop._sock_recv": ("read the socket", None),
    "BaseSelectorEventLoop._sock_recv_into": ("read the socket", None),
    "BaseSelectorEventLoop._sock_sendall": ("write the socket", None),
    "BaseSelectorEventLoop._sock_accept": ("accept a connection", None),
    "StreamReaderProtocol.connection_made": ("connection is made", None),
    "StreamReaderProtocol.connection_made.<locals>.callback": ("handler ended", None),
}


def name_of(callback):
    """The readable name of a callback."""
    function = _function(callback)
    qualname = getattr(function, "__qualname__", None) or type(function).__name__
    if function is tasks._release_waiter and isinstance(callback, functools.partial):
        return "wait_for goes on"
    if _from_asyncio(function) and qualname in _NAMES:
        return _NAMES[qualname][0]
    return qualname.replace(".<locals>", "")


def served_task(callback):
    """The task that a callback of asyncio's serves, where the callback itself knows it."""
    function = _function(callback)
    entry = _NAMES.get(getattr(function, "__qualname__", None))
    if entry is None or entry[1] is None or not _from_asyncio(function):
        return None
    owner = getattr(function, "__self__", None)
    if owner is not None:
        return getattr(owner, entry[1], None)
    return captured(function, entry[1])


def captured(function, name):
    """What a function closes over, or has as a default, under a name."""
    code = function.__code__
    if name in code.co_freevars:
        return function.__closure__[code.co_freevars.index(name)].cell_contents
    if function.__defaults__ and name in code.co_varnames:
        defaults = code.co_varnames[code.co_argcount - len(function.__defaults__) : code.co_argcount]
        if name in defaults:
            return function.__defaults__[defaults.index(name)]
    return None


def _function(callback):
    while isinstance(callback, functools.partial):
        callback = callback.func
    return callback


def _from_asyncio(function):
    module = getattr(function, "__module__", None) or ""
    return module.split(".")[0] in ("asyncio", "_asyncio")
