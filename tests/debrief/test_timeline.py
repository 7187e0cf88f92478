from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.coachees import coachee, says
from tests.fakes.sessions import responded, short_round
from tests.fakes.talk import FakeRound, silence, speech
from voicecoach.debrief.timeline import Utterance, timeline, words_of
from voicecoach.domain.events import ReplyStarted, SessionStarted
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import Doubt, SpeechSpan


def test_both_sides_are_laid_out_in_time() -> None:
    assert [(u.side, u.turn, u.span.start_ms, u.span.end_ms, u.text) for u in timeline(short_round())] == [
        ("coach", 1, 1000, 3000, "Wat maakt dat het anders liep?"),
        ("coachee", 1, 3500, 7500, "De offertes blijven liggen."),
        ("coach", 2, 8000, 9000, "Ik zou gewoon bellen."),
        ("coachee", 2, 9400, 10400, "Tja."),
        ("coach", 3, 12000, 12300, ""),
        ("coachee", 3, 12800, 13800, "Wat zei je?"),
        ("coachee", 4, 18100, 20100, "Ik kan het Sandra vragen."),
    ]


def test_each_says_what_it_did_and_why_it_was_not_taken_in() -> None:
    told = timeline(short_round())
    assert [(u.change.before, u.change.after) for u in told if u.change] == [(20, 26), (26, 18), (18, 21)]
    assert [u.turn for u in told if u.doubt is Doubt.LOW_CONFIDENCE] == [3]
    assert [u.turn for u in told if u.was_interrupted] == [1]
    assert [u.silence_ms for u in told if u.silence_ms] == [4200]
    assert [u.turn for u in told if u.coach] == [1, 2]


def test_a_round_as_it_runs_is_laid_out_with_its_greeting_first() -> None:
    sounds = (silence(3000), speech(1500), silence(6000))
    made = FakeRound(*sounds, texts=("wat maakt dat",) * 9, persona=coachee())
    made.run()
    told = timeline(made.log.events)
    assert [(u.side, u.turn) for u in told[:3]] == [("coachee", 0), ("coach", 1), ("coachee", 1)]
    assert all(u.span.duration_ms >= 550 for u in told[:3])
    assert told[0].text == "greeting 0 @0"


def test_a_log_of_typed_turns_has_words_without_a_length() -> None:
    log = (SessionStarted(0, PersonaState(20)), responded(5, 1, says(MoveKind.OPEN_QUESTION), PersonaState(26), 20))
    assert [(u.side, u.span) for u in timeline(log)] == [
        ("coach", SpeechSpan(5, 5)),
        ("coachee", SpeechSpan(5, 5)),
    ]


def test_a_line_that_a_crash_cut_off_lasts_until_the_last_that_is_known() -> None:
    log = (
        SessionStarted(0, PersonaState(20), Reply("Hoi.", ReplyKind.GREETING, Level.CLOSED)),
        ReplyStarted(40, 0),
    )
    (line,) = timeline(log)
    assert (line.span, line.was_interrupted) == (SpeechSpan(40, 40), True)


def test_an_empty_log_has_no_words() -> None:
    assert timeline(()) == ()


def test_words_share_the_time_by_their_letters() -> None:
    said = Utterance("coach", 1, SpeechSpan(1000, 2000), "ja dat klopt")
    assert [(w.text, w.span.start_ms, w.span.end_ms) for w in words_of(said)] == [
        ("ja", 1000, 1230),
        ("dat", 1230, 1538),
        ("klopt", 1538, 2000),
    ]


@given(st.text(), st.integers(0, 10**7), st.integers(0, 10**6))
def test_words_follow_on_each_other_and_fill_the_span(text: str, start: int, length: int) -> None:
    words = words_of(Utterance("coach", 1, SpeechSpan(start, start + length), text))
    assert [w.text for w in words] == text.split()
    edges = [start, *(w.span.end_ms for w in words)]
    assert [w.span.start_ms for w in words] == edges[:-1]
    assert not words or edges[-1] == start + length
