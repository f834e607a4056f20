"""What a look at a student's object can end with. Frozen values, no words of their own.

The words are in helpers.messages; a symptom carries the key of its sentence and what fills it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["passed", "wrong", "not started", "recorded"]


@dataclass(frozen=True)
class Symptom:
    """One thing that is not as it should be."""

    key: str  # of a sentence in messages
    words: Mapping[str, str] = field(default_factory=dict)
    where: str = ""  # tells two symptoms of one key apart, when a mistake is recognised by it
    state: State = "wrong"


@dataclass(frozen=True)
class Fine:
    """Nothing wrong; measured fills the line that says so."""

    measured: Mapping[str, str] = field(default_factory=dict)
    state: State = "passed"


@dataclass(frozen=True)
class Finding:
    """What diagnose tells: a finished message, and the answer bank's name for the mistake."""

    message: str
    mistake: str | None
    state: State
