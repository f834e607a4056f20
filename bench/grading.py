"""Grades the same submissions with stock nbgrader and with autograder: `python bench/grading.py`.

Prints wall seconds and the whole machine's processor seconds a submission for both, with one and
with two processes, the ratio, and the floor: the graded cells run once in a forked process that
has everything imported.
Ends with 1 if the marks disagree. `--scale` instead grades 10, 100 and 1,000 submissions with
autograder alone and prints whether time and memory a submission stay the same.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
STOCK = "c = get_config()\nc.CourseDirectory.course_id = 'bench'\nc.Exchange.course_id = 'bench'\n"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What a run cost, startup included."""

    wall_s: float
    cpu_s: float  # of the whole machine: what dies with a process namespace is in no other account
    peak_mib: float = 0.0  # all processes of the run together, shared pages counted once


def descendants(pid: int) -> Iterator[int]:
    """The process and all that it started."""
    yield pid
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from descendants(int(child))


def proportional_mib(pid: int) -> float:
    """Memory of a process and its descendants, each shared page counted once."""
    total = 0
    for each in descendants(pid):
        with contextlib.suppress(OSError, IndexError, StopIteration):
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
            total += int(next(line for line in lines if line.startswith("Pss:")).split()[1])
    return total / 1024


def busy_s() -> float:
    """Seconds that all cores together have worked since the machine's start."""
    user, nice, system, _, _, irq, softirq = map(int, Path("/proc/stat").read_text().split()[1:8])
    return (user + nice + system + irq + softirq) / TICKS


def measured(commands: list[list[str]], places: list[Path]) -> Cost:
    """Run commands side by side, each in its place. Nothing else should run on the machine."""
    before = busy_s()
    start = time.perf_counter()
    logs = [place.parent / f"{place.name}.log" for place in places]
    running = []
    for command, place, log in zip(commands, places, logs, strict=True):
        with log.open("wb") as out:
            running.append(subprocess.Popen(command, cwd=place, stdout=out, stderr=out))
    peak, done = 0.0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(2.0):  # looking at every page of every process is work, too
            peak = max(peak, sum(proportional_mib(process.pid) for process in running))

    watcher = threading.Thread(target=watch)
    watcher.start()
    codes = [process.wait() for process in running]
    wall = time.perf_counter() - start
    done.set()
    watcher.join()
    cpu = busy_s() - before
    for code, command, log in zip(codes, commands, logs, strict=True):
        if code:
            sys.exit(f"{' '.join(command)} ended with {code}:\n{log.read_text()[-3000:]}")
    return Cost(wall, cpu, peak)


def submissions(folder: Path, unit: str, count: int) -> list[str]:
    """Write submitted/ trees of answers drawn from the bank with a fixed seed; the students."""
    from autograder.bank.entries import read_bank
    from autograder.skeleton import exercise_of, is_answer

    released = json.loads((ROOT / "release" / unit / f"{unit}.ipynb").read_text("utf-8"))
    bank: dict[str, list[str]] = {}
    for entry in read_bank(ROOT / "course" / "answers", unit):
        if not entry.expected.outcome:  # what never ends would cost everybody the same half minute
            bank.setdefault(entry.exercise, []).append(entry.source)
    draw = random.Random(1)
    students = [f"student-{number:04}" for number in range(1, count + 1)]
    for student in students:
        cells = [
            cell | {"source": draw.choice(bank[exercise_of(cell)])} if is_answer(cell) else cell
            for cell in released["cells"]
        ]
        place = folder / "submitted" / student / unit
        place.mkdir(parents=True)
        (place / f"{unit}.ipynb").write_text(json.dumps(released | {"cells": cells}), "utf-8")
    return students


def stock_course(folder: Path, unit: str) -> None:
    """A course for nbgrader's own commands, with the assignment generated."""
    shutil.copytree(ROOT / "source" / unit, folder / "source" / unit)
    (folder / "nbgrader_config.py").write_text(STOCK)
    made = [str(TOOLS / "nbgrader"), "generate_assignment", unit]
    subprocess.run(made, cwd=folder, check=True, capture_output=True)


