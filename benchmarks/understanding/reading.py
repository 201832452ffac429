"""What reading costs: a message, the worst texts by their length, and `coach parse` on many lines.

Run: python -m benchmarks.understanding.reading     (needs the development install: `make test` once)
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bot.data.lexicon import load_lexicon
from bot.understanding.read import read
from tests.understanding.readings import at
from tests.understanding.test_heard import HEARD
from tests.understanding.test_speed import WORST

ROUNDS = 7
LENGTHS = (1024, 2048, 4096)
LINES = (1_000, 100_000)
COACH = Path(sys.executable).with_name("coach")


def main() -> None:
    texts = [line.rsplit(" | ", 2)[0].replace("\\n", "\n") for line in HEARD]
    began = time.process_time()
    load_lexicon()
    print(f"{'the lexicon, once':32} {(time.process_time() - began) * 1000:8.1f} ms")
    spent = sorted(_cost(text) for text in texts)
    print(f"{f'a message, median of {len(texts)}':32} {median(spent) * 1000:8.3f} ms")
    print(f"{'a message, nine in ten under':32} {spent[len(spent) * 9 // 10] * 1000:8.3f} ms")
    _print_worst()
    print(f"\n{'coach parse':32} {'s':>8} {'MiB':>8}")
    for lines in LINES:
        seconds, mebibytes = _parsed(texts, lines)
        print(f"{f'{lines:,} lines':32} {seconds:8.1f} {mebibytes:8.1f}")


def _print_worst() -> None:
    print(f"\n{'the worst texts, ms by length':32} " + " ".join(f"{length:>8}" for length in LENGTHS))
    costs = [(piece, [_cost((piece * length)[:length]) for length in LENGTHS]) for piece in WORST]
    for piece, figures in sorted(costs, key=lambda row: -row[1][-1])[:5]:
        print(f"{piece!r:32} " + " ".join(f"{figure * 1000:8.1f}" for figure in figures))


def _cost(text: str) -> float:
    lexicon, context = load_lexicon(), at(asked="knee")
    return _best(lambda: read(text, context, lexicon))


def _best(action: Callable[[], object]) -> float:
    """The quickest of a few rounds, so that what else the machine does counts little."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        action()
        spent.append(time.process_time() - began)
    return min(spent)


def _parsed(texts: list[str], lines: int) -> tuple[float, float]:
    """Seconds for so many lines, and the most that any child has held so far."""
    began = time.perf_counter()
    with subprocess.Popen(
        [str(COACH), "parse"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        for number in range(lines):
            process.stdin.write(texts[number % len(texts)].replace("\n", " ") + "\n")
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
