"""A call that has to be refused: by the right class of exception, whose text names what it saw."""

from __future__ import annotations

import builtins
import re
from collections.abc import Sequence
from typing import Any, cast

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import plain
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom
from helpers.checks.values import decode


def raises(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: args, error (the built-in class, ValueError), tells (runs of numbers in the text).

    tells = [[2, 3], [4, 5]] wants 2 followed by 3 and 4 followed by 5, whatever stands between.
    """
    args = tuple(decode(item) for item in case.params["args"])
    wanted = str(case.params.get("error", "ValueError"))
    call = case.call or show.call(case.object, args, {})
    words = {"name": case.object, "call": call, "want": wanted}
    try:
        answer = plain(cast(Any, target)(*args))
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        return _judge(error, wanted, case.params.get("tells", []), words, exercise)
    words["got"] = "None" if answer is None else show.value(answer)
    return Symptom("raises.nothing", words, "none" if answer is None else "")


def _judge(
    error: BaseException,
    wanted: str,
    tells: Sequence[Sequence[int]],
    words: dict[str, str],
    exercise: str,
) -> Symptom | Fine:
    raised = told(error)
    said = f"{raised.error}: {raised.text}" if raised.text else raised.error
    words = words | {"got": said}
    if isinstance(error, NotImplementedError):
        return blame_raised(raised, words, exercise)
    if not isinstance(error, getattr(builtins, wanted)):
        at = f" ({raised.line})" if raised.line else ""
        return Symptom("raises.other", words | {"error": said, "at": at}, raised.error)
    numbers = " ".join(re.findall(r"[0-9]+", raised.text))
    missing = [run for run in tells if f" {' '.join(map(str, run))} " not in f" {numbers} "]
    if missing:
        listed = " and ".join(str(tuple(run)) for run in missing)
        return Symptom("raises.untold", words | {"part": listed}, numbers)
    return Fine()
