"""What is the same for all submissions of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from autograder.models import Limits, Unit
from autograder.skeleton import Skeleton


@dataclass(frozen=True)
class Job:
    """A unit, and how its submissions are to be judged."""

    unit: Unit
    skeleton: Skeleton
    limits: Limits
    sandbox: Literal["bwrap", "none"]
    isolation: Literal["split", "shared"]
    choices: Mapping[str, Mapping[str, str]]  # exercise -> wrong choice -> name of the mistake
    files: Mapping[str, bytes] = field(default_factory=dict)  # the course's, beside the notebook
    cache: Path | None = None  # the folder with verdicts of earlier runs; None: judge all anew
