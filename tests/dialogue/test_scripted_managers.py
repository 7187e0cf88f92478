"""Scripted managers, each by his one rule, in talks written out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee
from voicecoach.dialogue.giving_back import from_his_side, last_words
from voicecoach.dialogue.manager_material import Material, joined, material_of
from voicecoach.dialogue.script_lines import ScriptLine, script_line
from voicecoach.dialogue.scripted_managers import SILENCE, Manager, next_line
from voicecoach.dialogue.talk_so_far import Exchange, TalkSoFar
from voicecoach.domain.audio import Language
from voicecoach.domain.errors import InputError
from voicecoach.domain.openness import Reply, ReplyKind
from voicecoach.domain.persona import Level, Line, Topic

QUESTIONS = {"quotes": ("How are the quotes?", "What about the quotes?"), "team": ("How is the team?",)}
MATERIAL = Material("en", QUESTIONS, ("What would you do?", "When?"), {"It hurts.": "sad"})
GREETING = Exchange(None, Reply("Morning.", ReplyKind.GREETING, Level.CLOSED))


def heard(line: str | ScriptLine, reply: str, kind: ReplyKind = ReplyKind.TOPIC, topic: str = "") -> Exchange:
    return Exchange(ScriptLine(line) if isinstance(line, str) else line, Reply(reply, kind, Level.CLOSED, topic))


def says(manager: Manager, *exchanges: Exchange, seed: int = 0) -> ScriptLine:
    line = next_line(manager, TalkSoFar(MATERIAL, (GREETING, *exchanges), seed))
    assert line is not None
    return line


BEGUN = (
    heard("Is that all right?", "Fine.", ReplyKind.REACTION),
    heard("What would you like?", "A plan.", ReplyKind.REACTION),
)


def test_the_listener_begins_with_the_aim() -> None:
    assert "Is that all right?" in says(Manager.LISTENER).text
    assert says(Manager.LISTENER, BEGUN[0]).text == "What would you like to get out of this conversation?"


def test_the_listener_asks_for_a_topic_that_did_not_come_up() -> None:
    assert says(Manager.LISTENER, *BEGUN).text == "How are the quotes?"
    asked = heard("How are the quotes?", "Don't know.", ReplyKind.AVOIDANCE, "quotes")
    assert says(Manager.LISTENER, *BEGUN, asked).text == "How is the team?"


def test_the_listener_leaves_room_and_then_gives_back_the_feeling() -> None:
    answer = heard("How are the quotes?", "It hurts.", topic="quotes")
    line = says(Manager.LISTENER, *BEGUN, answer)
    assert line.text.endswith("sad.")
    quiet = heard(SILENCE, "It hurts. And so on.", ReplyKind.SILENCE)
    assert says(Manager.LISTENER, *BEGUN, quiet).text.endswith("sad.")
    one_more = heard("How is the team?", "Well enough.", topic="team")
    assert says(Manager.LISTENER, *BEGUN, answer, one_more) == SILENCE


def test_the_listener_asks_the_solution_out_and_closes() -> None:
    found = heard("What else?", "I will call.", ReplyKind.SOLUTION)
    assert says(Manager.LISTENER, *BEGUN, found).text == "What would you do?"
    more = heard("What would you do?", "Them all.", ReplyKind.SOLUTION)
    assert says(Manager.LISTENER, *BEGUN, found, more).text == "When?"
    assert "agreement" in says(Manager.LISTENER, *BEGUN, found, more, more).text


@pytest.mark.parametrize("manager", Manager)
def test_nobody_goes_on_after_a_commitment(manager: Manager) -> None:
    end = heard("Agreed?", "Agreed.", ReplyKind.COMMITMENT)
    assert next_line(manager, TalkSoFar(MATERIAL, (GREETING, *BEGUN, end))) is None


def test_the_interrogator_goes_round_the_topics() -> None:
    talk: list[Exchange] = []
    for expected in ("How are the quotes?", "How is the team?", "What about the quotes?", "How is the team?"):
        line = says(Manager.INTERROGATOR, *talk)
        assert line.text == expected
        talk.append(heard(line, "Well."))


def test_the_reworder_stays_with_the_topic_that_has_most_questions() -> None:
    first = says(Manager.REWORDER)
    assert [first.text, says(Manager.REWORDER, heard(first, "Well.")).text] == list(QUESTIONS["quotes"])


def test_the_parrot_says_the_last_words_again_bare_or_after_so() -> None:
    long = heard("x", "I said that I do not like to call people.")
    assert says(Manager.PARROT, long, long).text == "Do not like to call people."
    assert says(Manager.PARROT, long).text == "So do not like to call people."
    nothing = Exchange(None, Reply("", ReplyKind.GREETING, Level.CLOSED))
    line = next_line(Manager.PARROT, TalkSoFar(MATERIAL, (nothing,)))
    assert line == ScriptLine("Hm-hm.")


def test_the_one_at_random_is_the_same_for_the_same_seed_only() -> None:
    talk = [heard("x", f"Line {n}.", ReplyKind.REACTION) for n in range(12)]
    rows = [[says(Manager.RANDOM, *talk[:n], seed=seed) for n in range(12)] for seed in (1, 1, 2)]
    assert rows[0] == rows[1] != rows[2]
    assert len({line.text for line in rows[0]}) > 4


@pytest.mark.parametrize("manager", Manager)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_persona_without_a_question_in_his_file_can_be_talked_to(manager: Manager, language: Language) -> None:
    bare = replace(material_of(coachee()), language=language)
    exchanges = [GREETING]
    for _ in range(20):
        line = next_line(manager, TalkSoFar(bare, exchanges))
        assert line is not None
        assert line.text or line.silence_ms
        exchanges.append(heard(line, "Zo gaat dat.", ReplyKind.REACTION))


def test_open_questions_come_first_whatever_their_place_in_the_file() -> None:
    topic = Topic("quotes", ("Loopt het?", "Hoe lopen de offertes?"), (Line("Ja.", feeling="moe"),))
    material = material_of(replace(coachee(), topics=(topic,)))
    assert material.questions == {"quotes": ("Hoe lopen de offertes?", "Loopt het?")}
    assert material.feelings == {"Ja.": "moe"}


def test_two_versions_are_asked_the_old_questions_and_the_new_topics() -> None:
    new = Material("en", {"quotes": ("Changed?",), "car": ("Which car?",)}, (), {"Yes.": "glad"})
    both = joined(MATERIAL, new)
    assert both.questions == {**QUESTIONS, "car": ("Which car?",)}
    assert (both.ways_out, both.feelings) == (MATERIAL.ways_out, {"It hurts.": "sad", "Yes.": "glad"})


@pytest.mark.parametrize(
    ("line", "language", "turned"),
    [
        ("Ja. Ik heb mijn klanten al lang niet gebeld.", "nl", "je hebt je klanten al lang niet gebeld"),
        ("I'm tired of my desk. Why?", "en", "you're tired of your desk"),
        ("...", "nl", ""),
    ],
)
def test_a_line_is_turned_to_the_listeners_side(line: str, language: Language, turned: str) -> None:
    assert from_his_side(line, language) == turned


def test_last_words_of_nothing_are_nothing() -> None:
    assert (last_words("...", 4), last_words("One two three.", 2)) == ("", "Two three.")


def test_a_written_line_is_words_a_silence_or_an_interruption() -> None:
    assert script_line("(stilte 2.5)", "x") == ScriptLine("", silence_ms=2500)
    assert script_line("(4 s)", "x") == ScriptLine("", silence_ms=4000)
    assert script_line("! Wacht even.", "x") == ScriptLine("Wacht even.", interrupts=True)
    with pytest.raises(InputError, match=r"talk.txt:3: .\(silence long\). is no silence"):
        script_line("(silence long)", "talk.txt:3")
