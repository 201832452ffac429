"""The rules of time zones as this machine has them, each as a digest that changes with them."""

import zoneinfo
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from pathlib import Path


def zone_rules() -> Mapping[str, str]:
    """Those of all zones, found where `zoneinfo` finds them: the system's first, then the package's."""
    package = Path(str(files("tzdata") / "zoneinfo"))
    places = (*map(Path, zoneinfo.TZPATH), package)
    return {zone: _digest(zone, places) for zone in sorted(zoneinfo.available_timezones())}


def _digest(zone: str, places: Sequence[Path]) -> str:
    file = next(place / zone for place in places if (place / zone).is_file())
    return sha256(file.read_bytes()).hexdigest()[:16]
