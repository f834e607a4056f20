"""Rules for those who write test cells, checked on the syntax tree.

Tests run in one process and students' objects live in another, or are stand-ins for them; a test
that trusts such an object, or computes what it expects after the student's code has run, can be
cheated or fails honest work. Every rule has a name, so that a finding can be looked up.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from autograder.models import Notebook
from autograder.release.reads import Reads, reads_of
from autograder.skeleton import bound_names, flags, is_answer, is_code, lent_names, text

ORDERINGS = (ast.Gt, ast.GtE, ast.Lt, ast.LtE)
CLAIMS = {"isinstance", "hasattr", "len", "callable", "issubclass", "type"}
RANDOM = {
    "default_rng", "Generator", "BitGenerator", "SeedSequence", "PCG64", "PCG64DXSM", "Philox",
    "SFC64", "MT19937",
}  # fmt: skip
LIBRARIES = {"np", "numpy", "plt", "matplotlib", "math", "helpers"}
MAGIC = re.compile(r"^\s*(%{1,2}\w|!|\?\w)", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """One departure from a rule. An error stops the release, a warning does not."""

    cell: str
    rule: str
    message: str
    error: bool = True

    def __str__(self) -> str:
        return f"{self.cell}: {self.message} [{self.rule}]"


@dataclass(frozen=True)
class Test:
    """A test cell, parsed, with what is known about the students' objects in it."""

    cell: str
    tree: ast.Module
    contract: frozenset[str]
    reads: Reads = field(repr=False)


def contract_of(source: Notebook) -> frozenset[str]:
    """The names that students' cells have to bind, and those that provided cells lend."""
    answers = [cell for cell in source["cells"] if is_answer(cell) and is_code(cell)]
    bound = (bound_names(text(cell)) for cell in answers)
    return frozenset().union(*bound, *map(lent_names, source["cells"]))


def lint_tests(source: Notebook) -> list[Finding]:
    """Every departure of an instructor's notebook's test cells from the rules."""
    contract = contract_of(source)
    found: list[Finding] = []
    for cell in source["cells"]:
        if is_code(cell) and flags(cell).get("grade") and not is_answer(cell):
            found += lint_test(text(cell), cell["id"], contract)
        elif "setup" in cell.get("metadata", {}).get("tags", []):
            found += _setup(text(cell), cell["id"], contract)
    return found


def lint_test(source: str, cell: str, contract: frozenset[str]) -> list[Finding]:
    """The departures of one test cell, hidden part included."""
    if MAGIC.search(source) or re.search(r"\b(display|get_ipython)\s*\(", source):
        return [Finding(cell, "magic", "no IPython magics and no display in a test cell")]
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return [Finding(cell, "syntax", f"the cell is not Python: {error}")]
    test = Test(cell, tree, contract, reads_of(tree, contract))
    return [Finding(cell, rule, said) for rule, check in RULES.items() for said in check(test)]


def _setup(source: str, cell: str, contract: frozenset[str]) -> Iterator[Finding]:
    used = {n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name)}
    for name in sorted(used & contract):
        message = f"a setup cell runs beside the tests and must not name {name}, a student's object"
        yield Finding(cell, "setup-names-answer", message)


# ---- the rules: each yields what it has against a test


def _expected_first(test: Test) -> Iterator[str]:
    for name, line in test.reads.late:
        yield (
            f"line {line} computes with {name} after students' code had it in hand: compute what "
            f"is expected before the call, or {name}.flags.writeable = False"
        )


