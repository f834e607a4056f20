"""What the examiner may do with an object in the candidate: one small function a verb."""

from __future__ import annotations

import inspect
import operator
from collections.abc import Callable
from typing import Any

from .errors import Exceptions

_OPERATORS: dict[str, Callable[..., Any]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "matmul": operator.matmul,
    "truediv": operator.truediv,
    "floordiv": operator.floordiv,
    "mod": operator.mod,
    "pow": pow,
    "and": operator.and_,
    "or": operator.or_,
    "xor": operator.xor,
    "lshift": operator.lshift,
    "rshift": operator.rshift,
    "neg": operator.neg,
    "pos": operator.pos,
    "abs": operator.abs,
    "invert": operator.invert,
}


def call(target: Any, positional: tuple[Any, ...], named: tuple[tuple[str, Any], ...]) -> Any:
    """Call it; keywords come as pairs, since a dict would be one more shared object."""
    return target(*positional, **dict(named))


def next_(target: Any) -> tuple[bool, Any]:
    """The next item, or the end with the generator's return value."""
    return _step(lambda: next(target))


def send(target: Any, value: Any) -> tuple[bool, Any]:
    """As `next_`, sending a value into the generator."""
    return _step(lambda: target.send(value))


def _step(step: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, step()
    except StopIteration as stop:
        return False, stop.value


def exit_(target: Any, names: tuple[str, ...], text: str | None) -> bool:
    """Leave a context, with an exception rebuilt from its bases' names if there was one."""
    if text is None:
        return bool(target.__exit__(None, None, None))
    error = Exceptions(strict=False).rebuild((0, 0, names, text, "", 0, ""))
    return bool(target.__exit__(type(error), error, None))


def operate(left: Any, name: str, *right: Any) -> Any:
    """Arithmetic on the student's objects."""
    return _OPERATORS[name](left, *right)


def parameters(target: Any) -> tuple[str, ...]:
    """The names of its parameters, in order; a signature is a claim like any other."""
    return tuple(str(name) for name in inspect.signature(target).parameters)


VERBS: dict[str, Callable[..., Any]] = {
    "call": call,
    "getattr": getattr,
    "setattr": setattr,
    "delattr": delattr,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "len": len,
    "iter": iter,
    "next": next_,
    "send": send,
    "close": lambda target: target.close(),
    "enter": lambda target: target.__enter__(),
    "exit": exit_,
    "operator": operate,
    "isinstance": lambda target, instance: isinstance(instance, target),
    "parameters": parameters,
}


def describe(value: Any) -> list[str]:
    """Kind and class name of an object to lend; anything of the student's may be lent."""
    kind = type(value)
    if issubclass(kind, type):
        code = "class"
    elif hasattr(kind, "__next__"):
        code = "iterator"
    elif callable(value):
        code = "function"
    else:
        code = "object"
    return [code, str(kind.__name__)]
