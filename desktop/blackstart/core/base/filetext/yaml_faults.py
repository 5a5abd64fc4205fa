"""What the reader of YAML says of a text that is none, in words that can be told in any language."""

import re

from blackstart.core.base.words import ENGLISH, said, sentences

# Of what ruamel.yaml says, by the key under `yaml` in assets/words; only what people do wrong by hand.
_SAYINGS = (
    ("colon", "while scanning a simple key could not find expected ':'"),
    ("two-values", "mapping values are not allowed here"),
    ("key-here", "mapping keys are not allowed here"),
    ("item-here", "sequence entries are not allowed here"),
    ("block-mapping", "while parsing a block mapping expected <block end>, but found (?P<found>.+)"),
    ("block-list", "while parsing a block collection expected <block end>, but found (?P<found>.+)"),
    ("flow-list", r"while parsing a flow sequence expected ',' or '\]', but got (?P<found>.+)"),
    ("flow-mapping", "while parsing a flow mapping expected ',' or '}', but got (?P<found>.+)"),
    ("unended", "while scanning a quoted scalar found unexpected end of stream"),
    ("character", "while scanning for the next token found character (?P<found>.+) that cannot start any token"),
    ("backslash", "while scanning a double-quoted scalar found unknown escape character (?P<found>.+)"),
    ("special", "special characters are not allowed"),
)


def yaml_words(told: str) -> str:
    """Return what the reader told, as one of our own sentences."""
    for key, saying in _SAYINGS:
        found = re.fullmatch(saying, told)
        if found is not None:
            return said(f"yaml.{key}", **{name: _token(value) for name, value in found.groupdict().items()})
    return said("yaml.other", told=told)


def _token(found: str) -> str:
    """Return what people call a piece of YAML, which the reader names as ``'<block mapping start>'``."""
    name = found.strip("'<>").replace(" ", "-")
    key = f"yaml-token.{name}"
    return said(key) if key in sentences(ENGLISH) else found
