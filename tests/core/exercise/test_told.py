"""Faults and doubts of drill files, told in Korean: nothing of English is left but what stands in the file itself."""

import re

import pytest

from blackstart.core.base.errors import DrillError
from blackstart.core.base.words import words
from blackstart.core.exercise.files import read_drill

KOREAN = words("ko")
HANGUL = re.compile("[가-힣]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2}")  # three words in a row are a sentence

HEAD = "blackstart: 1\nid: bad\ntitle: Bad\n"
FAULTY = (
    HEAD
    + """\
sumary: x
level: fast
minutes: 0
teaches: {a: b}
topology:
  crews: [{id: hands, size: 0}]
  zones: [{id: one, in: two}, {id: two, in: one}, {id: three, box: [0, 0, -1, 2]}]
  components:
    - {id: Hall, restart: soon, users: many, at: [1], safety_critical: 1}
    - {id: shop, needs: [{on: hal}, {on: [shop, shop], at_least: 3, for: start, weight: 40 %}]}
    - {id: shop, zone: nowhere, note: 3, target: 200000000 d}
    - {id: till, needs: [{on: shop, standby: {shelf: manual}}, {on: shop, survives: 5 weeks, useful: 0 %}]}
exercise:
  starts: today
  lasts: 0
  phases: [{id: a, until: 20 min}, {id: b, from: 10 min, until: 5 min}, {id: c, until: 1 min}]
  roles: [{name: Lead}]
  injects:
    - {id: first, at: 3, when: {inject: first, is: deliverd}, channel: fone}
    - {id: second, channel: phone, effects: [{fail: shop, repair: shop}, {fial: shop}, {after: 3, do: [{do: []}]}]}
  decisions:
    - {id: choose, question: Q, otherwise: none-such, options: [{id: one, text: T}], within: 0}
  objectives:
    - {id: quick, text: T, measure: {decision: choose, by: 5 min, within: 3 min}}
    - {id: quick, text: T, measure: {decision: choose}}
    - {id: slow, text: T, measure: {said: 3}}
  history: [{component: shop, down: 3, back: {after: 5, by: 3}}]
"""
)
DOUBTFUL = (
    HEAD.replace("id: bad", "id: other")
    + """\
topology:
  zones: [{id: void}]
  components:
    - {id: a, needs: [{on: b}]}
    - {id: b, repair: never, needs: [{on: a}]}
    - {id: c}
exercise:
  lasts: 1 h
  objectives: [{id: quick, text: T}]
  injects:
    - {id: first, when: {inject: second, is: delivered}, channel: phone, text: " "}
    - {id: second, when: {inject: first, is: delivered}, channel: map, text: seen}
    - id: third
      at: 2 h
      channel: map
      effects: [{repair: b}, {arm: {component: a, supplier: c}}, {cut: {component: a, supplier: c}},
                {fail: {zone: void}}, {call-off: {job: none-such}}, {fail: b}, {bootstrap: {component: a, need: b}}]
    - {id: fourth, at: 3, not_before: 2, channel: map}
  decisions:
    - {id: choose, question: " ", otherwise: none, options: [{id: none, text: " "}]}
  history: [{component: a, down: 5, back: {by: 3}}]
"""
)


def english_left(sentence: str) -> str | None:
    found = ENGLISH.search(sentence)
    return found[0] if found else None


def test_every_fault_of_a_file_is_told_in_korean() -> None:
    with pytest.raises(DrillError) as refused:
        read_drill(FAULTY, "bad.drill")
    told = [KOREAN.tell(each.message) for each in refused.value.findings]
    assert len({each.code for each in refused.value.findings}) >= 15
    assert [each for each in told if not HANGUL.search(each) or english_left(each)] == []


def test_every_doubt_about_a_file_is_told_in_korean() -> None:
    found = read_drill(DOUBTFUL, "bad.drill").warnings
    told = [KOREAN.tell(each.message) for each in found]
    assert len({each.code for each in found}) >= 14
    assert [each for each in told if not HANGUL.search(each) or english_left(each)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [1, 2",
        "a: 'open",
        "a: b: c",
        "a:\n  - 1\n b: 2",
        "a: 1\n- b",
        "{a: 1}}",
        "a: *none",
        "a: !tag b",
        "a: 1\n---\nb: 2",
        "? [a]\n: 1",
        'a: "\\q"',
        "a: @b",
        "key\nother: 1",
        '{"a": 1,}',
        '{"a" 1}',
        '{"a": 1 "b"}',
        '{"a": [1,]}',
        '{"a": "open}',
        '{"a": "\\q"}',
        "{" * 60,
        "[" * 60,
    ],
)
def test_a_text_that_cannot_be_read_is_told_of_in_korean(text: str) -> None:
    with pytest.raises(DrillError) as refused:
        read_drill(text)
    (finding,) = refused.value.findings
    told = KOREAN.tell(finding.message)
    assert HANGUL.search(told)
    assert english_left(told) is None


def test_a_place_and_a_severity_are_told_around_the_message() -> None:
    (first, *_) = read_drill(DOUBTFUL, "bad.drill").warnings
    assert str(first) == (
        "bad.drill:2: warning: id: the id is other, the file is called bad: its runs stand under other"
    )
    assert KOREAN.tell(first.sentence) == (
        "bad.drill:2: 경고: id: id는 other인데 파일 이름은 bad입니다. 실행은 other 아래에 놓입니다"
    )
