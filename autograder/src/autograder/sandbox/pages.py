"""Large pages for a process that is forked often: each fork has fewer page tables to copy."""

from __future__ import annotations

from contextlib import suppress

from autograder.sandbox import linux

MADV_COLLAPSE = 25  # from Linux 6.1 on
LARGE = 2**21  # bytes


def collapse() -> None:
    """Put this process's own memory into large pages; where the kernel cannot, nothing happens."""
    with suppress(OSError), open("/proc/self/maps", encoding="ascii") as maps:
        for line in maps.read().splitlines():
            span, rights, *_, inode, name = [*line.split(), ""][:6]
            if rights.startswith("rw-p") and inode == "0" and not name.startswith("[stack"):
                _collapse(*(int(end, 16) for end in span.split("-")))


def _collapse(low: int, high: int) -> None:
    low, high = -(-low // LARGE) * LARGE, high // LARGE * LARGE
    if low < high:
        with suppress(OSError):
            linux.advise(low, high - low, MADV_COLLAPSE)
