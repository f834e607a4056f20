"""What every worker needs, imported once: by the process that forks them, and by it alone.

That is multiprocessing's fork server. It has one thread and has opened nothing, so a fork of it is
as good as a new process. It ends with the grader, and its workers with it.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

from autograder.sandbox import WARM, linux

linux.die_with_parent()
for name in (*WARM, "autograder.examine.examination", "autograder.feedback"):
    with suppress(ImportError):  # whoever needs it will tell
        import_module(name)
