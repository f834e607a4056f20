"""What every page of ours must keep to, whatever a student wrote: `audit(html)` asserts it."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br", "hr", "img", "link", "input", "col", "wbr", "embed", "base", "source"}
FORBIDDEN = {"script", "iframe", "object", "embed", "link", "base", "form", "input", "button"}
FORBIDDEN |= {"audio", "video", "applet", "frame", "frameset", "template", "math"}


class Audited(HTMLParser):
    """A parsed page: its tags, attributes and visible text. Unbalanced tags fail at once."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.style = ""
        self.first_child: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self.open == [], f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in {tag}: {names}"
        if self.open:
            self.first_child.append((self.open[-1], tag))
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another tag"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [found[attribute] or "" for _, found in self.tags if attribute in found]


def audit(html: str) -> Audited:
    """Parse a page and assert that it is safe, self-contained and accessible."""
    html.encode("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    page = Audited(html)
    _is_safe(page)
    _is_accessible(page)
    return page


def _is_safe(page: Audited) -> None:
    assert "<script" not in page.html.lower()
    assert not FORBIDDEN & {tag for tag, _ in page.tags}
    attributes = {name for _, found in page.tags for name in found}
    assert not [name for name in attributes if name.startswith("on") or name in {"style", "srcdoc"}]
    for address in page.values("href") + page.values("xlink:href"):
        assert re.match(r"(#|\.\./|[\w-]+\.csv$)", address), address
    assert all(address.startswith("data:image/png;base64,") for address in page.values("src"))
    assert "url(" not in page.style
    assert "@import" not in page.style
    equivalents = page.values("http-equiv")
    assert equivalents == ["Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    policy = next(m["content"] or "" for m in page.all("meta") if "http-equiv" in m)
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page.html)


def _is_accessible(page: Audited) -> None:
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("main")) == 1
    assert page.all("header")
    assert page.text
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = page.values("id")
    assert len(ids) == len(set(ids)), "an id twice"
    targets = [a[1:] for a in page.values("href") if a.startswith("#")]
    labels = page.values("aria-labelledby")
    assert set(targets + labels) <= set(ids)
    assert all(image.get("alt") for image in page.all("img"))
    assert all(
        picture.get("aria-hidden") == "true" or picture.get("aria-label")
        for picture in page.all("svg")
    )
    ours = [scope for scope in page.all("th") if "scope" in scope]
    captions = [pair for pair in page.first_child if pair == ("table", "caption")]
    if ours:
        assert len(captions) == len(page.all("table"))
