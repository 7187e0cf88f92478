"""What a trainer reads when a persona file has mistakes: each at its place, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.persona_texts import CASE, changed, findings_in, persona_text, told

SHAPE = [
    ("version: 0.1.0", "version: 1.0", "5:10: a version is three numbers with dots, such as 1.0.0"),
    ("spec: 1", "spec: 2", "3:7: write 1 here"),
    ("id: jan", "id: Jan de Boer", "4:5: begin with a small letter; only small letters, digits, '_' and '-', "
     "at most 40: 'lost_order' for instance"),
    ("language: nl", "language: de", "7:11: write 'nl' or 'en' here"),
    ("name: Jan", "name: 12", '8:7: this is read as a number; put it in double quotes: "12"'),
    ("name: Jan", "name: true", '8:7: this is read as yes or no; put it in double quotes: "true"'),
    ("name: Jan", "nmae: Jan", "8:1: 'nmae' is no key that is known here; did you mean 'name'?"),
    ("name: Jan", "name:", "8:1: nothing is written here; write a text, or take the line out"),
    ("pitch: 50", "pitch: high", "16:10: a whole number is wanted here, without quotes, such as 50"),
    ("pitch: 50", 'pitch: "50"', "16:10: a whole number is wanted here, without quotes, such as 50"),
    ("gain: 5", "gain: 0", "20:9: too low; write 1 or more"),
    ("    advice: 8\n", "", "21:3: the key 'advice' is missing here; add it, for instance: advice: 8"),
    ("    judgement: 14", "    judgement: 14\n    praise: 3",
     "26:5: 'praise' is no key that is known here; these are: advice, leading_question, assumption, judgement"),
    ("start: 20", "start: 55", "19:10: he would trust the coach from the start; write less than the level 'open' (55)"),
    ("careful: 35", "careful: 60",
     "30:9: the levels must rise: careful below open, open below insight, such as 35, 55, 78"),
    ("levels: {", "level: {", "30:1: 'level' is no key that is known here; did you mean 'levels'?"),
    ("id: clients", "id: work",
     "47:9: the topic 'work' is there already, in line 33; give this one a name of its own"),
    ("id: clients", "id: solution",
     "47:9: 'solution' is a name with a meaning of its own; take another one, such as 'solution_topic'"),
    ("      open:\n        - say", "      opn:\n        - say",
     "44:7: 'opn' is no key that is known here; did you mean 'open'?"),
    ("short: Veel.", "shrt: Veel.", "43:11: 'shrt' is no key that is known here; did you mean 'short'?"),
    ("- Klanten zijn klanten.", "- 50", '54:11: this is read as a number; put it in double quotes: "50"'),
    ("- Klanten zijn klanten.", "-", "54:10: nothing is written here; write a text, or take the line out"),
    ("- Klanten zijn klanten.", '- "  "', "54:11: nothing is written here; write a text"),
    ("- Klanten zijn klanten.", "- Nou: klanten zijn klanten.",
     "54:11: the colon makes this a key; put the whole text in double quotes to keep it a text"),
    ("- Klanten zijn klanten.", "- [Ja, nee]",
     "54:11: one text is wanted here, no list; write it without '- ' and without '['"),
    ("- Klanten zijn klanten.", "- Klanten (zuchtend) zijn klanten.",
     "54:11: '(' cannot be said aloud; write only the words he speaks, no stage directions"),
    ("- Klanten zijn klanten.", "- ...", "54:11: there is no word in this text; write what he says"),
    ("- Klanten zijn klanten.", '- "Klanten\\nzijn klanten."',
     "54:11: a new line inside the text; write it on one line, or after '>' without an empty line in it"),
    ("- Klanten zijn klanten.", '- "Klanten \\a zijn."',
     "54:11: a character that cannot be said or shown (U+0007); take it out"),
    ("- Hoe reageren je klanten?", "- Vraag: hoe reageren je klanten?",
     "49:9: the colon makes this a key; put the whole text in double quotes to keep it a text"),
    ("  avoid:                    # gevraagd naar wat te diep zit\n    closed:\n"
     "      - Daar wil ik het nu liever niet over hebben.\n", "",
     "60:1: the key 'avoid' is missing here; add it (Asked below his level: honest avoidance that gives nothing away)"),
    ("    closed:\n      - Tja.\n", "",
     "101:3: the key 'closed' is missing here; add it, for instance: closed: [Tja., Mwah.]"),
    ("  closed_question:\n    closed:\n      - Zou kunnen.", "  closed_question:\n    closed: Soms.",
     "67:13: a list is wanted here: each item on a line of its own, after '- '"),
    ("  closed_question:\n    closed:\n      - Zou kunnen.", "  closed_question:\n    closed: []",
     "67:13: the list is empty; write at least one item"),
    ("  closed_question:\n    closed:\n      - Zou kunnen.", "  closed_question: Soms.",
     "66:20: keys are wanted here, each on a line of its own, indented: 'key: value'"),
    ('"Ik zei: {line}"', "Dat zei ik.",
     '126:9: write {line} once, where his last line is to come: "I said: {line}"'),
    ("      lines: [Volgende week donderdag al.]\n", "",
     "143:5: the key 'lines' is missing here; add it, for instance: lines: [Ik tel ze iedere vrijdag.]"),
    ("      - Zou kunnen.", "      - {say: Zou kunnen., about: clent}",
     "68:35: no topic is called 'clent'; did you mean 'clients'?"),
    ("      - Zou kunnen.", "      - {say: Zou kunnen., about: vakantie}",
     "68:35: no topic is called 'vakantie'; there are clients, work"),
    ("short: Veel.", "about: work", "43:18: what a line here is about is known by its place; take 'about' out"),
    ("when_committed: false", "when_committed: no", "149:23: write true or false here, without quotes"),
    ("when_committed: false", "when_commited: false",
     "149:7: 'when_commited' is no key that is known here; did you mean 'when_committed'?"),
]  # fmt: skip

QUOTES = "a text that begins with ' or \" ends with the same: put a text such as 's avonds wholly in double quotes"

YAML = [
    ("name: Jan", "name: Jan\nname: Piet", "9:1: 'name' stands here twice, first in line 8; keep one of the two"),
    ("name: Jan", "name: &jan Jan", "8:7: '&jan' names a part for use elsewhere; leave the name out"),
    ("name: Jan", "name: *jan", "8:7: '*jan' points at a part written elsewhere; write that part out here"),
    ("name: Jan", "name: !!python/name:os.system Jan", "8:7: 'tag:yaml.org,2002:python/name:os.system' says how to "
     "read a value; leave it out, or put the text in double quotes"),
    ("name: Jan", "name: Jan: de boer", "8:10: a colon followed by a space stands inside a text; put the whole text "
     'in double quotes: "...", or check the indentation'),
    ("name: Jan", "name: @Jan", "8:7: a text cannot begin with this character; put the whole text in double quotes: "
     '"..."'),
    ("name: Jan", "\tname: Jan", "8:1: a tab at the beginning of a line; indent with spaces, two a step"),
    ("- Tja.", "- 'n Beetje.", f"103:9: a quote opens here and is never closed; {QUOTES}"),
    ("- Zou kunnen.", "- 's Avonds.\n      - 's Ochtends.",
     f"68:9: a quote opens here and is closed only by the quote in line 69; {QUOTES}"),
    ("- Tja.", '- "Tja" zei ik.', "103:15: words stand after the closing \"; a text that begins with a quote ends with "
     "it: put the whole text between ' and ', or take the quotes out"),
    ("- Tja.", '- "Tja', f"103:9: a quote opens here and is closed only by the quote in line 126; {QUOTES}"),
    ("[Wanneer begin je?]", "[Wanneer begin je?",
     "145:12: the list that opens with '[' is not closed; end it with ']', a comma between its items"),
    ("- Tja.", '- "Tja \\q"', "103:15: a backslash in double quotes has a meaning of its own; leave it out or write it "
     "twice"),
    ("- Tja.", "- \x07", "103:9: a control character that no text can hold; take it out"),
    ("end: {", "---\nend: {", "149:1: a second document begins here; keep one a file, without a line '---' in the "
     "middle"),
    ("name: Jan", "? [a, b]\n: c\nname: Jan", "8:3: a key is a single word; put a text that begins with '[' or '{' in "
     "double quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), SHAPE, ids=[words.split(": ", 1)[1][:50] for _, _, words in SHAPE])
def test_a_mistake_is_told_at_its_place_with_what_to_write_instead(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert told(tmp_path, changed((old, new))) == [f"jan.yaml:{words}"]


@pytest.mark.parametrize(("old", "new", "words"), YAML, ids=[words.split(": ", 1)[1][:50] for _, _, words in YAML])
def test_a_mistake_in_the_yaml_is_told_in_plain_words(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert f"jan.yaml:{words}" in told(tmp_path, changed((old, new)))


def test_all_mistakes_of_a_file_come_at_once_in_the_order_of_their_places(tmp_path: Path) -> None:
    text = changed(("when_committed", "when"), ("pitch: 50", "pitch: high"), ("gain: 5", ""), ("- Tja.", "- 12"))
    found = findings_in(tmp_path, text)
    assert [finding.line for finding in found] == [16, 18, 103, 149]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "1:1: the file is empty; begin one with: voicecoach persona new NAME"),
        (b" \n\n", "1:1: the file is empty; begin one with: voicecoach persona new NAME"),
        (b"RIFF\0\0\0\0WAVE", "1:1: this is no text but a binary file; write a YAML file, in UTF-8"),
        (b"name: Jan\nabout: caf\xe9", "2:11: the file is not in UTF-8 from here on; save it with the encoding UTF-8"),
        ("name: Jan".encode("utf-16"), "1:1: the file is not in UTF-8 from here on; save it with the encoding UTF-8"),
        (b"a: b\n" * 200_000, "1:1: the file is larger than 256 KB; no persona or case file is"),
        (b"- a\n- b\n", "1:1: keys are wanted here, each on a line of its own, indented: 'key: value'"),
        (b"hello", "1:1: keys are wanted here, each on a line of its own, indented: 'key: value'"),
        (b"[" * 5000, "1:21: lists and keys are nested more than 20 deep here; check the indentation"),
        (b"a: " + b"{a: " * 30, "1:80: lists and keys are nested more than 20 deep here; check the indentation"),
    ],
)
def test_a_file_that_is_no_persona_at_all_is_one_clear_line(tmp_path: Path, content: bytes, words: str) -> None:
    assert told(tmp_path, content) == [f"jan.yaml:{words}"]


def test_a_file_that_multiplies_itself_is_refused_at_once(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    found = findings_in(tmp_path, bomb)
    assert sum("points at a part written elsewhere" in finding.text for finding in found) == 39 * 9


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    assert findings_in(tmp_path, b"\xef\xbb\xbf" + persona_text().replace("\n", "\r\n").encode()) == ()


def test_a_mark_that_no_terminal_can_show_is_told_without_a_crash(tmp_path: Path) -> None:
    found = told(tmp_path, changed(("name: Jan", 'name: "Jan \\ud800"')))
    assert found == ["jan.yaml:8:7: a character that no text can hold, written with '\\u'; take it out"]


def test_a_case_needs_its_briefing(tmp_path: Path) -> None:
    assert told(tmp_path, persona_text(), CASE.split("briefing")[0]) == [
        "cases/late_quotes.nl.yaml:1:1: the key 'briefing' is missing here; add it, for instance: "
        "briefing: U spreekt zo met een verkoper ..."
    ]
