"""Amounts in short, the number apart from its scale: it is written larger."""

import re

_NUMBER = re.compile(r"[\d.,]+")


def parted(amount: str) -> tuple[str, str]:
    """Part ``33 M`` or ``3,300만`` into number and scale."""
    found = _NUMBER.match(amount)
    number = found[0] if found is not None else ""
    return number, amount[len(number) :].strip()
