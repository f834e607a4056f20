"""Set a matplotlib figure into a page as inline SVG.

A strict content policy forbids style attributes, so they become SVG attributes; known colours
become the page's CSS variables, so that a picture follows the light and the dark look.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager

import matplotlib as mpl
from markupsafe import Markup, escape
from matplotlib.figure import Figure

# Colours of the light look, and the variables that stand for them in every look.
INK, SOFT, LINE, CARD = "#1b1f24", "#57606a", "#d9dee4", "#ffffff"
_VARIABLES = {INK: "ink", SOFT: "soft", LINE: "line", CARD: "card"}


def look(name: str) -> AbstractContextManager[None]:
    """matplotlib's settings while a figure is drawn; `name` makes its ids the same every time."""
    return mpl.rc_context(
        {
            "font.size": 10,
            "text.color": INK,
            "axes.facecolor": "none",
            "hatch.linewidth": 0.8,
            "hatch.color": CARD,
            "svg.fonttype": "none",  # letters stay letters, in the page's own font
            "svg.hashsalt": name,
        }
    )


def inline(figure: Figure, name: str, alt: str, colours: Mapping[str, str]) -> Markup:
    """The figure as SVG without style attributes, addresses or ids that could meet another's.

    Args:
        figure: drawn under `look(name)`.
        name: put before every id.
        alt: what the picture shows, in words.
        colours: further colours (as "#009e73") and the CSS variables that replace them.
    """
    file = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(
        file, format="svg", bbox_inches="tight", pad_inches=0.05, transparent=True, metadata=nothing
    )
    text = file.getvalue()
    box = re.search(r'viewBox="([\d. -]+)"', text)
    body = text[text.index(">", text.index("<svg")) + 1 : text.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", body, flags=re.S)
    body = re.sub(r'style="([^"]*)"', lambda hit: _attributes(hit[1]), body)
    for colour, variable in {**_VARIABLES, **colours}.items():
        body = body.replace(f'"{colour}"', f'"var(--{variable})"')
    body = body.replace("xlink:href", "href")
    body = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", body)
    head = (
        f'<svg class="plot" viewBox="{box[1] if box else "0 0 1 1"}" role="img" '
        f'stroke-linejoin="round" aria-label="{escape(alt)}">'
    )
    return Markup(f"{head}{body}</svg>")


def _attributes(style: str) -> str:
    """CSS declarations as SVG attributes, without the font's name."""
    made = []
    for declaration in style.split(";"):
        key, _, value = (part.strip() for part in declaration.partition(":"))
        if key == "font":
            size = re.search(r"[\d.]+px", value)
            key, value = "font-size", size[0] if size else "10px"
        if value and key != "font-family":
            made.append(f'{key}="{value}"')
    return " ".join(made)
