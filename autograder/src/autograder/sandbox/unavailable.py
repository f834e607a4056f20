"""The one error of the sandbox, and the sentences that say what would help."""

from __future__ import annotations

from pathlib import Path

INSTALL = "Install it: sudo apt install bubblewrap (or: sudo dnf install bubblewrap)."

# Kernel switches that keep ordinary users from making namespaces, and their friendly setting.
SWITCHES = {
    "kernel/apparmor_restrict_unprivileged_userns": "0",
    "kernel/unprivileged_userns_clone": "1",
}


class SandboxUnavailable(Exception):
    """A promised property cannot be had here: one sentence says which, and what would help."""


def start_failure(words: str) -> SandboxUnavailable:
    """Turn what bubblewrap or the sandbox's Python said at its end into advice."""
    told = words.strip()[-600:] or "it ended without a word"
    advice = ""
    if told.startswith("bwrap:") and ("ermission" in told or "permitted" in told):
        advice = f" {namespace_advice(Path('/proc/sys'))}"
    return SandboxUnavailable(f"The sandbox did not start: {told}.{advice}")


def import_failure(words: str, as_root: bool) -> SandboxUnavailable:
    """The sandbox's Python ran and could not import what it needs."""
    advice = (
        " Started by root, the sandbox runs as another user: everybody must be able to read the "
        "Python environment (chmod -R go+rX on its folder)."
    )
    return SandboxUnavailable(
        f"The sandbox's Python cannot start: {words}.{advice if as_root else ''}"
    )


def namespace_advice(settings: Path) -> str:
    """The command that lets bubblewrap make namespaces, as far as the kernel's switches tell."""
    for name, wanted in SWITCHES.items():
        file = settings / name
        if file.exists() and file.read_text().strip() != wanted:
            setting = name.replace("/", ".")
            return f"User namespaces are switched off: sudo sysctl -w {setting}={wanted}"
    return "In a container, start it with a seccomp profile that allows user namespaces."
