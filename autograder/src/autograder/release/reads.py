"""Follows students' objects through a test cell, in the order in which it is evaluated.

For the lint only: which names hold something of the student's, which arrays the student's code
has had in hand, which attributes are read more than once. It reads the tree, it runs nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

ARRAY_ATTRIBUTES = {"shape", "dtype", "ndim", "size", "T", "flags", "copy"}
# Comparing a whole array with its copy is how a test sees that an input was left alone.
COMPARING = {
    "np.array_equal", "np.allclose", "np.isclose", "np.shares_memory", "np.may_share_memory",
    "np.all", "np.any", "len", "type", "isinstance", "id", "zip", "list", "tuple", "dict",
}  # fmt: skip
KEEPING = {"copy", "tolist", "tobytes", "setflags", "items", "keys", "values", "append"}


def reads_of(tree: ast.Module, contract: frozenset[str]) -> Reads:
    """What a test cell does with the names that students bind."""
    reads = Reads(contract)
    reads.visit(tree)
    return reads


class Reads(ast.NodeVisitor):
    """The walk and its findings: `late`, `attributes_read_again`, `callbacks`."""

    def __init__(self, contract: frozenset[str]) -> None:
        self.contract = contract
        self.late: list[tuple[str, int]] = []  # name, line
        self.attributes_read_again: list[tuple[str, int]] = []  # path, line
        self.callbacks: set[str] = set()
        self._results: set[str] = set()  # names that hold what students' code returned
        self._mutable: set[str] = set()
        self._handed: set[str] = set()
        self._read: set[str] = set()
        self._functions: set[str] = set()
        self._answers: set[str] = set()  # names computed from anything of the student's
        self._second_round = False
        self._computing = 0  # whether the expression around computes with its operands

    def is_candidate(self, node: ast.expr) -> bool:
        """Whether an expression is a student's object as it came, nothing computed from it."""
        if isinstance(node, ast.Name):
            return node.id in self.contract or node.id in self._results
        if isinstance(node, ast.Attribute | ast.Subscript):
            return self.is_candidate(node.value)
        return isinstance(node, ast.Call) and self.is_candidate(node.func)

    def _has_answer(self, node: ast.AST) -> bool:
        """Whether anything in an expression comes from students' code."""
        names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        return bool(names & (self.contract | self._answers))

    # ---- binding

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._freeze(target, node.value)
            self._bind(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)
            self._bind(node.target, node.value)

    def visit_For(self, node: ast.For) -> None:
        self.visit(node.iter)
        before = self._second_round
        for again in (False, True):  # what the first round did, the second meets
            self._second_round = before or again
            self._bind(node.target, node.iter)
            for statement in (*node.body, *node.orelse):
                self.visit(statement)
        self._second_round = before

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.add(node.name)
        self.generic_visit(node)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        for name in _stored(target):
            for known in (self._results, self._mutable, self._handed):
                known.discard(name)
            self._read = {path for path in self._read if path.split(".")[0] != name}
            known_answer = self._has_answer(value)
            self._answers.discard(name)
            if known_answer:
                self._answers.add(name)
            if self.is_candidate(value):
                self._results.add(name)
            elif self._is_mutable(value):
                self._mutable.add(name)

    def _is_mutable(self, value: ast.expr) -> bool:
        if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp):
            return True
        if isinstance(value, ast.BinOp):
            return self._is_mutable(value.left) or self._is_mutable(value.right)
        if isinstance(value, ast.Name):
            return value.id in self._mutable
        called = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
        return called.startswith(("np.", "rng.")) and not called.endswith("default_rng")

    def _freeze(self, target: ast.expr, value: ast.expr) -> None:
        """x.flags.writeable = False: from here on nobody can change x."""
        path = ast.unparse(target)
        if path.lower().replace('"', "'").endswith((".flags.writeable", ".flags['writeable']")):
            self._mutable.discard(path.split(".")[0])

    # ---- use

    def visit_Assert(self, node: ast.Assert) -> None:
        if self._has_answer(node.test):  # else it looks at an input only: was it left alone?
            self.visit(node.test)

    def visit_Call(self, node: ast.Call) -> None:
        called = ast.unparse(node.func)
        given: list[ast.expr] = [*node.args, *(key.value for key in node.keywords)]
        if called.endswith(".setflags"):
            self._mutable.discard(called.removesuffix(".setflags"))
        elif self.is_candidate(node.func):
            self._hand(given)
        else:
            keeps = called in COMPARING or called.split(".")[-1] in KEEPING
            self._visit_computing([node.func, *given], not keeps)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self._visit_computing([node.left, node.right], True)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        self._visit_computing([node.operand], not isinstance(node.op, ast.Not))

    def _visit_computing(self, parts: Iterable[ast.expr], computes: bool) -> None:
        before, self._computing = self._computing, int(computes)
        for part in parts:
            self.visit(part)
        self._computing = before

    def _hand(self, given: Iterable[ast.expr]) -> None:
        for argument in given:
            before, self._computing = self._computing, 0
            inner = [node for node in ast.walk(argument) if isinstance(node, ast.Call)]
            for call in inner:
                self.visit(call)  # np.exp(x) given to a call is still computed by the test
            self._computing = before
            bare = argument.value if isinstance(argument, ast.Starred) else argument
            names = {bare.id} if isinstance(bare, ast.Name) else _viewed(bare)
            self._handed |= names & self._mutable
            self.callbacks |= names & self._functions

    def visit_Name(self, node: ast.Name) -> None:
        told = (node.id, node.lineno) in self.late
        if self._computing and node.id in self._handed and not told:
            self.late.append((node.id, node.lineno))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        own = node.attr not in ARRAY_ATTRIBUTES and isinstance(node.ctx, ast.Load)
        if own and not self._second_round and self.is_candidate(node.value):
            path = ast.unparse(node)
            if path in self._read:
                self.attributes_read_again.append((path, node.lineno))
            self._read.add(path)
        self.generic_visit(node)


def _stored(target: ast.expr) -> list[str]:
    return [
        node.id
        for node in ast.walk(target)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]


def _viewed(argument: ast.expr) -> set[str]:
    """The arrays that an argument is a view of: x of x.T, x[1:], (x, y) or {"W": x}."""
    if isinstance(argument, ast.Attribute | ast.Subscript):
        return _viewed(argument.value)
    if isinstance(argument, ast.Name):
        return {argument.id}
    parts: list[ast.expr | None] = []
    if isinstance(argument, ast.Tuple | ast.List):
        parts = [*argument.elts]
    elif isinstance(argument, ast.Dict):
        parts = [*argument.values]
    return set().union(*(_viewed(part) for part in parts if part is not None))
