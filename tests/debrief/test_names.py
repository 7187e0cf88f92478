from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue.test_recomputation import TALK, no_matcher, played
from tests.fakes.coachees import coachee, says
from tests.fakes.sessions import short_round
from voicecoach.debrief.names import masked, names_in, own_words, without_names
from voicecoach.dialogue.recomputation import recompute
from voicecoach.domain.events import CoacheeResponded
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Line
from voicecoach.domain.topics import About, TopicMatch

PERSONA = replace(coachee(), name="Joris Bakker")


def test_capitals_inside_a_sentence_are_taken_for_names() -> None:
    said = "Heb je met Piet van der Meer gesproken? Of met Jansen's mensen in Waalwijk."
    assert names_in([said], PERSONA) == ("Jansen", "Meer", "Piet", "Waalwijk")


def test_sentence_starts_days_abbreviations_and_the_coachees_own_names_are_not() -> None:
    said = "Dus, Joris, komt het in CRM? Ik zie je Maandag. In English I'm fine, and I think so. Oké."
    assert names_in([said], PERSONA) == ()


def test_names_in_the_coachees_own_lines_are_fiction_and_stay() -> None:
    topic = replace(PERSONA.topics[0], lines=(Line("Ik vraag het Sandra wel."),))
    persona = replace(PERSONA, topics=(topic,))
    assert names_in(["Wat zou Sandra doen, of Piet?"], persona) == ("Piet",)


def test_a_mask_is_as_long_as_the_name_wherever_it_stands() -> None:
    assert masked("Piet zag piet's pieten, PIET-Jan.", ["Piet"]) == "Xxxx zag xxxx's pieten, XXXX-Jan."
    assert masked("Jan de Wit en Jan", ["Jan", "Jan de Wit"]) == "Xxx xx Xxx en Xxx"
    assert masked("Een (naam) + meer", [" ", ""]) == "Een (naam) + meer"


def test_crosses_are_no_names_so_that_masking_twice_changes_nothing() -> None:
    once = masked("Wat zegt Piet daarvan?", names_in(["Wat zegt Piet daarvan?"], PERSONA))
    assert once == "Wat zegt Xxxx daarvan?"
    assert names_in([once], PERSONA) == ()


def test_a_session_without_its_names_still_verifies() -> None:
    asks = says(MoveKind.OPEN_QUESTION, "wat vindt Piet daarvan")
    gives_back = replace(says(MoveKind.REFLECTION, "dus Piet belt", follows_up=True))
    taken = replace(gives_back, moves=(replace(gives_back.moves[0], takes_up="Piet", cues=("dus Piet",)),))
    match = TopicMatch(About.TOPIC, "quotes")
    log = played(PERSONA, ((asks, match), (taken, match), *TALK))
    names = names_in(own_words(log), PERSONA)
    assert names == ("Piet",)
    anonymous = [without_names(event, names) for event in log]
    assert "piet" not in repr(anonymous).lower()
    assert recompute(PERSONA, anonymous, no_matcher).is_identical


def test_what_the_coachee_says_stays_as_his_file_has_it() -> None:
    log = [without_names(event, ["Tja", "offertes"]) for event in short_round()]
    assert [e.reply.text for e in log if isinstance(e, CoacheeResponded)] == ["De offertes blijven liggen.", "Tja."]


@given(st.text(), st.lists(st.text(), max_size=4))
def test_a_masked_text_is_as_long_as_it_was(text: str, names: list[str]) -> None:
    assert len(masked(text, names)) == len(text)
