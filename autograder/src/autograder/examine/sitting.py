"""Puts questions to copies of one candidate: who is asked, by whom, and what is left after it.

The cells have all run once; at each place in the notebook a copy of the candidate was kept. What is
asked of one copy is asked in turn, by one examining process. Both serve on as long as nothing has
happened to them: a copy that broke is replaced, and so is an examiner that is not as it was.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from .ending import Ending, of_stop
from .faults import Died, Stop
from .session import Session, went_by_itself
from .supervisor import Examining


@dataclass(frozen=True, eq=False)
class Question:
    """Something to be found out from a copy."""

    work: Callable[[socket.socket, float], Ending]  # is given the copy's socket and a deadline
    place: int  # of the copy, in the notebook
    alone: bool  # of a copy that has been asked nothing before


@dataclass(frozen=True)
class Answer:
    """What came of a question."""

    ending: Ending
    first: bool = True  # the copy had been asked nothing before
    reason: str = ""  # why the candidate died, if it did


class Sitting:
    """All questions to one candidate, and to those that replace it."""

    def __init__(self, session: Session, questions: Sequence[Question], memory_mib: int) -> None:
        """`questions` are in the order in which they will be asked, or left out."""
        self._session = session
        self._questions = questions
        self._memory_mib = memory_mib
        self._open: int | None = None  # place of the copy that waits for another question
        self._deserted: set[int] = set()  # places whose copy has ended by itself
        self._examining: Examining | None = None
        self._sock: socket.socket | None = None  # on which that examiner speaks
        before = [None, *(question.place for question in questions)]
        self._own = [  # those that have a copy kept for them; the others join the one before
            question
            for question, place in zip(questions, before, strict=False)
            if question.alone or question.place != place
        ]
        session.expect([question.place for question in self._own])

    def ask(self, question: Question) -> Answer | None:
        """The answer to one of the questions.

        Returns:
            None if the copy that it should be asked of has ended by itself: another might, too.
        """
        first = question.alone or self._open != question.place
        try:
            sock = self._first_time(question) if first else self._session.renew()
        except Stop as stop:
            ending = Ending(**of_stop(stop), in_step=False)
            return Answer(ending, first, self._discard(died=isinstance(stop, Died)))
        if sock is None:
            return None
        number = self._questions.index(question)
        ending = self._examiner(sock).do(number, self._session.due())
        if ending.kind == "died":
            self._deserted.add(question.place)
            if went_by_itself(ending.text):
                self._open = None
                return Answer(ending, first)
        reason = "" if ending.in_step else self._discard(died=ending.kind == "died")
        return Answer(ending, first, reason)

    def close(self) -> None:
        """End the examiner and the candidate."""
        self._discard()

    def _first_time(self, question: Question) -> socket.socket | None:
        """Have a copy serve that nobody has asked anything yet; None if there is none."""
        if self._open is not None:
            self._session.leave()
            self._open = None
        if question not in self._own:
            if question.place in self._deserted:
                return None
            self._session.again(question.place)
        sock = self._session.snapshot(question.place)
        self._open = question.place
        return sock

    def _examiner(self, sock: socket.socket) -> Examining:
        """The examining process, a new one if the last has ended or speaks to the wrong one."""
        if self._examining is None or self._examining.over or self._sock is not sock:
            self._dismiss()
            works = [partial(question.work, sock) for question in self._questions]
            self._examining, self._sock = Examining(works, self._memory_mib), sock
        return self._examining

    def _dismiss(self) -> None:
        if self._examining:
            self._examining.end()
        self._examining = self._sock = None

    def _discard(self, *, died: bool = False) -> str:
        self._open = None
        self._dismiss()
        return self._session.discard(died=died)
