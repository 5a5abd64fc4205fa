"""Playable drills of any size, the same ones every time: a country of towns that hang on one power grid.

    python -m tests.shell.large 300 FILE

writes one to look at by hand. Each town has 36 components in three zones: a plant, a hall, a street.
"""

import json
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from blackstart.core.exercise.files import LoadedDrill, read_drill

Record = dict[str, Any]

TOWN = 36  # components
FEEDERS = 4  # towns that hang on one other
# What stands in a town: kind, name, name in Korean; in the order of tiers, and what is needed stands before.
PARTS = (
    ("power", "Grid", "전력망"),
    ("ups", "Battery room", "배터리실"),
    ("cooling", "Cooling", "냉방"),
    ("network", "Core switch", "코어 스위치"),
    ("network", "Edge router", "경계 라우터"),
    ("network", "Radio link", "무선 회선"),
    ("hall", "Hall A", "전산실 A"),
    ("hall", "Hall B", "전산실 B"),
    ("storage", "Store A", "저장소 A"),
    ("storage", "Store B", "저장소 B"),
    ("storage", "Store C", "저장소 C"),
    ("monitoring", "Monitoring", "관제"),
    ("auth", "Login", "로그인"),
    ("registry", "Image registry", "이미지 저장소"),
    ("deploy", "Deploy tool", "배포 도구"),
    ("failover", "Failover tool", "전환 도구"),
    ("console", "Ops console", "운영 콘솔"),
    ("messaging", "Messenger", "메신저"),
    ("payment", "Payments", "결제"),
    ("maps", "Maps", "지도"),
    ("service", "Mail", "메일"),
    ("service", "Tickets", "예매"),
    ("service", "Search", "검색"),
    ("service", "Clinic desk", "진료 접수"),
    ("partner", "Tax office", "세무서"),
    ("partner", "Bank", "은행"),
    ("partner", "Taxi firm", "택시 회사"),
    ("partner", "Shops", "상점"),
    ("device", "Door locks", "도어록"),
    ("device", "Boilers", "보일러"),
    ("device", "Cameras", "카메라"),
    ("device", "Lifts", "승강기"),
    ("device", "Meters", "계량기"),
    ("vehicle", "Buses", "버스"),
    ("vehicle", "Ambulances", "구급차"),
    ("people", "Residents", "주민"),
)
ZONES = (("plant", "Plant", "설비동"), ("hall", "Hall", "전산동"), ("street", "Street", "거리"))
# Places in a town: what needs which, how long it goes on without, how many of them; `!` to start, `?` to respond.
NEEDS = {
    1: ("0 1800",),
    2: ("0",),
    3: ("1",),
    4: ("3",),
    5: ("3 600", "0 3600"),
    6: ("1", "2 900", "3"),
    7: ("1", "2 900", "4"),
    8: ("6",),
    9: ("7",),
    10: ("6", "7"),
    11: ("3", "8"),
    12: ("6,7", "2of8,9,10", "!14"),
    13: ("6", "8"),
    14: ("6,7", "!12", "!13"),
    15: ("4", "?12"),
    16: ("11", "?12", "?5"),
    17: ("6,7", "2of8,9,10", "12 300", "!14"),
    18: ("7", "12", "9", "!14"),
    19: ("6,7", "10", "?16"),
    20: ("7", "12"),
    21: ("18", "12", "?16"),
    22: ("6,7", "2of8,9,10"),
    23: ("12 1200", "4", "22 600"),
}
WINDOW = 12  # places from here on hang on some services of the hall each, some of them in another town
LATER = range(24, TOWN)
RADIO = 5


def large_text(count: int) -> str:
    """A drill of so many components, at least a town of them, as JSON."""
    return json.dumps(_drill(count), ensure_ascii=False)


def large_yaml(count: int) -> str:
    """The same drill as YAML, a line for each thing in a list."""
    lines = []
    for key, value in _drill(count).items():
        if not isinstance(value, dict):
            lines.append(f"{key}: {_flow(value)}")
            continue
        lines.append(f"{key}:")
        for part, inner in value.items():
            if isinstance(inner, list):
                lines += [f"  {part}:", *(f"    - {_flow(each)}" for each in inner)]
            else:
                lines.append(f"  {part}: {_flow(inner)}")
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=4)
def large(count: int) -> LoadedDrill:
    """The same drill read."""
    return read_drill(large_text(count), large_name(count))


