from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.sessions import short_round
from voicecoach.debrief.cues import cues_of, start_of_turn
from voicecoach.debrief.timeline import Utterance, timeline
from voicecoach.domain.speech import SpeechSpan


def test_words_come_one_by_one_between_beginning_and_end() -> None:
    cues = cues_of(timeline(short_round())[2:3])
    assert [(cue.at_ms, cue.part, cue.text) for cue in cues] == [
        (8000, "begins", ""),
        (8000, "word", "Ik"),
        (8136, "word", "zou"),
        (8318, "word", "gewoon"),
        (8636, "word", "bellen."),
        (9000, "ends", ""),
    ]


def test_who_is_talked_over_shows_the_rest_of_his_words_at_once() -> None:
    cut_off = Utterance("coachee", 1, SpeechSpan(0, 5000), "de offertes blijven liggen")
    tip = Utterance("coach", 2, SpeechSpan(2000, 3000), "bel ze")
    assert [(cue.at_ms, cue.part, cue.text) for cue in cues_of((cut_off, tip))] == [
        (0, "begins", ""),
        (0, "word", "de"),
        (555, "word", "offertes"),
        (2000, "word", "blijven"),
        (2000, "word", "liggen"),
        (2000, "ends", ""),
        (2000, "begins", ""),
        (2000, "word", "bel"),
        (2571, "word", "ze"),
        (3000, "ends", ""),
    ]


def test_a_turn_is_found_by_its_number() -> None:
    told = timeline(short_round())
    assert [start_of_turn(told, turn) for turn in (1, 2, 4, 5)] == [1000, 8000, 18100, None]


SPANS = st.tuples(st.integers(0, 10_000), st.integers(0, 5000)).map(lambda pair: SpeechSpan(pair[0], sum(pair)))


@given(st.lists(st.builds(Utterance, st.sampled_from(["coach", "coachee"]), st.integers(0, 9), SPANS, st.text())))
def test_cues_never_go_back_in_time_and_show_every_word(said: list[Utterance]) -> None:
    ordered = sorted(said, key=lambda each: each.span.start_ms)
    cues = cues_of(ordered)
    times = [cue.at_ms for cue in cues]
    assert times == sorted(times)
    assert [cue.text for cue in cues if cue.part == "word"] == [word for u in ordered for word in u.text.split()]
