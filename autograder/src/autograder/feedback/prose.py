"""The instructor's own words in a notebook: an exercise's title, a choice's explanation.

Formulas are set as text: a page without scripts has no typesetter.
"""

from __future__ import annotations

import re

import mistune
from markupsafe import Markup

from autograder.feedback.outputs import cells, metadata, sanitised, source
from autograder.feedback.text import capped, clean
from autograder.models import Notebook

_LIMIT = 6_000  # characters
_SYMBOLS = {
    "ge": "≥", "geq": "≥", "le": "≤", "leq": "≤", "ne": "≠", "neq": "≠", "approx": "≈",
    "cdot": "·", "times": "×", "pm": "±", "to": "→", "rightarrow": "→", "Rightarrow": "⇒",
    "infty": "∞", "sum": "Σ", "partial": "∂", "nabla": "∇", "in": "∈", "quad": " ", "dots": "…",
    "ldots": "…", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eta": "η",
    "theta": "θ", "lambda": "λ", "mu": "μ", "sigma": "σ", "varphi": "φ", "phi": "φ",
}  # fmt: skip


def title(notebook: Notebook, exercise: str) -> str:
    """The heading that begins with the exercise's number, "1.2  Smooth steps", without it."""
    heading = re.compile(rf"^#{{1,6}}\s+{re.escape(exercise)}[.:]?\s+(\S.*?)\s*#*$", re.MULTILINE)
    for cell in cells(notebook):
        if cell.get("cell_type") == "markdown" and (hit := heading.search(source(cell))):
            return capped(re.sub(r"[*`$]", "", hit[1]), 120)
    return ""


def explanations(notebook: Notebook, exercise: str) -> tuple[Markup, ...]:
    """The cells that explain a choice (metadata.nnbh.explanation), as safe HTML."""
    found = (
        cell
        for cell in cells(notebook)
        if metadata(cell, "nnbh").get("explanation") is True
        and metadata(cell, "nnbh").get("exercise") == exercise
    )
    return tuple(_html(source(cell)) for cell in found)


def _html(markdown: str) -> Markup:
    render = mistune.create_markdown(escape=True, plugins=["table"])
    text = re.sub(r"\$\$?([^$]+)\$\$?", lambda hit: f"`{_formula(hit[1])}`", clean(markdown))
    # Headings of a cell would break the page's own order of headings: they become bold lines.
    text = re.sub(r"(?m)^#{1,6}\s+(.*)$", r"**\1**", text[:_LIMIT])
    return sanitised(str(render(text)))


def _formula(tex: str) -> str:
    named = re.sub(r"\\([A-Za-z]+)", lambda hit: _SYMBOLS.get(hit[1], hit[1]), tex)
    return " ".join(re.sub(r"\\[,;! ]|[{}]", "", named).replace("`", "'").split())
