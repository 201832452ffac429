"""Nothing lost, nothing twice: rounds in every setting, and a table of what was counted.

Run: python -m benchmarks.reliability [--plan middle] [--only TEXT]    (needs the development install)
"""

import argparse
import asyncio
import dataclasses
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.reliability.account import Account
from benchmarks.reliability.databases import opened
from benchmarks.reliability.round import prepared
from benchmarks.reliability.setting import ALL, PLANS, Plan, Setting

NAMES = [field.name for field in dataclasses.fields(Account)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", choices=PLANS, default="full", help="short: the rounds of the test suite")
    parser.add_argument("--only", default="", help="settings whose name holds this")
    given = parser.parse_args()
    plan = PLANS[given.plan]
    print(f"{plan}\n")
    print("| database, way in, processes | holds | s |", *(f"{name} |" for name in NAMES))
    print("|---" * (len(NAMES) + 3) + "|")
    for setting in ALL:
        if given.only in str(setting):
            _tell(setting, *asyncio.run(_lived(setting, plan)))


async def _lived(setting: Setting, plan: Plan) -> tuple[Account, float, Counter[str]]:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name, opened(setting.database, Path(name)) as store:
        async with prepared(setting, plan, store, Path(name)) as one:
            account = await one.live()
        seconds = time.perf_counter() - began
        print(
            f"  bad ends {dict(one.bad_ends)}, given up {dict(one.given_up)}, refused {len(one.api.refused)}"
        )
        return account, seconds, one.coaches.events


def _tell(setting: Setting, account: Account, seconds: float, events: Counter[str]) -> None:
    counts = " | ".join(str(getattr(account, name)) for name in NAMES)
    print(f"| {setting} | {'yes' if account.holds else 'NO'} | {seconds:.0f} | {counts} |", flush=True)
    print(
        "  logged:",
        ", ".join(f"{event[:40]} {number}" for event, number in events.most_common(12)),
        flush=True,
    )


if __name__ == "__main__":
    main()
