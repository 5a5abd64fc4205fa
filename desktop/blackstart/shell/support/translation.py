"""The window's own sentences in another language, from assets/translations; English stands in the code."""

import tomllib
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from blackstart.core.base.assets import assets_folder
from blackstart.core.base.errors import UnfitValue, UserError
from blackstart.core.base.words import ENGLISH, LANGUAGES, words


class Sentences(QTranslator):
    """Says what stands in a language's file, and leaves to others what does not."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contexts = sentences(language)

    def isEmpty(self) -> bool:
        return not self._contexts

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # None, unlike an empty text, lets the next translator be asked
        return self._contexts.get(context, {}).get(sourceText)


class Speech(QObject):
    """Which language the window speaks."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._language = ENGLISH
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Say everything from now on in a language; what is on screen already stays as it was said."""
        if language == self._language:
            return
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._language = language
        self._translators = [] if language == ENGLISH else [_qt_sentences(language, self), Sentences(language, self)]
        for translator in self._translators:
            self._app.installTranslator(translator)


def sentences(language: str) -> dict[str, dict[str, str]]:
    """Return the sentences of a language by context and English sentence; none where there is no file."""
    path = assets_folder() / "translations" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def sentence_of(error: UserError | ValueError) -> str:
    """Return what a user's error says in the language of the window; one of the window's own says it already."""
    return tell(error.sentence) if isinstance(error, UserError | UnfitValue) else str(error)


def tell(sentence: str) -> str:
    """Return a sentence of core, such as the message of a finding, in the language of the window."""
    return words(QCoreApplication.translate("Language", "en")).tell(sentence)


def twins(text: str) -> str:
    """Return what a text of the window is called in the other languages; empty where it stands in no file."""
    return " ".join(sorted(_twins().get(text, ())))


@cache
def _twins() -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for context in sentences(language).values():
            for english, other in context.items():
                known.setdefault(english, set()).add(other)
                known.setdefault(other, set()).add(english)
    return known


def _qt_sentences(language: str, parent: QObject) -> QTranslator:
    """Return what Qt itself says, in the dialogs that come from it."""
    translator = QTranslator(parent)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translator.load(f"qtbase_{language}", str(folder))
    return translator
