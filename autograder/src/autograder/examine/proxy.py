"""What a test sees of an object in the candidate: calls, attributes, items, iteration, arithmetic.

No dunder is ever forwarded as an attribute (NumPy asks objects for `__array_interface__`, through
which a student could choose an address for the examiner to read). Arithmetic yields a proxy again.
A comparison, a truth, a number, a membership or an array of a proxy is an error with a message:
what an object claims to be decides nothing. Its `__repr__` and `__str__` are never run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from .faults import Forbidden, NotAValue
from .handles import Borrowed, borrowed_number

MAX_LEN = 10_000_000
_NAME = re.compile(r"[^\w.]")
_KINDS = frozenset({"function", "class", "iterator", "object"})


def _ask(proxy: Any, verb: str, *args: Any) -> Any:
    ask: Callable[..., Any] = object.__getattribute__(proxy, "_nnbh_ask")
    return ask(verb, proxy, *args)


def class_name(proxy: Any) -> str:
    """What the candidate calls the class of this object; letters, digits and dots only."""
    return str(object.__getattribute__(proxy, "_nnbh_kind"))


def _refuse(wanted: str) -> Callable[..., NoReturn]:
    def refuse(self: Any, *args: Any, **kwargs: Any) -> NoReturn:
        name = class_name(self)
        hint = " Return a plain array: np.asarray(...)." if name in _ARRAYS else ""
        raise NotAValue(f"expected {wanted}, got an object of class {name}.{hint}")

    return refuse


_ARRAYS = frozenset({"matrix", "MaskedArray", "ndarray"})


def _operator(name: str, *, swapped: bool = False) -> Callable[..., Any]:
    def forward(self: Any, *others: Any) -> Any:
        operands = (*others, self) if swapped else (self, *others)
        result = (
            _ask(operands[0], "operator", name, *operands[1:])
            if not swapped
            else (object.__getattribute__(self, "_nnbh_ask")("operator", others[0], name, self))
        )
        if not borrowed_number(result):
            raise NotAValue(
                f"`{name}` with an object of class {class_name(self)} gave a plain "
                f"{type(result).__name__}; expected an object again"
            )
        return result

    return forward


class Proxy(Borrowed):
    """Any object; calls only in the subclasses, so that `callable` tells the truth."""

    __slots__ = ()
    __array_ufunc__ = None  # NumPy leaves the operator to the proxy
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"<object of class {class_name(self)} in the student's process>"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _ask(self, "getattr", name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
        _ask(self, "setattr", name, value)

    def __delattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
        _ask(self, "delattr", name)

    def __getitem__(self, key: Any) -> Any:
        return _ask(self, "getitem", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        _ask(self, "setitem", key, value)

    def __delitem__(self, key: Any) -> None:
        _ask(self, "delitem", key)

    def __len__(self) -> int:
        size = _ask(self, "len")
        if type(size) is not int or not 0 <= size < MAX_LEN:
            raise Forbidden("it claimed an impossible length")
        return size

    def __iter__(self) -> Iterator[Any]:
        result = _ask(self, "iter")
        if not isinstance(result, IteratorProxy):
            raise NotAValue(f"an object of class {class_name(self)} gave no iterator")
        return result

    def __enter__(self) -> Any:
        return _ask(self, "enter")

    def __exit__(self, kind: Any, value: Any, trace: Any) -> bool:
        text = None if value is None else str(value)
        names = () if kind is None else tuple(base.__name__ for base in kind.__mro__)
        return _ask(self, "exit", names, text) is True

    __eq__ = _refuse("a plain value to compare")
    __ne__ = _refuse("a plain value to compare")
    __lt__ = __le__ = __gt__ = __ge__ = _refuse("a number to compare")
    __bool__ = _refuse("True or False")
    __int__ = __float__ = __complex__ = __index__ = _refuse("a number")
    __round__ = __trunc__ = __floor__ = __ceil__ = _refuse("a number")
    __contains__ = _refuse("a plain list, tuple, set or dict")
    __array__ = _refuse("an array or a number")
    __copy__ = __deepcopy__ = __reduce_ex__ = __reduce__ = _refuse("a plain value to copy")


for _name, _swapped in (
    ("add", "radd"), ("sub", "rsub"), ("mul", "rmul"), ("matmul", "rmatmul"),
    ("truediv", "rtruediv"), ("floordiv", "rfloordiv"), ("mod", "rmod"), ("pow", "rpow"),
    ("and", "rand"), ("or", "ror"), ("xor", "rxor"), ("lshift", "rlshift"), ("rshift", "rrshift"),
):  # fmt: skip
    setattr(Proxy, f"__{_name}__", _operator(_name))
    setattr(Proxy, f"__{_swapped}__", _operator(_name, swapped=True))
for _name in ("neg", "pos", "abs", "invert"):
    setattr(Proxy, f"__{_name}__", _operator(_name))


class FunctionProxy(Proxy):
    """A function, a method, or an instance with `__call__`."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return _ask(self, "call", args, tuple(kwargs.items()))


class ClassProxy(FunctionProxy):
    """A class. That an object is an instance of it is the candidate's claim."""

    __slots__ = ()

    def __instancecheck__(self, instance: Any) -> bool:
        return bool(borrowed_number(instance)) and _ask(self, "isinstance", instance) is True


class IteratorProxy(Proxy):
    """An iterator or generator; one item a crossing, as the candidate's state may change."""

    __slots__ = ()

    def __iter__(self) -> IteratorProxy:
        return self

    def __next__(self) -> Any:
        answer = _ask(self, "next")
        if type(answer) is not tuple or len(answer) != 2:
            raise Forbidden("it sent an item that is none")
        if answer[0] is not True:
            raise StopIteration(answer[1])
        return answer[1]

    def send(self, value: Any) -> Any:
        """As a generator's own."""
        return _ask(self, "send", value)[1]

    def close(self) -> None:
        """As a generator's own."""
        _ask(self, "close")


_CLASSES = {
    "function": FunctionProxy,
    "class": ClassProxy,
    "iterator": IteratorProxy,
    "object": Proxy,
}


def borrow(
    number: int, kind: str, name: str, ask: Callable[..., Any], gone: Callable[[int], None]
) -> Proxy:
    """A proxy of the right kind. Raises Forbidden."""
    if kind not in _KINDS:
        raise Forbidden("it sent an object of an unknown kind")
    return _CLASSES[kind](number, _NAME.sub("?", name[:60]), ask, gone)