def stock_scores(folder: Path, unit: str) -> dict[str, float]:
    """Each student's score in nbgrader's gradebook."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        found = gradebook.assignment_submissions(unit)
        return {submission.student.id: float(submission.score) for submission in found}


def stock(
    base: Path, unit: str, students: list[str], processes: int
) -> tuple[Cost, dict[str, Any]]:
    """Grade with nbgrader: with two processes, two courses with half of the students each."""
    folders = [base / f"stock-{processes}-{number}" for number in range(processes)]
    for number, folder in enumerate(folders):
        stock_course(folder, unit)
        for student in students[number::processes]:
            shutil.copytree(base / "submitted" / student, folder / "submitted" / student)
    command = [str(TOOLS / "nbgrader"), "autograde", unit]
    cost = measured([command] * processes, folders)
    scores: dict[str, float] = {}
    for folder in folders:
        scores |= stock_scores(folder, unit)
    return cost, scores


def ours(base: Path, unit: str, jobs: int) -> tuple[Cost, dict[str, Any]]:
    """Grade with autograder, everything that it writes included."""
    folder = base / f"ours-{jobs}"
    folder.mkdir()
    (folder / "submitted").symlink_to(base / "submitted")
    command = [str(TOOLS / "autograder"), "grade", unit, "--course", str(ROOT)]
    cost = measured([[*command, "--workspace", str(folder), "--jobs", str(jobs)]], [folder])
    return cost, stock_scores(folder, unit)


def floor(base: Path, unit: str, students: list[str]) -> float:
    """Processor seconds a submission to run its graded cells once, in a fork, and nothing else."""
    from autograder.skeleton import text

    os.environ["MPLBACKEND"] = "Agg"
    for name in ("matplotlib.pyplot", "helpers.sliders"):
        importlib.import_module(name)
    source = json.loads((ROOT / "source" / unit / f"{unit}.ipynb").read_text("utf-8"))
    tests = {cell["id"]: text(cell) for cell in source["cells"]}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for student in students:
        path = base / "submitted" / student / unit / f"{unit}.ipynb"
        cells = json.loads(path.read_text("utf-8"))["cells"]
        if (child := os.fork()) == 0:
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
            ):
                _run_all(cells, tests)
            os._exit(0)
        os.waitpid(child, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent / len(students)


def _run_all(cells: list[dict[str, Any]], tests: dict[str, str]) -> None:
    """Run what counts: neither prose nor checks, hints and demos."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in cells:
        tags = set(cell["metadata"].get("tags", ()))
        if cell["cell_type"] != "code" or tags & {"check", "hint", "demo"}:
            continue
        graded = cell["metadata"].get("nbgrader", {}).get("grade")
        code = tests[cell["id"]] if graded else "".join(cell["source"])
        with contextlib.suppress(Exception):
            exec(compile(code, "<cell>", "exec"), names)


def compare(base: Path, unit: str, students: list[str]) -> bool:
    """The table for stock and ours; whether all marks agree."""
    cost: dict[str, Cost] = {}
    scores: dict[str, dict[str, float]] = {}
    runs: dict[str, Callable[[], tuple[Cost, dict[str, float]]]] = {
        "autograder, 1 process": lambda: ours(base, unit, 1),
        "autograder, 2 processes": lambda: ours(base, unit, 2),
        "nbgrader": lambda: stock(base, unit, students, 1),
        "nbgrader, 2 by hand": lambda: stock(base, unit, students, 2),
    }
    count = len(students)
    print(f"{unit}, {count} submissions; seconds a submission, startup of the command included")
    print(f"{'':<26}{'wall':>8}{'CPU':>8}{'times nbgrader':>16}{'peak MiB':>10}")
    for name in ("nbgrader", "nbgrader, 2 by hand", *list(runs)[:2]):
        cost[name], scores[name] = runs[name]()
        one = cost[name]
        ratio = cost["nbgrader"].wall_s / one.wall_s
        row = f"{one.wall_s / count:>8.3f}{one.cpu_s / count:>8.3f}{ratio:>16.1f}"
        print(f"{name:<26}{row}{one.peak_mib:>10.0f}", flush=True)
    print(f"{'floor':<26}{'':>8}{floor(base, unit, students):>8.3f}")
    wrong = [
        f"{student}: {', '.join(f'{name} {marks.get(student)}' for name, marks in scores.items())}"
        for student in students
        if len({marks.get(student) for marks in scores.values()}) > 1
    ]
    print("all marks agree" if not wrong else "\n".join(["marks differ:", *wrong]))
    return not wrong


def scale(unit: str, jobs: int) -> None:
    """Ours alone, on ever larger classes."""
    print(f"{unit}, {jobs} processes; seconds a submission, startup of the command included")
    print(f"{'submissions':<14}{'wall':>8}{'CPU':>8}{'peak MiB':>10}")
    for count in (10, 100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            base = Path(folder)
            submissions(base, unit, count)
            one, _ = ours(base, unit, jobs)
        print(
            f"{count:<14}{one.wall_s / count:>8.3f}{one.cpu_s / count:>8.3f}{one.peak_mib:>10.0f}"
        )


def main() -> int:
    """Read the arguments and measure."""
    reading = argparse.ArgumentParser(description=__doc__)
    reading.add_argument("--unit", default="04-backprop")
    reading.add_argument("--submissions", type=int, default=40)
    reading.add_argument("--scale", action="store_true")
    asked = reading.parse_args()
    os.environ["PATH"] = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"  # nbgrader starts alembic
    if asked.scale:
        scale(asked.unit, 2)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        students = submissions(Path(folder), asked.unit, asked.submissions)
        return 0 if compare(Path(folder), asked.unit, students) else 1


if __name__ == "__main__":
    sys.exit(main())
