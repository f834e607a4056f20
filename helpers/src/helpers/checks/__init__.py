"""Compare what a student wrote with what an exercise asks for, and explain.

check is for notebooks; diagnose, the same without printing, also names mistakes for the grader.
mistake gives the words for one that is known by name. A call that raises TimeUp is told as one
that does not come back. Left to others: the words (helpers.messages) and points (the tests).
"""

from helpers.checks.engine import diagnose
from helpers.checks.guard import TimeUp
from helpers.checks.result import CheckResult, check
from helpers.checks.symptom import Finding
from helpers.messages import mistake

__all__ = ["CheckResult", "Finding", "TimeUp", "check", "diagnose", "mistake"]
