"""Puts questions to copies of one candidate: who is asked, by whom, and what is left after it.

The cells have all run once; at each place in the notebook a copy of the candidate was kept. What is
asked of one copy is asked in turn, by one examining process. Both serve on as long as nothing has
happened to them: a copy that broke, or an examiner that the candidate has reached into (it changed
an object lent to it, or called one), is replaced.
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


@dataclass(frozen=True)
class Question:
    """Something to be found out from a copy."""

    work: Callable[[socket.socket, float], Ending]  # is given the copy's socket and a deadline
    place: int  # of the copy, in the notebook
    alone: bool  # of a copy that is asked nothing else


@dataclass(frozen=True)
class Answer:
    """What came of a question."""

    ending: Ending
    first: bool = True  # the copy had been asked nothing else
    reason: str = ""  # why the candidate died, if it did


class Sitting:
    """All questions to one candidate, and to those that replace it."""

    def __init__(self, session: Session, questions: Sequence[Question], memory_mib: int) -> None:
        self._session = session
        self._questions = questions
        self._memory_mib = memory_mib
        self._open: int | None = None  # place of the copy that waits for another question
        self._used: set[int] = set()  # places whose common copy has been asked something
        self._examining: Examining | None = None
        self._sock: socket.socket | None = None  # on which that examiner speaks
        common = {question.place for question in questions if not question.alone}
        session.expect([*common, *(q.place for q in questions if q.alone)])

    def ask(self, number: int) -> Answer | None:
        """The answer to a question, given by its place in the list; each may be asked once.

        Returns:
            None if the copy that it should be asked of is gone, and the candidate lives on.
        """
        question = self._questions[number]
        first = question.alone or self._open != question.place
        try:
            sock = self._first_time(question) if first else self._session.renew()
        except Stop as stop:
            ending = Ending(**of_stop(stop), in_step=False)
            return Answer(ending, first, self._discard(died=isinstance(stop, Died)))
        if sock is None:
            return None
        ending = self._examiner(sock).do(number, self._session.due())
        if ending.kind == "died" and went_by_itself(ending.text):
            self._open = None
            return Answer(ending, first)
        if not ending.in_step:
            return Answer(ending, first, self._discard(died=ending.kind == "died"))
        if question.alone:
            self._session.leave()
        return Answer(ending, first)

    def close(self) -> None:
        """End the examiner and the candidate."""
        self._discard()

    def _first_time(self, question: Question) -> socket.socket | None:
        """Have a copy serve that nobody has asked anything yet; None if there is none."""
        place = question.place
        if self._open is not None:
            self._session.leave()
            self._open = None
        if not question.alone:
            if place in self._used:
                if self._session.running:
                    return None
                self._session.again(place)
            self._used.add(place)
        sock = self._session.snapshot(place)
        self._open = None if question.alone else place
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
