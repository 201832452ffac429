"""An installed wheel has all it needs, migrations and data included."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bot.store.revisions import head

REPOSITORY = Path(__file__).parents[2]
MIGRATE = """
import sys
from bot.store.revisions import migrations_path
from bot.store.schema import current, ensure_schema
ensure_schema(sys.argv[1])
print(migrations_path(), current(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_migrations_and_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        f"bot/{file.relative_to(root)}"
        for root, pattern in (
            (REPOSITORY, "migrations/env.py"),
            (REPOSITORY, "migrations/versions/*.py"),
            (REPOSITORY / "bot", "data/*.toml"),
            (REPOSITORY / "bot", "data/*.tsv"),
        )
        for file in root.glob(pattern)
    }
    assert len(expected) >= 2
    assert expected <= names


def test_an_unpacked_wheel_migrates_with_its_own_migrations(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    done = subprocess.run(
        [sys.executable, "-c", MIGRATE, f"sqlite:///{tmp_path}/coach.db"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    path, revision = done.stdout.split()
    assert (Path(path), revision) == (site / "bot" / "migrations", head())