def _no_negated_order(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        raising = isinstance(node, ast.If) and any(isinstance(n, ast.Raise) for n in node.body)
        inner = node.operand if negated else node.test if raising else None  # type: ignore[attr-defined]  # narrowed by the two flags
        if inner is not None and any(_orders(part) for part in ast.walk(inner)):
            yield f"line {inner.lineno}: nan passes a negated comparison; write assert err < tol"


def _orders(node: ast.AST) -> bool:
    return isinstance(node, ast.Compare) and any(isinstance(op, ORDERINGS) for op in node.ops)


def _no_legacy_random(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in {
            "np.random",
            "numpy.random",
            "random",
        }:
            if node.attr not in RANDOM:
                yield f"line {node.lineno}: {ast.unparse(node)}: use np.random.default_rng(seed)"
        elif isinstance(node, ast.Import) and any(alias.name == "random" for alias in node.names):
            yield f"line {node.lineno}: import random: use np.random.default_rng(seed)"


def _no_patches(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            if root_name(node) in LIBRARIES:
                yield f"line {node.lineno} changes {ast.unparse(node)}, which students never see"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            called = ast.unparse(node.func)
            first = root_name(node.args[0]) if node.args else None
            if (called in {"setattr", "delattr"} and first in LIBRARIES) or "patch" in called:
                yield f"line {node.lineno} patches a library, which students' code never sees"


def _no_errstate(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        if isinstance(node, ast.Attribute) and node.attr in {"errstate", "seterr", "seterrcall"}:
            yield f"line {node.lineno}: {node.attr} does not reach students' code"


def _binds_no_contract_name(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        bound: set[str] = set()
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            bound = {node.id}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound = {node.name}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            bound = {alias.asname or alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.Global | ast.Nonlocal):
            bound = set(node.names)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound = {node.name}
        for name in sorted(bound & test.contract):
            yield f"line {node.lineno} binds {name}, so the student's own is never tested"  # type: ignore[attr-defined]  # all of these have a line


def _asserts_say_why(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        if isinstance(node, ast.Assert) and node.msg is None:
            yield f"line {node.lineno}: an assert without a message"
        elif isinstance(node, ast.Assert) and isinstance(node.test, ast.Tuple):
            yield f"line {node.lineno}: assert (a, b) always holds; drop the parentheses"
        elif _is_numpy_assert(node) and "err_msg" not in {key.arg for key in node.keywords}:
            yield f"line {node.lineno}: give {ast.unparse(node.func)} an err_msg"


def _is_numpy_assert(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith("np.testing.assert_")


def _evidence(test: Test) -> Iterator[str]:
    asserts = [node.test for node in ast.walk(test.tree) if isinstance(node, ast.Assert)]
    if any(_is_numpy_assert(node) for node in ast.walk(test.tree)):
        return
    if not asserts:
        yield "nothing is asserted"
    elif all(_is_claim(node) for node in asserts):
        yield "isinstance, hasattr and len are only claims of the object: compare values as well"


def _is_claim(node: ast.expr) -> bool:
    """Whether a condition rests on what an object says of itself alone."""
    if isinstance(node, ast.BoolOp):
        return all(map(_is_claim, node.values))
    if isinstance(node, ast.UnaryOp):
        return _is_claim(node.operand)
    if isinstance(node, ast.Compare):
        return any(map(_is_claim, [node.left, *node.comparators]))
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CLAIMS


def _no_truth(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        asked: list[ast.expr] = []
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            asked = [node.test]
        elif isinstance(node, ast.BoolOp):
            asked = node.values
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            asked = [node.operand]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "bool":
            asked = node.args
        for part in asked:
            if test.reads.is_candidate(part):
                what = ast.unparse(part)
                yield f"line {part.lineno} asks for the truth of {what}: compare it, or `is None`"


def _attributes_once(test: Test) -> Iterator[str]:
    for path, line in test.reads.attributes_read_again:
        yield f"line {line} reads {path} again and may get another value: read once into a variable"


def _no_trailing_value(test: Test) -> Iterator[str]:
    last = test.tree.body[-1] if test.tree.body else None
    if isinstance(last, ast.Expr) and not _is_numpy_assert(last.value):
        yield "the last line is a bare value, which nbgrader's own grader would take for a score"


def _asserts_after_calls(test: Test) -> Iterator[str]:
    for node in ast.walk(test.tree):
        callback = isinstance(node, ast.FunctionDef) and node.name in test.reads.callbacks
        if callback and any(isinstance(part, ast.Assert) for part in ast.walk(node)):
            yield "a function handed to students' code asserts: record there, assert afterwards"


def root_name(node: ast.AST) -> str | None:
    """The name at the root of a.b[c].d, None where there is none."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


RULES: dict[str, Callable[[Test], Iterator[str]]] = {
    "expected-first": _expected_first,
    "negated-order": _no_negated_order,
    "legacy-random": _no_legacy_random,
    "patched-library": _no_patches,
    "errstate": _no_errstate,
    "binds-contract-name": _binds_no_contract_name,
    "no-message": _asserts_say_why,
    "claims-only": _evidence,
    "truth-of-object": _no_truth,
    "read-twice": _attributes_once,
    "trailing-value": _no_trailing_value,
    "assert-in-callback": _asserts_after_calls,
}
