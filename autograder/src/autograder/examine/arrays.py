"""Arrays in shared memory of two processes: an owner's bytes once, its views by their geometry.

A view that crosses brings its owner along, so that aliases, `X.T` and overlapping slices stay what
they are. Only the span of bytes that some view has shown crosses, the rest of the twin is zeros:
handing out `t[:80]` does not show `t[80:]`. An owner that is not contiguous, or not an exact
ndarray, goes as a plain copy and its aliases are lost.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .codec import dtype_of, plain
from .faults import CannotCross, Forbidden

Array = np.ndarray[Any, np.dtype[Any]]
Span = tuple[int, int]  # first byte, byte after the last

MAX_BYTES = 64 * 2**20
MAX_TWIN = 2**30  # an owner's twin is zeros that the kernel gives on demand


def owner(a: Array) -> Array:
    """The array whose memory `a` looks at: `a` itself if it has to go as a plain copy."""
    base: Any = a
    while isinstance(base.base, np.ndarray):
        base = base.base
    if base is a or type(base) is not np.ndarray or not base.flags.forc:
        return a
    first, last = _bounds(base)
    low, high = _bounds(a)
    fits = first <= low and high <= last and plain(base.dtype) and base.nbytes <= MAX_TWIN
    same_bits = base.dtype == a.dtype or "b" not in base.dtype.kind + a.dtype.kind
    return base if fits and same_bits else a


def span(view: Array, base: Array) -> Span:
    """The bytes of the owner `base` between the first and the last that `view` touches."""
    if view is base:
        return 0, base.nbytes
    low, high = _bounds(view)
    first, _ = _bounds(base)
    return low - first, high - first


def union(one: Span | None, other: Span) -> Span:
    """The smallest span that holds both."""
    if one is None or one[0] == one[1]:
        return other
    return (min(one[0], other[0]), max(one[1], other[1])) if other[0] != other[1] else one


def form(a: Array) -> list[Any]:
    """What makes a twin of an owner: dtype, shape, memory order."""
    fortran = a.flags.f_contiguous and not a.flags.c_contiguous
    return [a.dtype.str, list(a.shape), "F" if fortran else "C"]


def geometry(view: Array, base: Array) -> list[Any]:
    """What makes a view of an owner: dtype, shape, offset in bytes, strides."""
    offset = view.__array_interface__["data"][0] - base.__array_interface__["data"][0]
    return [view.dtype.str, list(view.shape), offset, list(view.strides)]


def twin(description: Any) -> Array:
    """A new owner of that form, all zeros. Raises Forbidden."""
    dtype_text, shape, order = description
    dtype = dtype_of(dtype_text)
    if _size(shape, dtype) > MAX_TWIN or order not in ("C", "F"):
        raise Forbidden("it sent an array that is too large")
    try:
        return np.zeros(tuple(shape), dtype, order=order)
    except (ValueError, TypeError):
        raise Forbidden("it sent an array of an impossible shape") from None


def view(description: Any, base: Array) -> Array:
    """A new view of an owner; NumPy checks that it stays inside. Raises Forbidden."""
    dtype_text, shape, offset, strides = description
    dtype = dtype_of(dtype_text)
    if _size(shape, dtype) > MAX_BYTES or (base.dtype.kind == "b") != (dtype.kind == "b"):
        raise Forbidden("it sent a view that is not allowed")
    try:
        flat = base if base.flags.c_contiguous else base.T
        return np.ndarray(tuple(shape), dtype, flat, offset, tuple(strides))
    except (ValueError, TypeError, OverflowError):
        raise Forbidden("it sent a view of memory outside its array") from None


def content(a: Array, shown: Span) -> list[Any]:
    """Whether it may be written, where the shown bytes begin, and the bytes; then dtype, shape."""
    low, high = shown
    if high - low > MAX_BYTES:
        raise CannotCross(f"an array of {a.nbytes} bytes is too large to be handed over")
    if not a.flags.forc or high - low == a.nbytes:
        raw = a.tobytes("A" if a.flags.forc else "C")
    else:
        raw = memory(a)[low:high].tobytes()
    return [a.flags.writeable, low, raw, a.dtype.str, list(a.shape)]


def memory(a: Array) -> Array:
    """A contiguous array's bytes in the order of memory, not copied."""
    flat = (a if a.flags.c_contiguous else a.T).reshape(-1)
    return flat.view(np.uint8)


def same_form(a: Array, content_: Any) -> bool:
    """Whether that content is of an array of this dtype and shape."""
    return bool(content_[3] == a.dtype.str and content_[4] == list(a.shape))


def write(a: Array, low: int, raw: bytes, writeable: bool) -> None:
    """Put the shown bytes in place and set whether the array may be written.

    Raises:
        Forbidden: the bytes do not fit.
    """
    if type(raw) is not bytes or type(low) is not int or not 0 <= low <= low + len(raw) <= a.nbytes:
        raise Forbidden("it sent an array with bytes missing")
    if not a.flags.writeable:
        a.flags.writeable = True
    if a.flags.forc:
        target = memory(a)[low : low + len(raw)]
        source = np.frombuffer(raw, np.uint8)
        target[:] = source != 0 if a.dtype.kind == "b" else source
    elif len(raw) == a.nbytes:
        a[...] = np.frombuffer(raw, a.dtype).reshape(a.shape)
    else:
        raise Forbidden("it sent a part of an array that has no parts")
    a.flags.writeable = bool(writeable)


def _bounds(a: Array) -> Span:
    low, high = np.lib.array_utils.byte_bounds(a)
    return int(low), int(high)


def _size(shape: Any, dtype: np.dtype[Any]) -> int:
    """Bytes of an array of that shape; zero-sized sides count as one."""
    good = type(shape) is list and len(shape) <= 32
    if not good or not all(type(n) is int and 0 <= n < 2**40 for n in shape):
        raise Forbidden("it sent an array without a proper shape")
    return int(math.prod(max(n, 1) for n in shape) * max(dtype.itemsize, 1))
