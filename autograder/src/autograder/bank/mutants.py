"""Small changes of a model answer, one at a time, that any good test must notice.

Function bodies and top-level values are changed; signatures and docstrings are given to students
and stay. A mutant's label says what became what, so that it can be listed as harmless.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
MOST_AROUND = 72  # characters of a label that say where
ORDERED = (ast.Sub, ast.Div, ast.MatMult, ast.Pow)  # operands that may be swapped to effect


@dataclass(frozen=True)
class Mutant:
    """A model answer with one change. The label is unique among an exercise's mutants."""

    exercise: str
    label: str
    source: str


def mutants(source: str, exercise: str) -> list[Mutant]:
    """Every mutant of a model answer, in the order of its lines."""
    tree = ast.parse(source)
    found: dict[str, Mutant] = {}
    seen = {ast.dump(tree)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in _given(tree):
            continue
        for change in changes(node):
            mutated = _replaced(tree, place, change)
            if mutated is None or ast.dump(mutated) in seen:
                continue
            seen.add(ast.dump(mutated))
            label = _label(tree, node, change, found)
            found[label] = Mutant(exercise, label, ast.unparse(mutated))
    return list(found.values())


def _given(tree: ast.Module) -> set[int]:
    """What students are given: signatures and docstrings; also the names of functions."""
    given: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            given |= {id(part) for part in ast.walk(node.args)}
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                given |= {id(first), id(first.value)}
    return given


def _replaced(tree: ast.Module, place: int, change: ast.AST) -> ast.Module | None:
    """A copy of the tree with its node number `place` replaced; None if that cannot be written."""
    mutated = copy.deepcopy(tree)
    target = list(ast.walk(mutated))[place]
    for parent in ast.walk(mutated):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, change)
            elif isinstance(value, list):
                value[:] = [change if item is target else item for item in value]
    ast.fix_missing_locations(mutated)
    try:
        ast.parse(ast.unparse(mutated))
    except (SyntaxError, ValueError):
        return None
    return mutated


def _label(tree: ast.Module, node: ast.AST, change: ast.AST, taken: dict[str, Mutant]) -> str:
    """`around: before -> after`, with a number where the same change occurs again."""
    label = f"{_short(node)} -> {_short(change)}"
    if not isinstance(node, ast.stmt):
        label = f"{_around(tree, node)}: {label}"
    again = sum(1 for name in taken if name == label or name.startswith(f"{label} ("))
    return f"{label} ({again + 1})" if again else label


def _around(tree: ast.Module, node: ast.AST) -> str:
    """The largest piece of code around a node that is short enough to be read in a list."""
    outer = [part for part in ast.walk(tree) if any(inner is node for inner in ast.walk(part))]
    statement = [part for part in outer if isinstance(part, ast.stmt)][-1]  # walk goes inwards
    for part in (statement, *(part for part in outer if isinstance(part, ast.expr))):
        if len(_short(part)) <= MOST_AROUND:
            return _short(part).removesuffix(":")
    return _short(node)


def _short(node: ast.AST) -> str:
    """A piece of code on one line; of a compound statement its first line."""
    lines = ast.unparse(node).split("\n")
    return lines[0] if isinstance(node, ast.stmt) else " ".join(lines)


# ---- the changes


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What a node may become."""
    if isinstance(node, ast.BinOp):
        yield from _of_operation(node)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for kind in COMPARISONS.get(type(node.ops[0]), ()):
            yield ast.Compare(node.left, [kind()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(swapped, node.values)
        yield from node.values
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node)
    elif isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, ast.stmt):
        yield from _of_statement(node)


def _of_operation(node: ast.BinOp) -> Iterator[ast.AST]:
    for kind in OPERATORS.get(type(node.op), ()):
        yield ast.BinOp(node.left, kind(), node.right)
    if isinstance(node.op, ORDERED):
        yield ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, ast.MatMult):
        yield ast.BinOp(ast.Attribute(node.left, "T", ast.Load()), node.op, node.right)
        yield ast.BinOp(node.left, ast.Mult(), node.right)


def _of_constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1) if value >= 1 else ast.UnaryOp(ast.USub(), ast.Constant(1))
        if value != 0:
            yield ast.Constant(value * 2)


def _of_call(node: ast.Call) -> Iterator[ast.AST]:
    """Dropped, arguments swapped, another axis, another bound."""
    if node.args and not isinstance(node.args[0], ast.Starred | ast.GeneratorExp):
        yield node.args[0]
    elif isinstance(node.func, ast.Attribute):
        yield node.func.value
    if len(node.args) >= 2:
        yield ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
    if isinstance(node.func, ast.Name) and node.func.id == "range" and len(node.args) == 1:
        one = ast.Constant(1)
        yield ast.Call(node.func, [ast.BinOp(node.args[0], ast.Sub(), one)], [])
        yield ast.Call(node.func, [ast.BinOp(node.args[0], ast.Add(), one)], [])
        yield ast.Call(node.func, [one, node.args[0]], [])
    for place, key in enumerate(node.keywords):
        others = node.keywords[:place] + node.keywords[place + 1 :]
        yield ast.Call(node.func, node.args, others)
        if key.arg == "axis" and isinstance(key.value, ast.Constant):
            other = ast.keyword("axis", ast.Constant(1 if key.value.value == 0 else 0))
            yield ast.Call(node.func, node.args, [*others, other])


def _of_statement(node: ast.stmt) -> Iterator[ast.AST]:
    if isinstance(node, ast.AugAssign):
        for kind in OPERATORS.get(type(node.op), ()):
            yield ast.AugAssign(node.target, kind(), node.value)
        yield ast.Pass()
    elif isinstance(node, ast.If):
        yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        yield ast.If(ast.Constant(True), node.body, node.orelse)
        yield ast.If(ast.Constant(False), node.body, node.orelse)
    elif isinstance(node, ast.Break | ast.Expr | ast.Assign | ast.Raise):
        yield ast.Pass()
    elif isinstance(node, ast.Return) and node.value is not None:
        yield from _of_return(node.value)


def _of_return(value: ast.expr) -> Iterator[ast.AST]:
    """The sign turned, two things swapped, nothing given back."""
    yield ast.Return(None)
    if isinstance(value, ast.Tuple) and len(value.elts) >= 2:
        swapped = [value.elts[1], value.elts[0], *value.elts[2:]]
        yield ast.Return(ast.Tuple(swapped, ast.Load()))
    else:
        yield ast.Return(ast.UnaryOp(ast.USub(), value))
