"""`coach migrate` tells what it did, or in one line why not."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import coach
from bot.store.lock import serving
from bot.store.revisions import head


def migrate(url: str) -> Result:
    return CliRunner().invoke(coach, ["migrate", "--url", url])


def test_it_tells_from_which_revision_to_which(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    assert migrate(url).output == f"nothing -> {head()}\n"
    assert migrate(url).output == f"{head()} -> {head()}\n"


def test_the_settings_database_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:///mine.db")
    assert CliRunner().invoke(coach, ["migrate"]).exit_code == 0
    assert (tmp_path / "mine.db").exists()


def test_a_database_that_is_served_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    with serving(url):
        refused = migrate(url)
    assert refused.exit_code == 2
    assert refused.output.count("\n") == 1
    assert "DATABASE_URL" in refused.output
