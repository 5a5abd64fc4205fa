"""What the team knew at a second in a sentence, and who it had heard from."""

from PySide6.QtCore import QCoreApplication

from blackstart.core.play.visible import Message
from blackstart.core.review.heard import Word
from blackstart.core.review.known import BELIEVED
from blackstart.core.review.story import Story
from blackstart.core.review.unseen import MONITORED
from blackstart.shell.review.knowing.knew import Knew
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


def knew_words(knew: Knew) -> str:
    """Say what is on record, and how that stands to what was true."""
    if not knew.is_anything_said:
        return _unsaid(knew.display)
    if not knew.believed:
        said = translate("Knowing", "By then nobody had written down what the team believed.")
    elif knew.believed == 1:
        said = translate("Knowing", "By then it was written down what the team believed of one component.")
    else:
        told = translate("Knowing", "By then it was written down what the team believed of {count} components.")
        said = told.format(count=knew.believed)
    return said if knew.mistaken else f"{said} {translate('Knowing', 'It was mistaken of nothing.')}"


def _unsaid(display: str) -> str:
    return {
        MONITORED: translate(
            "Knowing",
            "Nobody wrote down in this run what the team believed. Here is what its display could not show as it was.",
        ),
        BELIEVED: translate(
            "Knowing",
            "Nobody wrote down in this run what the team believed, so its display was set to show all as it should be.",
        ),
    }.get(
        display,
        translate(
            "Knowing",
            "Nobody wrote down in this run what the team believed. Its display was set to show everything as it was.",
        ),
    )


def sender_of(message: Message, look: Look) -> str:
    """Return who sent a message; its channel where nobody did."""
    if message.sender is not None:
        return message.sender.to(look.language)
    return look.words.say(f"channel.{message.channel}")


def speaker_of(word: Word, story: Story, look: Look) -> str:
    """Return who said something in public, and for whom; roles by their names."""
    roles = story.exercise.roles
    by = next((role.name.to(look.language) for role in roles if role.id == word.by and role.name), word.by)
    return translate("Knowing", "{who} to {whom}").format(who=by, whom=word.to) if word.to else by
