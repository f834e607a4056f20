"""diagnose on stand-ins for functions of another process: called, never inspected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
import pytest
from helpers.checks import TimeUp, diagnose
from helpers.checks.cases import exercises
from helpers.checks.given import Given

from .answers import BANK, answer, headers


class Proxy:
    """An object elsewhere: any look at it but by its own verbs is an error."""

    __slots__ = ("_nnbh_kind",)

    def __init__(self, kind: str) -> None:
        object.__setattr__(self, "_nnbh_kind", kind)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise AssertionError(f"asked for {name}")

    def _refuse(self, *args: object) -> NoReturn:
        raise TypeError("expected a plain value")

    __eq__ = __ne__ = __lt__ = __bool__ = __float__ = __int__ = __array__ = _refuse  # type: ignore[assignment]  # each refuses whatever it is asked
    __len__ = __iter__ = __contains__ = __repr__ = __index__ = __copy__ = _refuse  # type: ignore[assignment]  # as above
    __hash__ = object.__hash__


class FunctionProxy(Proxy):
    """A function elsewhere. Only plain values, arrays and lent functions may cross."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__("function")
        object.__setattr__(self, "function", function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            plain = type(value) in (int, float, str, np.ndarray)
            assert plain or getattr(type(value), "__exports__", None) == ("__call__",)
        result = object.__getattribute__(self, "function")(*args, **kwargs)
        plain = isinstance(result, (int, float, tuple, np.generic, np.ndarray, str, type(None)))
        return result if plain else Proxy(type(result).__name__)


def parameters(function: object) -> list[str]:
    target = object.__getattribute__(function, "function")
    return list(target.__code__.co_varnames[: target.__code__.co_argcount])


def elsewhere(objects: dict[str, Any]) -> dict[str, Any]:
    return {n: FunctionProxy(v) if callable(v) else v for n, v in objects.items()}


FILES = [p for p in sorted(BANK.glob("*/*.py")) if p.stem != "mistake-ignores-max-epochs"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_bank_is_told_the_same_through_proxies(path: Any) -> None:
    exercise = path.parent.name
    objects = dict(zip(exercises()[exercise].objects, answer(path), strict=True))
    finding = diagnose(exercise, elsewhere(objects), parameters=parameters)
    expected = None if exercise == "1.8" else headers(path, "mistake")
    assert (finding and finding.mistake) == expected


def test_an_object_elsewhere_is_told_by_its_own_class() -> None:
    class Tensor:
        pass

    finding = diagnose("1.1", elsewhere({"step": lambda z: Tensor()}), parameters=parameters)
    assert finding is not None
    assert "an object of class Tensor; expected a number" in finding.message


def test_weights_elsewhere_are_told() -> None:
    objects = elsewhere({"perceptron": answer(BANK / "1.3" / "model.py")[0]})
    finding = diagnose("1.3", objects | {"weights": Proxy("defaultdict")}, parameters=parameters)
    assert finding is not None
    assert "an object of class defaultdict" in finding.message


def test_too_few_parameters_are_told_by_the_verb_that_asks_for_them() -> None:
    finding = diagnose("1.4", elsewhere({"xor_gate": lambda x1: x1}), parameters=parameters)
    assert finding is not None
    assert "`xor_gate(x1)` cannot be called as `xor_gate(x1, x2)`" in finding.message


def test_a_name_that_is_not_there_is_passed_over() -> None:
    assert diagnose("1.2", {"relu": lambda z: np.maximum(z, 0)}) is None
    assert diagnose("7.7", {"relu": 3}) is None


def test_a_call_that_runs_out_of_time_ends_the_diagnosis() -> None:
    calls: list[object] = []

    def slow(z: object) -> object:
        calls.append(z)
        raise TimeUp

    finding = diagnose("1.1", {"step": slow})
    assert finding is not None
    assert "did not come back" in finding.message
    assert len(calls) == 1


def test_what_ends_an_examination_goes_through() -> None:
    class Stop(BaseException):
        pass

    def gone(z: object) -> object:
        raise Stop

    with pytest.raises(Stop):
        diagnose("1.1", {"step": gone})


def test_given_functions_can_be_lent() -> None:
    lent = Given(lambda x: x + 1)
    assert lent(1) == 2
    assert lent.__exports__ == ("__call__",)
