"""Lets `nbgrader autograde` and the formgrader's Autograde button grade with this engine.

nbgrader fixes the class that autogrades but not its parts. Three of them are replaced by
`use_autograder`, called in nbgrader_config.py: what reads the notebook (exporter), what cleans it
(nothing: students' files are read in a worker process only) and what grades (preprocessor). The
worker processes grade ahead while nbgrader goes from student to student (ahead); scores and
comments go where nbgrader keeps them (saving). nbgrader's own late penalties stay.
"""

from __future__ import annotations

from typing import Any, Literal

__all__ = ["use_autograder"]

# By name, since every command of nbgrader reads the configuration and few of them grade.
EXPORTER = "autograder.formgrader.exporter.Blank"
GRADER = "autograder.formgrader.preprocessor.GradeNotebook"
LATE = "nbgrader.preprocessors.AssignLatePenalties"


def use_autograder(
    c: Any,
    *,
    isolation: Literal["split", "shared"] = "split",
    sandbox: Literal["bwrap", "none"] = "bwrap",
    jobs: int = 0,
    timeout_s: float = 0.0,
) -> None:
    """Make nbgrader grade with this engine.

    Args:
        c: the configuration, as `get_config()` gives it.
        isolation: "shared" for courses whose tests need the student's own process.
        sandbox: "none" where there is no bubblewrap: students' code then has your own rights.
        jobs: processes that grade side by side; 0: one a core.
        timeout_s: what a notebook may take; 0: what the course says.
    """
    c.Autograde.exporter_class = EXPORTER
    c.Autograde.sanitize_preprocessors = []
    c.Autograde.autograde_preprocessors = [GRADER, LATE]
    c.GradeNotebook.isolation = isolation
    c.GradeNotebook.sandbox = sandbox
    c.GradeNotebook.jobs = jobs
    c.GradeNotebook.timeout_s = timeout_s