def large_name(count: int) -> str:
    return f"country-{count}.drill"


def large_file(folder: Path, count: int) -> Path:
    """Write the drill into a folder."""
    path = folder / large_name(count)
    path.write_text(large_text(count), encoding="utf-8")
    return path


def _drill(count: int) -> Record:
    return {
        "blackstart": 1,
        "id": f"country-{count}",
        "title": {"en": f"A country of {count} components", "ko": f"구성요소 {count}개의 나라"},
        "summary": {
            "en": "One grid feeds all towns. Batteries hold for half an hour, then the halls go.",
            "ko": "하나의 전력망이 모든 도시를 먹입니다. 배터리는 30분을 버티고, 그다음 전산실이 멈춥니다.",
        },
        "level": "steady",
        "minutes": 40,
        "topology": {
            "currency": "KRW",
            "crews": [{"id": "site", "name": {"en": "Site crew", "ko": "현장 인력"}, "size": 2}],
            "zones": _zones(count),
            "components": _components(count),
        },
        "exercise": _exercise(count),
    }


def _zones(count: int) -> list[Record]:
    each = TOWN // len(ZONES)
    return [
        {"id": _zone(number), "name": _named(ZONES[number % len(ZONES)][1:], number // len(ZONES))}
        for number in range((count + each - 1) // each)
    ]


def _zone(number: int) -> str:
    return f"{ZONES[number % len(ZONES)][0]}-{number // len(ZONES) + 1}"


def _components(count: int) -> list[Record]:
    chance = Random(count)
    return [_component(number, chance) for number in range(count)]


def _component(number: int, chance: Random) -> Record:
    town, place = divmod(number, TOWN)
    kind, *names = PARTS[place]
    made: Record = {
        "id": component_id(number),
        "name": _named(names, town),
        "kind": kind,
        "zone": _zone(number // (TOWN // len(ZONES))),
        "restart": chance.choice((30, 60, 120, 300)),
        "repair": chance.choice((1800, 3600, 7200)),
        "crew": "site",
        "needs": _needs(town, place, chance),
    }
    if place >= WINDOW:
        made["users"] = chance.randrange(1, 90) * 1000
        made["cost_per_hour"] = made["users"] * 12
    return made


def component_id(number: int) -> str:
    """The id of the component of that number, from 0."""
    town, place = divmod(number, TOWN)
    return f"{PARTS[place][1].lower().replace(' ', '-')}-{town + 1}"


def _named(names: Sequence[str], town: int) -> Record:
    english, korean = names
    return {"en": f"{english} {town + 1}", "ko": f"{korean} {town + 1}"}


def _needs(town: int, place: int, chance: Random) -> list[Record]:
    if place == 0:
        feeder = (town - 1) // FEEDERS
        return [{"on": [component_id(feeder * TOWN)], "survives": chance.randrange(20, 400)}] if town else []
    if place not in LATER:
        return [_need(written, town) for written in NEEDS[place]]
    suppliers = {town * TOWN + service for service in chance.sample(range(WINDOW, min(LATER)), 3)}
    elsewhere = chance.randrange(town + 1) if chance.random() < 0.3 else town
    suppliers.add(elsewhere * TOWN + chance.randrange(WINDOW, min(LATER)))
    if PARTS[place][0] == "vehicle":
        suppliers.add(town * TOWN + RADIO)
    needs: list[Record] = [{"on": [component_id(each)], "survives": chance.choice((0, 0, 300))} for each in suppliers]
    if len(needs) > 2:
        needs[-1]["weight"] = "40 %"
    return sorted(needs, key=lambda need: str(need["on"]))


def _need(written: str, town: int) -> Record:
    purpose = {"!": "start", "?": "respond"}.get(written[0], "run")
    suppliers, _, survives = written.lstrip("!?").partition(" ")
    made: Record = {"for": purpose}
    if "of" in suppliers:
        least, suppliers = suppliers.split("of")
        made["at_least"] = int(least)
    made["on"] = [component_id(town * TOWN + int(place)) for place in suppliers.split(",")]
    if survives and purpose == "run":
        made["survives"] = int(survives)
    return made


def _exercise(count: int) -> Record:
    last_town = (count - 1) // TOWN
    switch = component_id((last_town // 2) * TOWN + 3)
    return {
        "starts": "2024-01-19T18:00:00+09:00",
        "lasts": 4 * 3600,
        "brief": {
            "en": "Nobody is rated. Say aloud what you think.",
            "ko": "평가가 아닙니다. 생각을 소리 내어 말하세요.",
        },
        "phases": [
            {"id": "dark", "name": {"en": "Dark", "ko": "정전"}, "from": 0, "until": 7200, "pace": 20},
            {"id": "light", "name": {"en": "Light", "ko": "복구"}, "from": 7200, "until": 14400, "pace": 60},
        ],
        "roles": [
            {"id": "lead", "name": {"en": "Incident lead", "ko": "지휘자"}},
            {"id": "ops", "name": {"en": "Operations", "ko": "운영"}},
        ],
        "injects": _injects(switch),
        "decisions": _decisions(),
        "actions": [
            {
                "id": "fuel",
                "text": {"en": "Send fuel to the first battery room", "ko": "첫 배터리실로 연료를 보낸다"},
                "by": "ops",
                "takes": 1200,
                "effects": [{"restore": component_id(1)}],
            }
        ],
    }


def _injects(switch: str) -> list[Record]:
    grid, messenger = component_id(0), component_id(17)
    return [
        {
            "id": "trip",
            "at": 60,
            "channel": "alert",
            "from": {"en": "Grid control", "ko": "급전소"},
            "text": {
                "en": "A line tripped. The first town has no power.",
                "ko": "선로가 끊겼습니다. 첫 도시가 정전입니다.",
            },
            "effects": [{"fail": grid}],
            "opens": "shed",
        },
        {
            "id": "calls",
            "at": 600,
            "channel": "phone",
            "from": {"en": "Help line", "ko": "상담실"},
            "text": {"en": "Forty calls a minute. What do we say?", "ko": "1분에 전화가 40통입니다. 뭐라고 답할까요?"},
            "opens": "tell",
        },
        {
            "id": "switch",
            "at": 1500,
            "channel": "map",
            "effects": [{"fail": switch}],
        },
        {
            "id": "mayor",
            "at": 3000,
            "channel": "executive",
            "from": {"en": "The mayor", "ko": "시장"},
            "text": {"en": "Which towns come back tonight?", "ko": "오늘 밤 어느 도시가 복구됩니까?"},
        },
        {
            "id": "papers",
            "when": {"component": messenger, "is": ["down", "degraded"], "for": 300},
            "channel": "press",
            "from": {"en": "A paper", "ko": "신문사"},
            "text": {"en": "Is the messenger gone for good?", "ko": "메신저가 완전히 멈춘 겁니까?"},
        },
        {
            "id": "ministry",
            "at": 5400,
            "channel": "regulator",
            "text": {"en": "A report is wanted by six.", "ko": "여섯 시까지 보고서를 내십시오."},
        },
    ]


def _decisions() -> list[Record]:
    grid, room = component_id(0), component_id(1)
    return [
        {
            "id": "shed",
            "asks": "lead",
            "within": 300,
            "question": {"en": "Shed load to spare the batteries?", "ko": "배터리를 아끼려고 부하를 줄일까요?"},
            "options": [
                {"id": "yes", "text": {"en": "Shed it", "ko": "줄인다"}, "foresee": "The halls last longer."},
                {
                    "id": "no",
                    "text": {"en": "Carry all", "ko": "모두 유지한다"},
                    "effects": [{"fail": {"component": room, "level": "60 %"}}],
                },
            ],
            "otherwise": "no",
        },
        {
            "id": "tell",
            "asks": "lead",
            "question": {"en": "What is said in public?", "ko": "무엇을 공표할까요?"},
            "within": 600,
            "options": [
                {"id": "all", "text": {"en": "Everything known", "ko": "아는 것 전부"}, "counts_as": "said"},
                {"id": "wait", "text": {"en": "Nothing yet", "ko": "아직 아무것도"}},
            ],
        },
        {
            "id": "repair",
            "at": 2400,
            "asks": "ops",
            "question": {"en": "Where does the crew go first?", "ko": "인력을 먼저 어디로 보낼까요?"},
            "options": [
                {"id": "grid", "text": {"en": "To the grid", "ko": "전력망으로"}, "effects": [{"repair": grid}]},
                {"id": "room", "text": {"en": "To the batteries", "ko": "배터리실로"}, "effects": [{"repair": room}]},
            ],
        },
    ]


def _flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(large_text(int(sys.argv[1])), encoding="utf-8")
