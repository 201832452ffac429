"""How much memory a process holds."""

import os
import re
import subprocess


def mebibytes(pid: int | None = None) -> float:
    """Resident, of this process if no other is named."""
    command = ["ps", "-o", "rss=", "-p", str(pid or os.getpid())]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(re.sub(r"\D", "", shown.stdout)) / 1024
