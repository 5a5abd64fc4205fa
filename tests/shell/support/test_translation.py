"""Everything the window says is said in Korean too."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from blackstart.core.base.words import ENGLISH, LANGUAGES
from blackstart.shell.support.translation import Speech, sentences

PACKAGE = Path(__file__).resolve().parents[3] / "desktop" / "blackstart"
OTHERS = [language for language in LANGUAGES if language != ENGLISH]


def said() -> set[tuple[str, str]]:
    """Every context and sentence that is handed to Qt's translation."""
    found = set()
    for module in sorted((PACKAGE / "shell").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("translate", "QCoreApplication.translate"):
                context, sentence = (ast.literal_eval(each) for each in node.args[:2])
                found.add((context, sentence))
    return found


def wanted(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    made = Speech(qapp)
    yield made
    made.speak(ENGLISH)
    made.deleteLater()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_of_the_window_is_translated_and_none_is_left_over(language: str) -> None:
    known = {(context, sentence) for context, each in sentences(language).items() for sentence in each}
    assert len(known) > 100
    assert said() - known == set()
    assert known - said() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_wants_the_same_values(language: str) -> None:
    wrong = {
        sentence: translation
        for each in sentences(language).values()
        for sentence, translation in each.items()
        if wanted(sentence) != wanted(translation) or not translation
    }
    assert wrong == {}


def test_the_window_speaks_another_language_and_english_again(speech: Speech) -> None:
    speech.speak("ko")
    assert QCoreApplication.translate("Window", "Run") == "실행"
    assert QCoreApplication.translate("Window", "Nobody says this") == "Nobody says this"
    speech.speak(ENGLISH)
    assert QCoreApplication.translate("Window", "Run") == "Run"


def test_what_qt_says_itself_is_translated_too(speech: Speech) -> None:
    speech.speak("ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"
