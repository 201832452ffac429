"""At start: what the machine's time zones have become since is followed, before anything is due."""

from collections.abc import Mapping

import structlog

from bot.coaching.ports import UnitsOfWork, Where
from bot.coaching.replan_zones import ReplanZones

log = structlog.get_logger()


async def follow_zone_rules(units: UnitsOfWork, rules: Mapping[str, str]) -> int:
    """In short transactions; the rules are noted once all is done. Give the number of prompts that moved."""
    replan = ReplanZones()
    async with units() as work:
        changed = await replan.changed(work, rules)
    moved = sum([await _all_of(units, replan, where) for where in changed])
    if changed:
        async with units() as work:
            await work.zones.note(rules)
            await work.commit()
        log.info("zones_followed", changed=len(changed), prompts=moved)
    return moved


async def _all_of(units: UnitsOfWork, replan: ReplanZones, where: Where) -> int:
    moved, after = 0, 0
    while True:
        async with units() as work:
            progress = await replan.batch(work, where, after=after)
            await work.commit()
        if progress.up_to is None:
            return moved
        moved, after = moved + progress.moved, progress.up_to
