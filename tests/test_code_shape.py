"""The sizes and habits that keep every line findable, counted."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "blackstart"
MODULES = sorted(PACKAGE.rglob("*.py"))

MODULE_LINES, CLASS_LINES, FUNCTION_LINES, PUBLIC_METHODS = 400, 250, 50, 15
SHAPELESS = {"utils", "util", "common", "helpers", "helper", "manager", "misc"}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def definitions(module: Path) -> Iterator[Definition]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, Definition):
            yield node


def length(node: Definition) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def place(module: Path, node: ast.stmt) -> str:
    return f"{module.relative_to(ROOT)}:{node.lineno}"


def own_imports(nodes: Iterator[ast.AST]) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("blackstart"):
            yield node
        if isinstance(node, ast.Import) and any(name.name.startswith("blackstart") for name in node.names):
            yield node


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40


def test_a_module_fits_in_one_reading() -> None:
    sizes = {str(module.relative_to(ROOT)): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {name: size for name, size in sizes.items() if size > MODULE_LINES} == {}


def test_a_function_fits_on_a_screen() -> None:
    found = [
        f"{place(module, node)} {node.name}: {length(node)}"
        for module in MODULES
        for node in definitions(module)
        if not isinstance(node, ast.ClassDef) and length(node) > FUNCTION_LINES
    ]
    assert found == []


def test_a_class_has_one_subject() -> None:
    found = []
    for module in MODULES:
        for node in definitions(module):
            if not isinstance(node, ast.ClassDef):
                continue
            public = [part for part in node.body if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")]
            if length(node) > CLASS_LINES or len(public) > PUBLIC_METHODS:
                found.append(f"{place(module, node)} {node.name}: {length(node)} lines, {len(public)} public methods")
    assert found == []


def test_a_module_is_named_for_its_subject() -> None:
    assert [module for module in MODULES if module.stem in SHAPELESS] == []


def test_a_package_says_what_it_is_and_nothing_else() -> None:
    for module in MODULES:
        if module.name == "__init__.py":
            body = ast.parse(module.read_text(encoding="utf-8")).body
            assert len(body) == 1, f"{module.relative_to(ROOT)} holds more than a docstring"
            assert isinstance(body[0], ast.Expr)


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.name != "__main__.py"], ids=lambda m: str(m.relative_to(PACKAGE))
)
def test_our_own_modules_are_imported_at_the_top(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    assert [place(module, node) for node in own_imports(ast.walk(tree)) if id(node) not in top] == []


def test_unexpected_errors_are_caught_in_one_place_only() -> None:
    found = [
        place(module, node.body[0])
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert [where for where in found if not where.startswith("desktop/blackstart/shell/support/faults.py")] == []
