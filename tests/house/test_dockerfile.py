"""The image, as far as it can be looked at without an engine."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

INSTRUCTIONS = [
    line.split(maxsplit=1)
    for line in Path("Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    if line and not line.startswith("#")
]


def given(instruction: str) -> list[str]:
    return [rest for name, rest in INSTRUCTIONS if name == instruction]


def copied() -> list[str]:
    """What the build takes from the folder."""
    return [source for rest in given("COPY") if "--from" not in rest for source in rest.split()[:-1]]


def test_what_the_build_copies_is_there_and_not_ignored() -> None:
    let_through = Path(".dockerignore").read_text(encoding="utf-8").splitlines()

    assert [
        source for source in copied() if not Path(source).exists() or f"!{source}" not in let_through
    ] == []


def test_no_secret_or_data_enters_the_build() -> None:
    assert Path(".dockerignore").read_text(encoding="utf-8").splitlines()[1] == "*"
    assert {".", ".env", "var"}.isdisjoint(copied())


def test_the_base_is_pinned_by_its_tag() -> None:
    assert {
        re.fullmatch(r"python:3\.\d+-slim-\w+( AS build)?", base) is not None for base in given("FROM")
    } == {True}


def test_it_starts_the_coach_itself_so_that_signals_arrive() -> None:
    (entry,) = given("ENTRYPOINT")
    (command,) = given("CMD")

    assert [*json.loads(entry), *json.loads(command)] == ["coach", "run"]


def test_it_does_not_run_as_root() -> None:
    assert given("USER") == ["coach"]
    assert [name for name, _ in INSTRUCTIONS].index("USER") < [name for name, _ in INSTRUCTIONS].index("CMD")


def test_only_what_is_locked_is_installed() -> None:
    installs = [part for run in given("RUN") for part in run.split("&&") if "pip install" in part]

    assert all("--require-hashes" in one or "--no-deps --no-build-isolation" in one for one in installs)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of the wheel, built from nothing but what the image's build copies."""
    folder = tmp_path_factory.mktemp("build")
    for source in copied():
        (folder / source).symlink_to(Path(source).absolute())
    build = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder / "dist"),
    ]
    subprocess.run(build, cwd=folder, check=True, capture_output=True, timeout=120)
    (path,) = (folder / "dist").glob("*.whl")
    return set(zipfile.ZipFile(path).namelist())


@pytest.mark.parametrize(
    ("folder", "ending"),
    [("bot", ".py"), ("bot", ".toml"), ("bot", ".tsv"), ("bot", ".mo"), ("migrations/versions", ".py")],
)
def test_the_wheel_holds_all_that_the_coach_needs(wheel: set[str], folder: str, ending: str) -> None:
    files = {path.as_posix() for path in Path(folder).rglob(f"*{ending}")}

    assert {file.replace("migrations/", "bot/migrations/", 1) for file in files} <= wheel
