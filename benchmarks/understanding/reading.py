"""What reading costs: a message, the worst texts by their length, and `coach parse` on many lines.

Times depend on the machine and on what else it does; the ratios, measured side by side in one run, hardly do.

Run: python -m benchmarks.understanding.reading     (needs the development install: `make test` once)
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.understanding.baseline import read_by_patterns
from bot.data.lexicon import load_lexicon
from bot.understanding.read import read
from tests.understanding.readings import at
from tests.understanding.test_heard import HEARD
from tests.understanding.test_speed import WORST

ROUNDS = 7
LENGTHS = (512, 1024, 2048, 4096)
LINES = (1_000, 100_000)
COACH = Path(sys.executable).with_name("coach")


def main() -> None:
    texts = [line.rsplit(" | ", 2)[0].replace("\\n", "\n") for line in HEARD]
    began = time.process_time()
    load_lexicon()
    print(f"{'the lexicon, once':40} {(time.process_time() - began) * 1000:8.1f} ms")
    _print_typical(texts)
    _print_worst()
    print(f"\n{'coach parse':40} {'s':>8} {'MiB':>8}")
    spent = [_parsed(texts, lines) for lines in LINES]
    for lines, (seconds, mebibytes) in zip(LINES, spent, strict=True):
        print(f"{f'{lines:,} lines':40} {seconds:8.1f} {mebibytes:8.1f}")
    print(f"{'memory of the most by that of the fewest':40} {'':8} {spent[-1][1] / spent[0][1]:8.2f}")


def _print_typical(texts: Sequence[str]) -> None:
    """Each message by the grammar, then at once by the patterns, so that both meet the same machine."""
    pairs = [(_cost(text), _best(partial(read_by_patterns, text))) for text in texts]
    grammar = sorted(own for own, _ in pairs)
    print(f"{f'a message, median of {len(texts)}':40} {median(grammar) * 1000:8.3f} ms")
    print(f"{'a message, nine in ten under':40} {grammar[len(grammar) * 9 // 10] * 1000:8.3f} ms")
    print(f"{'a page of patterns, median':40} {median(other for _, other in pairs) * 1000:8.3f} ms")
    print(f"{'the grammar by the patterns, median':40} {median(own / other for own, other in pairs):8.1f}")


def _print_worst() -> None:
    print(
        f"\n{'the worst texts, ms by length':40} "
        + " ".join(f"{length:>8}" for length in LENGTHS)
        + "  by doubling"
    )
    costs = [(piece, [_cost((piece * length)[:length]) for length in LENGTHS]) for piece in WORST]
    for piece, figures in sorted(costs, key=lambda row: -row[1][-1])[:5]:
        doubled = [after / before for before, after in pairwise(figures)]
        print(
            f"{piece!r:40} "
            + " ".join(f"{figure * 1000:8.1f}" for figure in figures)
            + "  "
            + " ".join(f"{ratio:.1f}" for ratio in doubled)
        )


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
