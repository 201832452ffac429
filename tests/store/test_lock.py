"""One serving process a file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.lock import serving
from bot.store.trouble import DatabaseBusy, StoreError

SERVE = "import sys; from bot.store.lock import serving\nwith serving(sys.argv[1]): print('served')"


def test_a_second_one_is_told_which_file_is_served_by_whom(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    with serving(url), pytest.raises(DatabaseBusy) as caught, serving(url):
        pass
    assert str(tmp_path / "coach.db") in str(caught.value)
    assert f"process {os.getpid()}" in str(caught.value)
    assert "DATABASE_URL" in str(caught.value)


def test_another_process_is_refused_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    command = [sys.executable, "-c", SERVE, url]
    with serving(url):
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
    served = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "DatabaseBusy" in refused.stderr
    assert served.stdout == "served\n"


def test_it_is_free_again_afterwards(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/coach.db"
    with serving(url):
        pass
    with serving(url):
        pass


def test_another_file_is_free(tmp_path: Path) -> None:
    with serving(f"sqlite:///{tmp_path}/one.db"), serving(f"sqlite:///{tmp_path}/two.db"):
        pass


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="DATABASE_URL"), serving(f"sqlite:///{tmp_path}/file/coach.db"):
        pass
