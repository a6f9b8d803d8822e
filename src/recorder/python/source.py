"""What the text of a program says: its statements, and the clauses that handle exceptions."""

import ast
import dis
import functools
import inspect

FILE = "example.py"
_THREADED = (
    "_thread threading queue concurrent multiprocessing to_thread run_in_executor "
    "run_coroutine_threadsafe call_soon_threadsafe"
).split()
_PROCESSES = "multiprocessing ProcessPoolExecutor".split()

_DELEGATING = ("SEND", "YIELD_VALUE", "END_SEND")


class Source:
    def __init__(self, text):
        self.text = text
        self.tree = ast.parse(text, FILE)
        self.code = compile(self.tree, FILE, "exec")
        self._statements = {}
        self._tries = []
        self._definitions = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.stmt):
                self._note_statement(node)
            if isinstance(node, (ast.Try, ast.TryStar)):
                self._tries.append(node)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                self._definitions[first, node.name] = node.lineno

    def statement(self, line):
        """The line on which the statement begins that `line` is a part of."""
        return self._statements.get(line, line)

    def spans(self, statement):
        """Whether a simple statement, or the head of a compound one, takes several lines."""
        return self._statements.get(statement + 1) == statement

    def definition(self, code):
        """The line of a function's `def`, not of its decorators."""
        first = code.co_firstlineno
        return self._definitions.get((first, code.co_name), first)

    def names_threads(self):
        """Whether the program imports what has threads, or calls what starts some."""
        return self._names(_THREADED)

    def names_processes(self):
        """Whether it imports what has processes, or calls what starts some."""
        return self._names(_PROCESSES)

    def _names(self, wanted):
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(alias.name for alias in node.names)]
            elif isinstance(node, ast.Attribute):
                names = [node.attr]
            else:
                continue
            if any(part in wanted for name in names for part in name.split(".")):
                return True
        return False

    def clause(self, frame, offset, exc):
        """The clause that begins at `offset` to run for an exception: (kind, line), or None.

        Python tries each `except` in turn; which of them fits is asked here before it does.
        """
        instruction = _at(frame.f_code, offset)
        if instruction is None or instruction.opname != "PUSH_EXC_INFO":
            return None
        following = _after(frame.f_code, offset)
        if following and following[0].opname == "WITH_EXCEPT_START":
            return "with", following[0].positions.lineno
        line = next((i.positions.lineno for i in following if i.positions.lineno), None)
        for node in self._tries:
            kind = _clause_of(node, line, frame, exc)
            if kind:
                return kind
        return None

    def _note_statement(self, node):
        body = getattr(node, "body", None) or getattr(node, "cases", None)
        first = body[0] if isinstance(body, list) and body else None
        end = node.end_lineno if first is None else max(node.lineno, _start(first) - 1)
        begin = _start(node)  # its decorators are a part of it
        for line in range(begin, end + 1):
            self._statements.setdefault(line, begin)
            if first is None:  # a simple statement is narrower than what holds it
                self._statements[line] = begin


def codes(code):
    """A code object and all that are nested in it."""
    yield code
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            yield from codes(constant)


def is_function(code):
    """Whether code is that of a function with a name."""
    return bool(code.co_flags & inspect.CO_OPTIMIZED) and not code.co_name.startswith("<")


def is_head(code, line):
    """Whether a line is the head of a class, which was reached in the code around it."""
    is_class = not code.co_flags & inspect.CO_OPTIMIZED and code.co_name != "<module>"
    return is_class and line == code.co_firstlineno


def opcode(code, offset):
    """The name of the instruction at a place of the program; None where there is none."""
    found = _at(code, offset)
    return found and found.opname


def read_instructions(code):
    """Read the instructions of the whole program now: later there may be no room left on its stack."""
    for each in codes(code):
        _instructions(each)


def instruction(frame):
    """The name of the instruction that a frame is at."""
    found = _at(frame.f_code, frame.f_lasti)
    return found.opname if found else ""


def delegates(frame):
    """Whether a frame is at an `await` or a `yield from`."""
    found = _at(frame.f_code, frame.f_lasti)
    if found is None:
        return False
    # What RESUME goes on after is told by its argument: 2 is `yield from`, 3 is `await`.
    return found.opname in _DELEGATING or (found.opname == "RESUME" and found.arg & 3 >= 2)


def _start(node):
    node = getattr(node, "pattern", node)
    return min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])


def _clause_of(node, line, frame, exc):
    for handler in node.handlers:
        if _holds([handler], line):
            return _matching(node, frame, exc)
    if _holds(node.finalbody, line):
        return "finally", node.finalbody[0].lineno
    return None


def _matching(node, frame, exc):
    for handler in node.handlers:
        if handler.type is None:
            return "except", handler.lineno
        kinds = eval(
            compile(ast.Expression(handler.type), FILE, "eval"), frame.f_globals, frame.f_locals
        )
        if isinstance(exc, kinds):
            return "except", handler.lineno
        if isinstance(node, ast.TryStar) and isinstance(exc, BaseExceptionGroup):
            if exc.subgroup(kinds) is not None:
                return "except", handler.lineno
    return None


def _holds(nodes, line):
    return bool(nodes) and line is not None and nodes[0].lineno <= line <= nodes[-1].end_lineno


@functools.cache
def _instructions(code):
    return {i.offset: i for i in dis.get_instructions(code)}


def _at(code, offset):
    return _instructions(code).get(offset)


def _after(code, offset):
    return [i for i in _instructions(code).values() if i.offset > offset][:6]
