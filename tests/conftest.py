"""What tests of several rooms share: a private PostgreSQL server, started when the first one asks for it.

And laws hold or don't, however busy the machine is: hypothesis measures no time. In CI it draws the
same cases each time, so that a change is judged by itself; new ones are looked for wherever else tests run.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import migrated_template, private_server

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("untimed"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "untimed")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with private_server(tmp_path_factory.mktemp("postgresql")) as address:
        yield address


@pytest.fixture(scope="session")
def template(server: str) -> str:
    """The name of a database with all tables on that server, to be copied."""
    return migrated_template(server)
