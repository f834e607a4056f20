"""The ground of every page: templates that escape, one look, one policy, whole files.

A page is one file without scripts. Its policy lets the browser use its own style sheet, pictures
that stand in the page, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.files import write_whole

TEMPLATES = Path(__file__).with_name("templates")


@cache
def environment(templates: Path) -> Environment:
    """Templates of one kind of page, which can extend this package's frame."""
    return Environment(
        loader=FileSystemLoader([templates, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style(sheet: Path) -> tuple[Markup, str]:
    """The common look followed by a page's own sheet, and the policy that allows just these."""
    text = "".join(file.read_text("utf-8") for file in (TEMPLATES / "look.css", sheet))
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Markup(text), policy


def write(path: Path, text: str) -> Path:
    """Write a file whole or not at all: a reader or a rerun never meets half of it."""
    write_whole(path, text.encode("utf-8"))
    return path
