"""What the import rules can't say: where errors end, where words live, who reads the clock."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path("bot")
SOURCES = sorted(path for path in BOT.rglob("*.py"))

# Each loop's edge, where nobody further out could do anything about an error: once a file.
EDGES = {
    "bot/chat/crew.py",  # a round of the worker's or of delivery's
    "bot/chat/deliver.py",  # one message
    "bot/chat/polling.py",  # one poll; turns and beats end in PTB's error handler
    "bot/chat/webhook.py",  # one request
    "bot/cli/main.py",  # a command
    "bot/ops/nightly.py",  # one backup
}
CLOCK_READERS = {"bot/bootstrap.py", "bot/cli/parse.py"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}


def nodes(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def catches_everything(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in caught)


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {name.name for name in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return set()


def spoken(path: Path) -> Iterator[str]:
    """Every string that isn't an expression of its own, as docstrings are."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def is_sentence(text: str) -> bool:
    words = text.split()
    return len(words) >= 2 and text[:1].isupper() and text.rstrip().endswith((".", "!", "?", "…", ":"))


def test_everything_is_caught_only_at_the_edges_and_once_in_each() -> None:
    found = Counter(path.as_posix() for path in SOURCES for node in nodes(path) if catches_everything(node))

    assert found == dict.fromkeys(EDGES, 1)


def test_the_coach_knows_no_mocks() -> None:
    banned = {"mock", "unittest", "unittest.mock"}
    found = [path.as_posix() for path in SOURCES if any(imported(node) & banned for node in nodes(path))]

    assert found == []


@pytest.mark.parametrize("room", ["chat", "schedule", "store", "coaching", "domain", "understanding"])
def test_what_a_person_reads_stands_in_texts_alone(room: str) -> None:
    found = [
        f"{path}: {text}" for path in (BOT / room).rglob("*.py") for text in spoken(path) if is_sentence(text)
    ]

    assert found == []


def test_the_clock_is_read_in_one_place() -> None:
    readers = {
        path.as_posix()
        for path in SOURCES
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in CLOCKS
    }

    assert readers <= CLOCK_READERS
