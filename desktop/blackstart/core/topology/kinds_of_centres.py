"""Kinds of component: what a data centre is made of."""

from blackstart.core.topology.kind_rows import HOUR, MINUTE, Kind, KindGroup, usual

KINDS_OF_CENTRES = (
    Kind(
        "site",
        KindGroup.SITES,
        "site",
        0,
        usual(30 * MINUTE, 24 * HOUR, 0, "Assumption: people are let in again and go through the rooms."),
    ),
    Kind(
        "power",
        KindGroup.SITES,
        "bolt",
        0,
        usual(0, 8 * HOUR, 0, "Assumption; at Pangyo in 2022 power began to return 9 hours after it was cut."),
    ),
    Kind(
        "generator",
        KindGroup.SITES,
        "generator",
        0,
        usual(
            2 * MINUTE, 8 * HOUR, 24 * HOUR, "Assumption: it starts by itself in minutes, and its tank lasts for a day."
        ),
    ),
    Kind(
        "ups",
        KindGroup.SITES,
        "battery",
        0,
        usual(
            0, 12 * HOUR, 15 * MINUTE, "Assumption; the press gave the batteries at Pangyo in 2022 at most 30 minutes."
        ),
    ),
    Kind(
        "cooling",
        KindGroup.SITES,
        "fan",
        0,
        usual(10 * MINUTE, 4 * HOUR, 5 * MINUTE, "Assumption: chilled water in the pipes lasts for minutes."),
    ),
    Kind(
        "network",
        KindGroup.NETWORK,
        "switch",
        1,
        usual(5 * MINUTE, 2 * HOUR, 0, "Assumption: switches and routers start in minutes, then find their routes."),
    ),
    Kind(
        "gateway",
        KindGroup.NETWORK,
        "fork",
        1,
        usual(5 * MINUTE, 2 * HOUR, 0, "Assumption: a device that is restarted, or replaced from the shelf."),
    ),
    Kind(
        "line",
        KindGroup.NETWORK,
        "globe",
        1,
        usual(5 * MINUTE, 8 * HOUR, 0, "Assumption; at Ahyeon in 2018 a burnt cable took days to replace."),
    ),
    Kind(
        "dns",
        KindGroup.NETWORK,
        "signpost",
        1,
        usual(
            5 * MINUTE,
            2 * HOUR,
            0,
            "Assumption; at Amazon in October 2025 an empty record was put right after 2.6 hours.",
        ),
    ),
    Kind(
        "mobile",
        KindGroup.NETWORK,
        "mast",
        1,
        usual(10 * MINUTE, 12 * HOUR, 2 * HOUR, "Assumption: masts have batteries for some hours."),
    ),
    Kind(
        "hall",
        KindGroup.PLATFORM,
        "server",
        1,
        usual(30 * MINUTE, 4 * HOUR, 0, "Assumption: racks are switched on in turn, then checked."),
    ),
    Kind(
        "virtual",
        KindGroup.PLATFORM,
        "layers",
        1,
        usual(20 * MINUTE, 3 * HOUR, 0, "Assumption: hosts come first, then their machines in turn."),
    ),
    Kind(
        "storage",
        KindGroup.PLATFORM,
        "disk",
        1,
        usual(20 * MINUTE, 3 * HOUR, 0, "Assumption: disks are checked before they are written to again."),
    ),
    Kind(
        "database",
        KindGroup.PLATFORM,
        "table",
        1,
        usual(30 * MINUTE, 3 * HOUR, 0, "Assumption: it reads its log again before it answers."),
    ),
    Kind(
        "queue",
        KindGroup.PLATFORM,
        "queue",
        1,
        usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption: what has piled up is worked off afterwards."),
    ),
    Kind(
        "backup",
        KindGroup.PLATFORM,
        "archive",
        1,
        usual(10 * MINUTE, 4 * HOUR, 0, "Assumption. How long a copy takes to come back stands in what needs it."),
    ),
    Kind(
        "auth",
        KindGroup.SHARED,
        "key",
        2,
        usual(15 * MINUTE, 90 * MINUTE, 0, "Assumption. How long a log-in lasts stands in what needs it."),
    ),
    Kind(
        "certificates",
        KindGroup.SHARED,
        "shield",
        2,
        usual(10 * MINUTE, 2 * HOUR, 0, "Assumption. How long a certificate stays good stands in what needs it."),
    ),
    Kind(
        "registry",
        KindGroup.SHARED,
        "box",
        2,
        usual(15 * MINUTE, 90 * MINUTE, 0, "Assumption: the store of images and settings is rebuilt from a copy."),
    ),
    Kind("deploy", KindGroup.SHARED, "deploy", 2, usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption.")),
    Kind("failover", KindGroup.SHARED, "loop", 2, usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption.")),
    Kind("monitoring", KindGroup.SHARED, "pulse", 2, usual(5 * MINUTE, 60 * MINUTE, 0, "Assumption.")),
    Kind("console", KindGroup.SHARED, "terminal", 2, usual(5 * MINUTE, 60 * MINUTE, 0, "Assumption.")),
    Kind("push", KindGroup.SHARED, "bell", 2, usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption.")),
)
