import pickle

import pytest

from blackstart.core.base.nearest import instead
from blackstart.core.base.text import Text
from blackstart.core.base.words import (
    ENGLISH,
    LANGUAGES,
    MissingWordsError,
    Words,
    placeholders,
    said,
    sentences,
    words,
)
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.kind_rows import KindGroup
from blackstart.core.topology.kinds import KINDS
from blackstart.core.topology.model import Purpose

OTHERS = [language for language in LANGUAGES if language != ENGLISH]


def speaking(own: dict[str, str], english: dict[str, str]) -> Words:
    return Words("ko", own, english)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_sentences(language: str) -> None:
    assert set(sentences(language)) == set(sentences(ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_wants_the_same_values_in_every_language(language: str) -> None:
    wanted = {key: placeholders(sentence) for key, sentence in sentences(ENGLISH).items()}
    assert {key: placeholders(sentence) for key, sentence in sentences(language).items()} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert [key for key, sentence in sentences(language).items() if not sentence.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_core_has_a_word_for_is_in_the_files(language: str) -> None:
    known = sentences(language)
    wanted = [f"state.{shown}" for shown in Shown]
    wanted += [f"purpose.{purpose}" for purpose in Purpose]
    wanted += [f"group.{group}" for group in KindGroup]
    wanted += [f"{table}.{kind}" for kind in KINDS for table in ("kind", "kind-about", "kind-also")]
    assert [key for key in wanted if key not in known] == []


def test_a_sentence_that_is_missing_falls_back_to_english() -> None:
    assert speaking({}, {"greeting": "Hello {name}"}).say("greeting", name="Ada") == "Hello Ada"


def test_a_sentence_that_english_lacks_too_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingWordsError, match="'farewell'"):
        speaking({"greeting": "안녕"}, {}).say("farewell")


def test_a_value_that_was_not_given_is_an_error_that_names_sentence_and_value() -> None:
    with pytest.raises(MissingWordsError, match="'greeting' wants a value 'name'"):
        speaking({}, {"greeting": "Hello {name}"}).say("greeting")


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert speaking({}, {"greeting": "Hello {name}"}).say("greeting", name="{name}") == "Hello {name}"


def test_one_of_something_reads_in_the_singular() -> None:
    english = words("en")
    assert english.say("count.components", count=1) == "1 component"
    assert english.say("count.components", count=0) == "0 components"


def test_a_language_that_is_not_there_reads_english() -> None:
    assert words("fr").language == ENGLISH
    assert words("ko_KR").say("state.down") == words("ko-KR").say("state.down") == "중단"


@pytest.mark.parametrize(
    ("name", "with_subject", "with_direction"),
    [
        ("서버 홀", "서버 홀이", "서버 홀로"),
        ("지도", "지도가", "지도로"),
        ("로그인·인증", "로그인·인증이", "로그인·인증으로"),
        ("간선 2", "간선 2가", "간선 2로"),
        ("간선 3", "간선 3이", "간선 3으로"),
        ("간선 1", "간선 1이", "간선 1로"),
        ("저장소(예비)", "저장소(예비)가", "저장소(예비)로"),
        ("UPS", "UPS가", "UPS로"),
        ("서버 홀 B", "서버 홀 B가", "서버 홀 B로"),
        ("VPN", "VPN이", "VPN으로"),
        ("EMR", "EMR이", "EMR로"),
        ("Login", "Login이(가)", "Login(으)로"),
        ("", "이(가)", "(으)로"),
    ],
)
def test_a_korean_particle_follows_the_sound_of_the_name(name: str, with_subject: str, with_direction: str) -> None:
    korean = speaking({"subject": "{name:이/가}", "direction": "{name:으로/로}"}, {})
    assert korean.say("subject", name=name) == with_subject
    assert korean.say("direction", name=name) == with_direction


def test_a_duration_is_said_in_the_readers_units() -> None:
    assert words("en").duration(2 * 86400 + 3600 + 61) == "2 d 1 h 1 min 1 s"
    assert words("ko").duration(5400) == "1시간 30분"
    assert words("en").duration(0) == "0 s"


@pytest.mark.parametrize(
    ("number", "english", "korean"),
    [
        (0, "0", "0"),
        (4_200, "4,200", "4,200"),
        (35_000, "35,000", "3.5만"),
        (999_999, "999,999", "100만"),
        (1_250_000, "1.25 M", "125만"),
        (1_999_999, "2 M", "200만"),
        (9_996_000, "10 M", "1,000만"),
        (10_050_000, "10.1 M", "1,005만"),
        (2_057_000_000, "2.06 bn", "20.6억"),
        (47_500_000, "47.5 M", "4,750만"),
        (210_000_000, "210 M", "2.1억"),
        (27_500_000_000, "27.5 bn", "275억"),
    ],
)
def test_a_large_number_is_short_in_the_readers_units(number: int, english: str, korean: str) -> None:
    assert words("en").amount(number) == english
    assert words("ko").amount(number) == korean


def test_a_sentence_that_was_said_reads_english_and_is_told_in_another_language_with_all_that_stands_in_it() -> None:
    hint = instead("logn", ["login"], said("parts.component"))
    sentence = said("fault.unknown", what=said("fault.named", kind=said("part.component"), name="'logn'"), end=hint)
    assert sentence == "there is no component 'logn'; did you mean login? (components are: login)"
    told = words("ko").tell(sentence)
    assert told == "구성 요소 'logn'이(가) 없습니다. 혹시 login인가요? (구성 요소: login)"


def test_what_is_no_sentence_of_the_files_is_told_as_it_was_written() -> None:
    assert words("ko").tell("as it is") == "as it is"


def test_several_values_stand_with_what_the_sentence_puts_between_them() -> None:
    korean = speaking({"chain": "{names: → }", "plain": "{names}", "object": "{names:을/를}"}, {})
    names = ("지도", "서버 홀")
    assert korean.say("chain", names=names) == "지도 → 서버 홀"
    assert korean.say("plain", names=names) == "지도, 서버 홀"
    assert korean.say("object", names=names) == "지도, 서버 홀을"


def test_a_name_in_several_languages_is_told_in_the_one_that_is_read() -> None:
    sentence = said("edit.needs-itself", name=Text((("en", "Login"), ("ko", "로그인"))))
    assert (sentence, words("ko").tell(sentence)) == (
        "Login cannot need itself",
        "로그인은 스스로를 필요로 할 수 없습니다.",
    )


def test_what_was_said_goes_from_process_to_process_with_what_it_is_made_of() -> None:
    sentence = said("file.unsaved", path="a.drill", why=said("system.ENOSPC"))
    come = pickle.loads(pickle.dumps(sentence))
    assert come == sentence
    assert words("ko").tell(come) == "a.drill: 저장할 수 없습니다(디스크에 남은 자리가 없음)"
