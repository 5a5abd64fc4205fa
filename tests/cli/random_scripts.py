"""Small drills with everything in them and what people do in them, as the records that files hold, by chance."""

from random import Random
from typing import Any

Record = dict[str, Any]

LASTS = 40
PARTS = ("a", "b", "c", "d")
OPTIONS = ("x", "y")
STATES = ("operational", "degraded", "down", "recovering", "isolated", "maintenance", "on reserve")


class ScriptWriter:
    """Writes drills and commands by one source of chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        # Some are called what improvised ones are called too.
        self._injects = [f"i{number}" for number in range(chance.randint(2, 6))]
        self._decisions = [f"q{number}" for number in range(chance.randint(1, 3))]
        self._actions = [f"a{number + 2}" for number in range(chance.randint(1, 3))]

    def drill(self) -> Record:
        return {
            "blackstart": 1,
            "id": "by-chance",
            "title": "By chance",
            "topology": {
                "crews": [{"id": "ops", "size": self._chance.randint(1, 2)}],
                "components": [self._component(number) for number in range(len(PARTS))],
            },
            "exercise": {
                "lasts": LASTS,
                "injects": [self._inject(id_) for id_ in self._injects],
                "decisions": [self._decision(id_) for id_ in self._decisions],
                "actions": [self._action(id_) for id_ in self._actions],
            },
        }

    def commands(self) -> list[Record]:
        """What people do, in order of time; some of it does not apply when it comes."""
        times = sorted(self._second() for _ in range(self._chance.randint(0, 14)))
        return [{"at": at, **self._command()} for at in times]

    def _component(self, number: int) -> Record:
        part: Record = {
            "id": PARTS[number],
            "users": 100 * number,
            "restart": self._chance.choice([0, 0, 1, 3]),
            "repair": self._chance.choice([0, 2, 5, "never"]),
        }
        if self._is(0.4):
            part["crew"] = "ops"
        if self._is(0.1):
            part["initially"] = "off"
        if number and self._is(0.8):
            suppliers = PARTS[:number]
            part["needs"] = [{"on": self._chance.choice(suppliers), "survives": self._chance.choice([0, 0, 1, 4])}]
        return part

    def _inject(self, id_: str) -> Record:
        inject = {"id": id_, "channel": "chat", "text": id_, **self._coming()}
        if self._is(0.7):
            inject["effects"] = self._effects()
        if self._is(0.4):
            inject["opens"] = self._chance.choice(self._decisions)
        return inject

    def _decision(self, id_: str) -> Record:
        options = [{"id": each, "text": each, "effects": self._effects()} for each in OPTIONS]
        decision = {"id": id_, "question": id_, "options": options, **self._coming()}
        if self._is(0.6):
            decision["within"] = self._chance.randint(1, 8)
            if self._is(0.6):
                decision["otherwise"] = self._chance.choice(OPTIONS)
        return decision

    def _action(self, id_: str) -> Record:
        takes = self._chance.choice([0, 1, 4, 7])
        action: Record = {"id": id_, "text": id_, "takes": takes, "effects": [self._effect()]}
        if self._is(0.6):
            action["requires"] = self._chance.sample(PARTS, self._chance.randint(1, 2))
            if self._is(0.7):
                action["by_hand"] = self._chance.randint(1, 9)
        if self._is(0.4):
            action["crew"] = "ops"
        if self._is(0.4):
            action["once"] = False
        return action

    def _coming(self) -> Record:
        way = self._chance.random()
        if way < 0.4:
            return {"at": self._second()}
        if way < 0.85:
            coming: Record = {"when": self._condition()}
            if self._is(0.3):
                coming["not_before"] = self._second()
            return coming
        return {}

    def _condition(self, depth: int = 0) -> Record:
        match self._chance.randint(0, 6 if depth < 2 else 3):
            case 0 | 1:
                states = self._chance.sample(STATES, self._chance.randint(1, 2))
                return {"component": self._chance.choice(PARTS), "is": states, **self._lasting()}
            case 2:
                state = self._chance.choice(["delivered", "skipped"])
                return {"inject": self._chance.choice(self._injects), "is": state, **self._lasting()}
            case 3:
                if self._is(0.5):
                    return {"action": self._chance.choice(self._actions), "is": self._chance.choice(["begun", "done"])}
                took = self._chance.choice([*OPTIONS, "any", "none"])
                return {"decision": self._chance.choice(self._decisions), "took": took}
            case 6:
                return {"not": self._condition(depth + 1)}
            case kind:
                return {"all" if kind == 4 else "any": [self._condition(depth + 1) for _ in range(2)]}

    def _lasting(self) -> Record:
        return {"for": self._chance.randint(1, 6)} if self._is(0.6) else {}

    def _effects(self) -> list[Record]:
        effects = [self._effect() for _ in range(self._chance.randint(0, 2))]
        if self._is(0.3):
            work: Record = {"after": self._chance.randint(1, 6), "do": [self._effect()]}
            if self._is(0.5):
                work["requires"] = [self._chance.choice(PARTS)]
            if self._is(0.5):
                work["crew"] = "ops"
            effects.append(work)
        return effects

    def _effect(self) -> Record:
        word = self._chance.choice(["fail", "fail", "repair", "repair", "restore", "isolate", "reconnect", "call-off"])
        if word == "call-off" and self._is(0.7):
            return {"call-off": {"job": self._chance.choice(self._actions)}}
        if word == "fail" and self._is(0.3):
            return {"fail": {"component": self._chance.choice(PARTS), "level": "40 %"}}
        return {word: self._chance.choice(PARTS)}

    def _command(self) -> Record:
        if self._is(0.5):
            return self._of_the_team()
        inject = self._chance.choice([*self._injects, "i6", "i3-improvised"])
        at = self._chance.choice([None, self._second()])
        match self._chance.randint(0, 7):
            case 0 | 1:
                return {"do": "effect", "effects": [self._effect()], "why": "so"}
            case 2:
                return {"do": "skip", "inject": inject, "why": "no"}
            case 3:
                return {"do": "move", "inject": inject, "at_s": at}
            case 4:
                return {"do": "deliver", "inject": inject}
            case 5:
                planned = {} if at is None else {"at_s": at}
                return {"do": "improvise", "text": "?", "channel": "chat", "effects": self._effects(), **planned}
            case 6:
                return {"do": "open", "decision": self._chance.choice(self._decisions)}
            case _:
                return {"do": "jump", "to_s": self._second()}

    def _of_the_team(self) -> Record:
        match self._chance.randint(0, 9):
            case 0 | 1 | 2 | 3:
                option = self._chance.choice(OPTIONS)
                decision = self._chance.choice(self._decisions)
                return {"do": "decide", "decision": decision, "option": option, "by": "lead"}
            case 4 | 5:
                return {"do": "act", "action": self._chance.choice(self._actions), "by": "lead"}
            case 6 | 7:
                return {"do": "take_back", "seq": self._chance.randint(2, 8), "why": "no"}
            case 8:
                takes, part = self._chance.choice([0, 2, 5]), self._chance.choice(PARTS)
                needs: Record = self._chance.choice([{}, {"requires": [part]}, {"crew": "ops"}])
                return {"do": "act", "text": "?", "takes": takes, "by": "lead", "effects": [self._effect()], **needs}
            case _:
                return {"do": "decide", "question": "?", "choice": "!", "by": "lead", "effects": self._effects()}

    def _second(self) -> int:
        return self._chance.randint(0, LASTS - 5)

    def _is(self, likely: float) -> bool:
        return self._chance.random() < likely
