"""A function that must be built of calls of one given gate and nothing else.

First its truth table with a counted gate, then once more with inputs that are no numbers: names,
which only the gate knows how to combine. Whatever else touches them cannot give an expression.
"""

from __future__ import annotations

from typing import Any, cast

from helpers.checks import given
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import plain
from helpers.checks.raised import told
from helpers.checks.rules.table import CORNERS, as_bit, ask, judge
from helpers.checks.symptom import Fine, Symptom

BUDGET = 100  # calls of the gate in one call of the function; more is a loop without end


class Counted(given.Given):
    """A gate that counts: numbers give a number, names give the name of an expression."""

    def __init__(self, name: str) -> None:
        super().__init__(given.FUNCTIONS[name])
        self.made: dict[str, tuple[str, str]] = {}
        self.calls = 0

    def __call__(self, *args: object, **kwargs: object) -> object:
        """One call of the gate."""
        x1, x2 = (*args, *kwargs.values())
        self.calls += 1
        if self.calls > BUDGET:
            raise RuntimeError(f"{self.__name__} was called more than {BUDGET} times")
        if isinstance(x1, str) and isinstance(x2, str):
            made = f"{self.__name__}({x1}, {x2})"
            self.made[made] = (x1, x2)
            return made
        return self.function(x1, x2)

    def value(self, expression: str, inputs: dict[str, int]) -> int:
        """What an expression that this gate made gives for these inputs."""
        if expression in inputs:
            return inputs[expression]
        left, right = self.made[expression]
        return int(self.function(self.value(left, inputs), self.value(right, inputs)))


def counts_calls(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: gate (a name in given), most (calls), want (the table)."""
    name = str(case.params["gate"])
    counts: list[int] = []

    def once(x1: object, x2: object) -> object:
        counted = Counted(name)
        answer = cast(Any, target)(x1, x2, counted)
        counts.append(counted.calls)
        return answer

    answers = ask(once, case, exercise)
    if isinstance(answers, Symptom):
        return answers
    verdict = judge(answers, case)
    if isinstance(verdict, Symptom):
        return Symptom(verdict.key, {**verdict.words, "gate": name}, verdict.where)
    words = {"name": case.object, "gate": name, "most": str(case.params["most"])}
    words |= {"got": str(max(counts)), "want": words["most"], "calls": str(max(counts))}
    words["call"] = f"{case.object}(x1, x2, {name})"
    if min(counts) == 0:
        return Symptom("calls.none", words, _instead(target, name))
    return _only_the_gate(target, case, words)


def _instead(target: object, name: str) -> str:
    """What a function that never calls its gate does: asked with numbers no gate expects.

    A comparison finds 5 and 5 equal, a formula gives no bit, another gate saturates.
    """
    bits: list[str | None] = []
    for x in (5, -5):
        try:
            bits.append(as_bit(plain(cast(Any, target)(x, x, Counted(name)))))
        except Exception:  # whatever it raises, it is none of the three
            return "something else"
    if None in bits:
        return "a formula"
    return "another gate" if "1" in bits else "a comparison"


def _only_the_gate(target: object, case: Case, words: dict[str, str]) -> Symptom | Fine:
    """The table of the expression that comes out when the inputs are names."""
    counted = Counted(words["gate"])
    try:
        answer = plain(cast(Any, target)("x1", "x2", counted))
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        raised = told(error)
        detail = f"{raised.error}: {raised.text}"
        return Symptom("calls.other-raised", words | {"error": detail, "got": detail})
    if not isinstance(answer, str) or answer not in counted.made:
        return Symptom("calls.other", words)
    table = [counted.value(answer, {"x1": x1, "x2": x2}) for x1, x2 in CORNERS]
    if table != list(case.params["want"]):
        return Symptom("calls.other", words)
    if counted.calls > case.params["most"]:
        most = {"calls": str(counted.calls), "got": str(counted.calls)}
        again = len(counted.made) < counted.calls
        return Symptom("calls.repeated" if again else "calls.too-many", words | most)
    return Fine({f"{words['gate']}_calls": str(counted.calls)})
