"""A function that has to give the same answer when it is asked the same twice.

Whether the answer is right, and what an exception means, is for the other cases to say.
"""

from __future__ import annotations

from typing import Any, cast

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import plain
from helpers.checks.symptom import Fine, Symptom
from helpers.checks.values import decode, encode


def steady(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: args of the call."""
    answers = []
    try:
        for _ in range(2):
            args = tuple(decode(item) for item in case.params["args"])
            answers.append(encode(plain(cast(Any, target)(*args))))
    except TimeUp:
        return Symptom("hung", {"call": case.call})
    except (Exception, SystemExit):
        return Fine()
    if answers[0] == answers[1]:
        return Fine()
    call = case.call or show.call(case.object, args, {})
    words = {"name": case.object, "call": call, "got": "two answers", "want": "one"}
    return Symptom("steady.differs", words)
