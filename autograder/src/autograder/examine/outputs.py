"""What a cell showed, as nbformat outputs, capped; and a test cell's verdict in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.models import Notebook, Outcome, Verdict

from .notebook import index_by_id
from .ran import Ran

MAX_TEXT = 20_000
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BASE64 = re.compile(r"[A-Za-z0-9+/=]*\Z")


def filled(
    notebook: Notebook, ran: Mapping[str, Ran], judged: Sequence[Verdict], traces: Mapping[str, str]
) -> Notebook:
    """The notebook with what its cells showed, and each test's verdict."""
    made = {**notebook, "cells": [dict(cell) for cell in notebook.get("cells", ())]}
    place = index_by_id(made)
    shown = {name: of_cell(one) for name, one in ran.items()}
    shown |= {
        verdict.grade_id: of_test(verdict, traces.get(verdict.grade_id, "")) for verdict in judged
    }
    for verdict in judged:
        if verdict.outcome is Outcome.NEEDS_HUMAN and verdict.grade_id in ran:
            shown[verdict.grade_id] = of_cell(ran[verdict.grade_id])
    for name, cell_outputs in shown.items():
        cell = made["cells"][place[name]] if name in place else {}
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = cell_outputs, None
    return made


def of_cell(ran: Ran) -> list[dict[str, Any]]:
    """The outputs of a cell that ran in the candidate."""
    outputs = [_output(*piece) for piece in ran.outputs[:200]]
    if ran.kind == "raised":
        outputs.append(
            {
                "output_type": "error",
                "ename": clean(ran.error),
                "evalue": clean(ran.text),
                "traceback": clean(ran.trace).splitlines(),
            }
        )
    elif ran.kind != "ok":
        outputs.append(_stream("stderr", f"This cell was stopped: {ran.kind}. {ran.text}\n"))
    return outputs


def of_test(verdict: Verdict, trace: str = "") -> list[dict[str, Any]]:
    """A test cell's outcome and message, and the student's own traceback if it may be seen."""
    score = "-" if verdict.points is None else f"{verdict.points:g}"
    head = f"{verdict.grade_id}: {verdict.outcome} ({score} of {verdict.max_points:g})"
    outputs = [_stream("stdout", f"{head}\n{verdict.message}\n")]
    return [*outputs, _stream("stderr", trace)] if trace else outputs


def _output(kind: str, name: str, text: str) -> dict[str, Any]:
    if kind == "picture" and _BASE64.match(text):
        return {"output_type": "display_data", "metadata": {}, "data": {"image/png": text}}
    if kind == "result":
        return {
            "output_type": "execute_result",
            "execution_count": None,
            "metadata": {},
            "data": {"text/plain": clean(text)},
        }
    return _stream("stderr" if name == "stderr" else "stdout", text)


def _stream(name: str, text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": clean(text)}


def clean(text: str) -> str:
    """Text without control characters or halves of characters, and not endless."""
    text = _NOT_TEXT.sub("?", text.replace("\r", "\n"))
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "\n... (cut)\n"
