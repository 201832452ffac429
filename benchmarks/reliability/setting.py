"""What is varied, and how much is asked of the coach in one round."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

TOKEN = "123456:TEST"


class Database(StrEnum):
    SQLITE = "SQLite"
    POSTGRESQL = "PostgreSQL"


class WayIn(StrEnum):
    POLLING = "polling"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    database: Database
    way_in: WayIn
    processes: int = 1

    def __str__(self) -> str:
        return f"{self.database}, {self.way_in}, {self.processes}"


ALL = tuple(
    Setting(database=database, way_in=way_in, processes=processes)
    for database, processes, way_in in product(Database, (1, 3), WayIn)
    if processes == 1 or database is Database.POSTGRESQL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`logs` messages, `rate` a second while they are written, spread over that many troubles.

    Of what the API, the webhook and the database do, each kind comes `others` times. In the end it waits so
    many seconds without seeing the backlog get less.
    """

    athletes: int
    logs: int
    kills: int
    terms: int
    others: int
    rate: float = 100
    seed: int = 1
    patience: float = 120


PLANS = {
    "full": Plan(athletes=250, logs=5000, kills=30, terms=10, others=2),
    "middle": Plan(athletes=250, logs=1500, kills=10, terms=4, others=1),
    "short": Plan(athletes=10, logs=60, kills=1, terms=1, others=0),
}
