"""Strip outputs and execution counts from the notebooks named on the command line.

Exit status 1 when something was stripped, so that a commit stops and shows it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def strip(path: Path) -> bool:
    """Rewrite the notebook without outputs; True if it had any."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    dirty = False
    for cell in notebook["cells"]:
        if cell.get("outputs") or cell.get("execution_count") is not None:
            cell["outputs"], cell["execution_count"], dirty = [], None, True
    if dirty:
        text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")
    return dirty


if __name__ == "__main__":
    changed = [name for name in sys.argv[1:] if strip(Path(name))]
    for name in changed:
        print(f"{name}: had outputs; they are stripped now, add the file again")
    sys.exit(bool(changed))
