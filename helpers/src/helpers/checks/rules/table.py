"""The truth table of a gate: all four answers at once, and whose table it is instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import numeric, plain
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
TABLES = {
    "0001": "AND",
    "1110": "NAND",
    "0111": "OR",
    "1000": "NOR",
    "0110": "XOR",
    "1001": "the opposite of XOR",
    "0000": "always 0",
    "1111": "always 1",
    "0011": "the first input",
    "0101": "the second input",
    "1100": "NOT of the first input",
    "1010": "NOT of the second input",
}


def truth_table(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: want, the four answers for 00, 01, 10, 11."""
    answers = ask(lambda x1, x2: cast(Any, target)(x1, x2), case, exercise)
    return answers if isinstance(answers, Symptom) else judge(answers, case)


def ask(gate: Callable[[int, int], object], case: Case, exercise: str) -> list[str] | Symptom:
    """The four answers as "0" and "1", or what kept the gate from giving one."""
    answers: list[str] = []
    for x1, x2 in CORNERS:
        call = f"{case.object}({x1}, {x2})"
        right = str(case.params["want"][len(answers)])
        words = {"name": case.object, "call": call, "want": right, "got": "no answer"}
        try:
            answer = plain(gate(x1, x2))
        except TimeUp:
            return Symptom("hung", words)
        except (Exception, SystemExit) as error:
            return blame_raised(told(error), words, exercise)
        bit = as_bit(answer)
        if bit is None:
            return Symptom(_no_bit(answer), words | {"got": show.thing(answer)})
        answers.append(bit)
    return answers


def as_bit(answer: object) -> str | None:
    """ "0" or "1" for any number or 0-d array that is one: bool, int, float, NumPy's."""
    array = numeric(answer)
    if array is None or array.shape != () or array not in (0, 1):
        return None
    return str(int(array.real))


def _no_bit(answer: object) -> str:
    if answer is None:
        return "returned-none"
    return "no-bit" if numeric(answer) is not None else "returned-no-bit"


def judge(answers: Sequence[str], case: Case) -> Symptom | Fine:
    """Compare the four answers with the table; name the table that came out instead."""
    want = [str(bit) for bit in case.params["want"]]
    if list(answers) == want:
        return Fine()
    index = next(i for i in range(4) if answers[i] != want[i])
    x1, x2 = CORNERS[index]
    words = {
        "name": case.object,
        "call": f"{case.object}({x1}, {x2})",
        "got": answers[index],
        "want": want[index],
        "table": ", ".join(answers),
        "right": ", ".join(want),
        "wrong": str(sum(a != b for a, b in zip(answers, want, strict=True))),
    }
    code = "".join(answers)
    if code in TABLES:
        return Symptom("table.known", words | {"known": TABLES[code]}, where=code)
    return Symptom("table.other", words, where=code)
