"""Metrics in Prometheus' format: what has happened since the start, and what lies in the queues."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.coaching.trouble import Backlog
from bot.ops.health import Beat

# Of each count its name for Prometheus, what it tells, and what its label is called.
COUNTS = {
    "updates": ("coach_updates", "Updates taken in for the first time", ""),
    "turns": ("coach_turns", "Turns that ended, by how", "result"),
    "turn_seconds": ("coach_turn_seconds", "Seconds that turns took, all together", ""),
    "messages": ("coach_messages", "Tries to send a message, by what became of them", "outcome"),
    "prompts": ("coach_due_rows", "Prompts that fell due", ""),
    "logged": ("coach_log_events", "Warnings and errors in the log, by event", "event"),
}


def rendered(
    counts: Mapping[tuple[str, str], float], backlog: Backlog | None, beats: Sequence[Beat], now: datetime
) -> bytes:
    """All of it as text."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Snapshot([*_counted(counts), *_queued(backlog, now), *_silences(beats)]))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class _Snapshot(Collector):
    def __init__(self, metrics: Sequence[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _counted(counts: Mapping[tuple[str, str], float]) -> Iterable[Metric]:
    for key, (name, told, label) in COUNTS.items():
        family = CounterMetricFamily(name, told, labels=[label] if label else [])
        for (counted, value), number in sorted(counts.items()):
            if counted == key:
                family.add_metric([value] if label else [], number)
        yield family


def _queued(backlog: Backlog | None, now: datetime) -> Iterable[Metric]:
    if backlog is None:
        return
    waited = (now - (backlog.oldest_at or now)).total_seconds()
    yield GaugeMetricFamily("coach_inbox_open", "Updates that wait for their turn", backlog.arrived)
    yield GaugeMetricFamily("coach_inbox_oldest_seconds", "How long the oldest of them has waited", waited)
    yield GaugeMetricFamily(
        "coach_inbox_set_aside", "Updates that an operator is to look at", backlog.set_aside
    )
    yield GaugeMetricFamily("coach_outbox_open", "Messages that wait to be sent", backlog.unsent)
    stuck = GaugeMetricFamily(
        "coach_outbox_stuck", "Messages that an operator is to look at", labels=["state"]
    )
    for state, number in sorted(backlog.stuck.items()):
        stuck.add_metric([state], number)
    yield stuck


def _silences(beats: Sequence[Beat]) -> Iterable[Metric]:
    family = GaugeMetricFamily("coach_silent_seconds", "How long ago it last went well", labels=["what"])
    for beat in beats:
        family.add_metric([beat.name], beat.silence.total_seconds())
    yield family
