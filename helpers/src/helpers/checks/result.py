"""check: the line under a student's cell. Never raises for anything that is handed to it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from helpers import messages
from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Exercise, exercises
from helpers.checks.engine import examine
from helpers.checks.guard import TimeUp, quiet
from helpers.checks.plain import plain
from helpers.checks.raised import told
from helpers.checks.symptom import State

LINES = 5  # of what a function printed, shown when it is not right yet
# A mark and a border for each state: at least 3:1 against white and against JupyterLab's dark.
COLOURS = {"passed": "#009E73", "wrong": "#D55E00", "not started": "#808080", "recorded": "#3A87C8"}


@dataclass(frozen=True)
class CheckResult:
    """What a check has to say; a notebook shows it as one framed line."""

    exercise: str
    state: State
    message: str
    printed: str = ""  # by the student's function during the check, the beginning of it

    def __repr__(self) -> str:
        sign, word = messages.text(f"sign.{self.state}"), messages.text(f"state.{self.state}")
        line = f"{self.exercise}  {sign} {word}: {self.message.replace('`', '')}"
        if not self.printed:
            return line
        shown = "\n".join(f"  | {printed}" for printed in self.printed.splitlines())
        return f"{line}\n  {messages.text('printed')}:\n{shown}"

    def _repr_html_(self) -> str:
        sign, word = messages.text(f"sign.{self.state}"), messages.text(f"state.{self.state}")
        colour = COLOURS[self.state]
        body = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(self.message))
        return (
            f'<div role="status" class="nnbh-check" style="border-left: 5px solid {colour}; '
            'padding: 0.35em 0.8em; margin: 0.2em 0; color: inherit; line-height: 1.5">'
            f"<strong>{html.escape(self.exercise)}</strong> &nbsp;"
            f'<span aria-hidden="true" style="color: {colour}; font-weight: bold">{sign}</span> '
            f"<strong>{word}</strong> &nbsp;{body}{self._printed_html()}</div>"
        )

    def _printed_html(self) -> str:
        if not self.printed:
            return ""
        title = html.escape(messages.text("printed"))
        return (
            f"<details><summary>{title}</summary>"
            '<pre style="margin: 0.3em 0; color: inherit; background: none">'
            f"{html.escape(self.printed)}</pre></details>"
        )


def check(exercise: str, *objects: object) -> CheckResult:
    """Try what you wrote on a few inputs and say what came out.

    Args:
        exercise: the exercise's number, "1.2".
        objects: what you wrote for it, in the order of the exercise: check("1.2", sigmoid, relu).

    Returns:
        A result whose state is passed, wrong, not started or recorded; shown as one line.
    """
    name = exercise if isinstance(exercise, str) else show.value(plain(exercise))
    try:
        known = exercises().get(name)
        if known is None:
            listed = ", ".join(sorted(exercises(), key=_number))
            return _wrong(name, messages.text("unknown-exercise", got=name, want=listed))
        if len(objects) != len(known.objects):
            return _wrong(name, _miscounted(known, len(objects)))
        return _checked(known, objects)
    except TimeUp:
        return _wrong(name, messages.text("hung", call=name))
    except KeyboardInterrupt:
        raise
    except Exception as error:  # ours: a check that fails must not look like a student's mistake
        return _wrong(name, messages.text("our-fault", got=type(error).__name__))
    except BaseException as error:  # a student may raise whatever there is
        raised = blame_raised(told(error), {"call": name}, name)
        return _wrong(name, messages.sentence(raised))


def _number(name: str) -> tuple[int, ...]:
    return tuple(map(int, name.split(".")))


def _wrong(name: str, message: str) -> CheckResult:
    return CheckResult(name, "wrong", message)


def _miscounted(known: Exercise, count: int) -> str:
    call = f'check("{known.id}", {", ".join(known.objects)})'
    things = f"{len(known.objects)} thing" + "s" * (len(known.objects) != 1)
    return messages.text("objects", want=things, got=str(count), call=call)


def _checked(known: Exercise, objects: tuple[object, ...]) -> CheckResult:
    named = dict(zip(known.objects, objects, strict=True))
    with quiet() as kept:
        report = examine(known, named, limit_s=known.limit_s)
    if report.finding is None:
        return CheckResult(known.id, report.state, messages.passed(known.id, report.measured))
    finding = report.finding
    printed = _beginning(kept.text) if finding.state == "wrong" else ""
    return CheckResult(known.id, finding.state, finding.message, printed)


def _beginning(text: str) -> str:
    lines = [line[:200] for line in text.splitlines()]
    return "\n".join(lines[:LINES] + ["..."] * (len(lines) > LINES))
