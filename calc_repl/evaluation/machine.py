"""Runs compiled code, on a stack of its own.

Values, calls and handlers of errors live in lists here, so a recursion a
hundred thousand calls deep takes memory, not Python's stack. The only things
that repeat are calls; each thousand of them the machine looks whether it was
interrupted or has run out of time.
"""

from __future__ import annotations

from time import monotonic

from calc_repl.errors import CalcError, DepthLimit, DomainError, Interrupted, KindError, Place, TimeLimit
from calc_repl.evaluation import code as op
from calc_repl.evaluation.applying import apply, apply_operation, place, start
from calc_repl.evaluation.calls import (
    argument_nodes,
    arranged,
    check_truth,
    no_condition,
    node_of,
    not_callable,
    number_behind,
    wrong_arity,
)
from calc_repl.evaluation.code import Code
from calc_repl.evaluation.making import list_maker
from calc_repl.evaluation.selecting import select
from calc_repl.operations import catalogue
from calc_repl.operations.declaration import Operation, Output, Request
from calc_repl.source import Source, Span
from calc_repl.syntax import nodes
from calc_repl.values import limits
from calc_repl.values.arithmetic import is_quantity
from calc_repl.values.kinds import (
    Caught,
    Function,
    Shown,
    called,
    is_function,
    is_matrix,
    is_number,
    is_sequence,
    is_unit_value,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from typing import Any

    from calc_repl.evaluation.code import Frame
    from calc_repl.settings import Settings
    from calc_repl.syntax.nodes import Node

_CALLS_BETWEEN_CHECKS = 1024


class _Started:
    """The frame of a function an operation has asked for."""

    __slots__ = ("frame",)

    def __init__(self, frame: Frame) -> None:
        self.frame = frame


class Machine:
    """One evaluation. `write` is given the values `print` is called with.

    One that is started inside another, its `outer` one, stops when that has to.

    `interrupted` may be set at any time, from a signal handler or another
    thread; the machine then stops with Interrupted at its next check.
    """

    def __init__(
        self, settings: Settings, write: Callable[[tuple[Any, ...]], None], outer: Machine | None = None
    ) -> None:
        self.outer = outer
        self.write = write
        self.interrupted = False
        self.max_depth = settings.max_depth
        self.timeout = settings.timeout
        self.deadline = monotonic() + settings.timeout if settings.timeout else None
        self.calls = 0
        limits.watch(self.check)
        self.code: Code
        self.stack: list[Any] = []
        # Who waits for a value: (code, position, frame, generator); a generator stands above whom it answers.
        self.waiting: list[tuple[Any, int, Any, Any]] = []
        self.handlers: list[tuple[int, int, Code, int, Frame, int]] = []

    def run(self, code: Code) -> Any:
        """The value of a statement's code. Raises CalcError, with every place it passed through."""
        self.code = code
        return self.go_on(0, [None] * code.extra)

    def go_on(self, position: int, frame: Frame) -> Any:
        """Run from an instruction of the current code, and where errors are handled, until the last value is there."""
        while True:
            try:
                return self.loop(position, frame)
            except CalcError as error:
                position, frame = self.recover(error)

    def loop(self, position: int, frame: Frame) -> Any:
        """Run from an instruction of the current code until the outermost value is there."""
        stack, waiting, max_depth = self.stack, self.waiting, self.max_depth
        instructions = self.code.instructions
        try:
            while True:
                kind, a, b = instructions[position]
                position += 1
                if kind == op.CALL_LEAF:
                    callee, argument = a
                    function = callee(frame)
                    values = [argument(frame)]
                elif kind == op.BRANCH_LEAF:
                    verdict = a(frame)
                    if verdict is not True:
                        if verdict is not False:
                            raise no_condition(verdict, b[1])
                        position = b[0]
                    continue
                elif kind == op.RETURN_LEAF or kind == op.RETURN:
                    value = a(frame) if kind == op.RETURN_LEAF else stack.pop()
                    if not waiting:
                        return value
                    if waiting[-1][3] is None:
                        code, position, frame, _ = waiting.pop()
                        self.code = code
                        instructions = code.instructions
                        stack.append(value)
                        continue
                    position, frame = self.resume(value)
                    instructions = self.code.instructions
                    continue
                elif kind == op.OPERATE:
                    operation, node, operands = b
                    if len(operands) == 1:
                        stack[-1] = apply_operation(operation, [stack[-1]], node, operands)
                        continue
                    right = stack.pop()
                    left = stack[-1]
                    if a is not None and type(left) is int and type(right) is int:
                        stack[-1] = a(left, right)
                    else:
                        stack[-1] = apply_operation(operation, [left, right], node, operands)
                    continue
                elif kind == op.PUSH:
                    stack.append(a(frame))
                    continue
                elif kind == op.CALL:
                    values = stack[len(stack) - a :]
                    del stack[len(stack) - a :]
                    function = stack.pop()
                elif kind == op.CALL_LEAVES:
                    callee, arguments = a
                    function = callee(frame)
                    values = [argument(frame) for argument in arguments]
                elif kind == op.JUMP:
                    position = b[0]
                    continue
                else:
                    step = self.step(kind, a, b, position, frame)
                    if type(step) is int:
                        position = step
                        continue
                    function, values = step
                # A call of `function` with `values`
                self.calls += 1
                if not self.calls % _CALLS_BETWEEN_CHECKS:
                    self.check()
                if type(function) is Function:
                    if len(waiting) >= max_depth:
                        raise self.too_deep()
                    caller = self.code
                    if function.is_plain and len(values) == len(function.parameters):
                        self.code = function.code
                        callee_frame = values
                    else:
                        callee_frame = self.enter(function, values)
                    waiting.append((caller, position, frame, None))
                    frame, position = callee_frame, 0
                    instructions = function.code.instructions
                else:
                    started = self.apply(function, values, b, position, frame)
                    if started is not None:
                        position, frame = started
                        instructions = self.code.instructions
        except CalcError as error:
            self.place(error, position)
            raise

    def enter(self, function: Function, values: list[Any]) -> Frame:
        """The frame for a call, whose code becomes the current one."""
        code = function.code
        missing = len(function.parameters) - len(values)
        if missing:
            if missing < 0 or missing > len(function.defaults):
                raise wrong_arity(function, len(values))
            values.extend(function.defaults[-missing:])
        self.code = code
        if function.captured:
            values.extend(function.captured)
        if code.extra:
            values.extend([None] * code.extra)
        return values

    def apply(
        self, function: Any, values: list[Any], node: Node, position: int, frame: Frame
    ) -> tuple[int, Frame] | None:
        """Call what is no function of the language; returns where to go on if that is somewhere else."""
        if type(function) is Operation:
            if not function.generates:
                try:
                    self.stack.append(apply(function, values))
                except CalcError as error:
                    place(error, node, argument_nodes(node))
                    raise
                return None
            if len(self.waiting) >= self.max_depth:
                raise self.too_deep()
            running = start(function, values)
            self.waiting.append((self.code, position, frame, running))
            return self.resume(None)
        if isinstance(function, Shown):
            function = function.value
        call = getattr(function, "call", None)  # only what comes from Python has it
        if call is not None:
            self.stack.append(call(values))
            return None
        is_factor = is_number(function) or (is_quantity(function) and not is_unit_value(function))
        if is_factor and len(values) == 1 and isinstance(node, nodes.Call):
            operands = (node.function, node.arguments[0])
            self.stack.append(apply_operation(_multiply(), [function, values[0]], node, operands))
            return None
        if is_quantity(function) and isinstance(node, nodes.Conversion):
            from calc_repl.evaluation.conversions import convert

            self.stack.append(convert(values[0], function, self.code.source.text[node.target.start : node.target.end]))
            return None
        raise not_callable(function, node)

    def resume(self, value: Any) -> tuple[int, Frame]:
        """Answer the operation that waits on top with a value, and go on until code has to run."""
        try:
            while True:
                code, position, frame, running = self.waiting[-1]
                try:
                    request = running.send(value)
                except StopIteration as finished:
                    self.waiting.pop()
                    value = finished.value
                    if code is None:  # it was asked for by the operation below
                        continue
                    self.code = code
                    self.stack.append(value)
                    return position, frame
                if type(request) is Output:
                    self.write(request.values)
                    value = None
                    continue
                value = self.answer(request)
                if type(value) is _Started:
                    return 0, value.frame
        except CalcError as error:
            self.blame_operation(error)
            raise

    def blame_operation(self, error: CalcError) -> None:
        """Put an error of a waiting operation on the call that started it."""
        while self.waiting[-1][0] is None:
            self.waiting.pop()
        self.code, position, _, _ = self.waiting.pop()
        self.place(error, position)

    def answer(self, request: Request) -> Any:
        """The value of a request of an operation; `_Started` when a function runs now whose value will come."""
        self.calls += 1
        if not self.calls % _CALLS_BETWEEN_CHECKS:
            self.check()
        function, values = request.function, list(request.arguments)
        if type(function) is Function:
            return _Started(self.enter(function, values))
        call = getattr(function, "call", None)
        if call is not None:
            return call(values)
        if not isinstance(function, Operation):
            raise KindError(f"{called(function).capitalize()} cannot be called.")
        try:
            result = start(function, values) if function.generates else apply(function, values)
        except CalcError as error:
            error.argument = None  # it is an argument of this call, of which the text has no trace
            raise
        if not function.generates:
            return result
        if len(self.waiting) >= self.max_depth:
            raise self.too_deep()
        self.waiting.append((None, 0, None, result))
        return None

    def call_from_python(self, function: Any, arguments: Sequence[Any]) -> Any:
        """The value of a function that Python code calls in the middle of this evaluation. Raises CalcError."""
        return Machine(limits.current, self.write, self).call(function, arguments)

    def call(self, function: Any, arguments: Sequence[Any]) -> Any:
        """The value of a function, as the only thing this machine does inside its outer one. Raises CalcError."""
        self.code = code = Code(None, Source(""))
        code.instructions.append((op.RETURN, None, None))
        self.waiting.append((code, 0, [], _asking(function, tuple(arguments))))
        try:
            return self.go_on(*self.resume(None))
        except CalcError as error:
            error.places = [each for each in error.places if each.source is not code.source]
            raise
        finally:
            limits.watch(self.outer.check if self.outer is not None else None)

    def step(self, kind: int, a: Any, b: Any, position: int, frame: Frame) -> Any:
        """The less frequent instructions: returns the next position, or a function and its arguments to call."""
        stack = self.stack
        if kind == op.MAKE:
            count, node = b
            values = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            try:
                stack.append(a(values))
            except CalcError as error:
                error.at(node.start, node.end)
                raise
        elif kind == op.BRANCH:
            verdict = stack.pop()
            if verdict is not True:
                if verdict is not False:
                    raise no_condition(verdict, b[1])
                return b[0]
        elif kind == op.SHORTCUT:
            check_truth("or" if a else "and", stack[-1], b[1])
            if stack[-1] is a:
                return b[0]
            stack.pop()
        elif kind == op.CHECK_TRUTH:
            check_truth(a, stack[-1], b)
        elif kind == op.CLOSE:
            count, name = b
            defaults = tuple(stack[len(stack) - count :])
            del stack[len(stack) - count :]
            captured = tuple(leaf(frame) for leaf in a.captures)
            stack.append(Function(name, a.parameters, a.code, captured, defaults, a.text, a.code.source, a.doc))
        elif kind == op.TRY:
            target, slot = b
            self.handlers.append((len(self.waiting), len(stack), self.code, target, frame, slot))
        elif kind == op.END_TRY:
            self.handlers.pop()
        elif kind == op.INDEX:
            return self.index(a, b, position)
        elif kind == op.CALL_KEYWORDS:
            return self.arrange(a, b)
        else:
            return self.juxtapose(kind, a, b, position)
        return position

    def index(self, count: int, node: nodes.Index, position: int) -> Any:
        """An element; or, when the base is a function, its call with the list that stands behind it."""
        stack = self.stack
        values = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        base = stack.pop()
        try:
            if is_function(base):
                return base, [list_maker(node.rows)(values)]
            stack.append(select(base, values))
        except CalcError as error:
            place(error, node, [node.base, *node.children()[1:]])
            raise
        return position

    def arrange(self, shape: tuple[int, tuple[str, ...]], node: nodes.Call) -> Any:
        """A function and its arguments in order, some of which were given by name."""
        count, names = shape
        stack = self.stack
        total = count + len(names)
        values = stack[len(stack) - total :]
        del stack[len(stack) - total :]
        function = stack.pop()
        keywords = list(zip(names, values[count:], strict=True))
        if isinstance(function, Operation):
            return function, function.arrange(values[:count], keywords)
        with_keywords = getattr(function, "with_keywords", None)
        if with_keywords is not None:
            return with_keywords(keywords), values[:count]
        if not isinstance(function, Function):
            raise not_callable(function, node)
        return function, arranged(function, values[:count], keywords)

    def juxtapose(self, kind: int, a: Any, b: Any, position: int) -> Any:
        """Factors side by side: what they mean depends on whether the left one is a function."""
        stack = self.stack
        if kind == op.JUXTAPOSE:
            right = stack.pop()
            left = stack.pop()
            if is_function(left):
                return left, [right]
            if a:
                raise number_behind(b)
            stack.append(apply_operation(_multiply(), [left, right], b, (b.left, b.right)))
        elif kind == op.JUXTAPOSE_POWER:
            right = stack.pop()
            exponent = stack.pop()
            base = stack.pop()
            if is_function(base):
                if exponent == -1 and isinstance(base, Operation) and base.inverse is not None:
                    stack.append(1)
                    return catalogue.find(base.inverse), [right]
                if type(exponent) is not int or exponent < 1:
                    raise DomainError(
                        "A function is raised to a whole power of at least 1.",
                        hint="for the reciprocal put the call in parentheses: (f(x))^-1",
                    )
                stack.append(exponent)
                return base, [right]
            power = apply_operation(_power(), [base, exponent], b, None)
            stack.append(apply_operation(_multiply(), [power, right], b, None))
            return position + 1
        elif kind == op.POWER_REVERSED:
            base = stack.pop()
            stack[-1] = apply_operation(_power(), [base, stack[-1]], b, None)
        elif kind == op.HOLD:
            if is_function(stack[-2]):
                argument = stack.pop()
                function = stack.pop()
                stack.append(None)
                return function, [argument]
            if is_sequence(stack[-2]) or is_matrix(stack[-2]):
                raise not_callable(stack[-2], b)
        else:  # RELEASE
            value = stack.pop()
            factor = stack.pop()
            stack.append(value if factor is None else apply_operation(_multiply(), [factor, value], b, None))
        return position

    def check(self) -> None:
        """Stop if somebody asked for it or the time is up."""
        if self.outer is not None:
            self.outer.check()
            return
        if self.interrupted:
            raise Interrupted("Interrupted.")
        if self.deadline is not None and monotonic() > self.deadline:
            raise TimeLimit.after(self.timeout)

    def too_deep(self) -> DepthLimit:
        return DepthLimit(
            f"More than {self.max_depth:,} calls are open.",
            hint="does the recursion end? otherwise raise the setting max_depth",
        )

    # Errors

    def place(self, error: CalcError, position: int) -> None:
        """Note where in the current code an error arose."""
        node = node_of(self.code.instructions[position - 1]) if position else None
        if error.from_python:  # it has places in Python's code, and perhaps a span elsewhere
            error.from_python = False
            span = Span(node.start, node.end) if node is not None else Span(0, 0)
            error.at(*span)
            error.places.append(Place(self.code.source, span, self.code.name))
        elif not error.places:
            if error.span is None and node is not None:
                place(error, node, argument_nodes(node))
            error.places.append(Place(self.code.source, error.span or Span(0, 0), self.code.name))

    def recover(self, error: CalcError) -> tuple[int, Frame]:
        """Go on at the nearest handler; without one, collect the places of the waiting calls and raise the error."""
        if self.handlers and error.catchable:
            depth, height, code, target, frame, slot = self.handlers.pop()
            del self.waiting[depth:]
            del self.stack[height:]
            self.code = code
            frame[slot] = Caught(error)
            return target, frame
        callers = [caller for caller in self.waiting if caller[0] is not None]
        outermost = callers[:1] if len(callers) > 3 else []
        for code, position, _, _ in [*callers[:-4:-1], *outermost]:
            node = node_of(code.instructions[position - 1])
            if node is not None:
                error.places.append(Place(code.source, Span(node.start, node.end), code.name))
        raise error


def _asking(function: Any, arguments: tuple[Any, ...]) -> Generator[Request, Any, Any]:
    return (yield Request(function, arguments))


def _multiply() -> Operation:
    found = catalogue.find("multiply")
    assert found is not None
    return found


def _power() -> Operation:
    found = catalogue.find("power")
    assert found is not None
    return found
