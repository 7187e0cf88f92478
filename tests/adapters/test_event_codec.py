from __future__ import annotations

import json
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.adapters.event_codec import decode_event, encode_event
from voicecoach.dialogue.listening import Family
from voicecoach.domain.errors import SessionError
from voicecoach.domain.events import GoalSet, NotUnderstood, SessionEvent, SessionStarted
from voicecoach.domain.moves import Move, MoveKind
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import SpeechSpan

AT = st.integers(0, 10_000_000)
COUNT = st.integers(-10, 100)
UNIT = st.floats(0.0, 1.0)
FLAG = st.booleans()
WORDS = st.lists(st.text(), max_size=3).map(tuple)


def _spans() -> st.SearchStrategy[SpeechSpan]:
    return st.tuples(AT, AT).map(lambda pair: SpeechSpan(min(pair), max(pair)))


def _moves() -> st.SearchStrategy[Move]:
    def build(span: SpeechSpan, draw: tuple[MoveKind, float, float, bool, tuple[str, ...], str]) -> Move:
        kind, probability, filling_in, follows_up, cues, takes_up = draw
        return Move(kind, probability, span.start_ms, span.end_ms, follows_up, cues, filling_in, takes_up)

    rest = st.tuples(st.sampled_from(MoveKind), UNIT, UNIT, FLAG, WORDS, st.text())
    return st.builds(build, _spans(), rest)


st.register_type_strategy(SpeechSpan, _spans())
st.register_type_strategy(Move, _moves())
st.register_type_strategy(
    PersonaState,
    st.builds(
        PersonaState,
        openness=st.integers(0, 100),
        damped_turns=COUNT,
        questions_in_row=COUNT,
        listening=st.sampled_from(("", *(family.value for family in Family))),
        listening_in_row=COUNT,
        asked=WORDS,
        said=WORDS,
        last_lines=WORDS,
        own_solution=FLAG,
        has_told=FLAG,
        turns=AT,
    ),
)

EVENTS: st.SearchStrategy[SessionEvent] = st.one_of([st.from_type(kind) for kind in typing.get_args(SessionEvent)])


@given(EVENTS)
def test_every_event_comes_back_from_its_line_exactly_as_it_was(event: SessionEvent) -> None:
    line = encode_event(event)
    assert line.count(b"\n") == 1
    back = decode_event(line, "here")
    assert repr(back) == repr(event)  # repr, so that NaN equals itself and floats keep each digit
    assert encode_event(back) == line


def test_a_line_opens_with_its_type_so_that_a_person_can_read_the_log() -> None:
    assert encode_event(GoalSet(5, "één afspraak")) == '{"type":"goal_set","at_ms":5,"goal":"één afspraak"}\n'.encode()


def test_half_a_surrogate_pair_from_a_shell_does_not_stop_the_log() -> None:
    assert decode_event(encode_event(GoalSet(5, "a\udc80")), "here") == GoalSet(5, "a?")


def test_an_event_of_a_newer_format_is_refused_with_its_place() -> None:
    with pytest.raises(SessionError, match=r"events\.jsonl, line 3: .*coachee_sneezed"):
        decode_event(b'{"type":"coachee_sneezed","at_ms":1}', "events.jsonl, line 3")


def test_a_field_of_a_newer_format_is_refused_by_name_however_deep() -> None:
    event = NotUnderstood(1, 1, Reply("Wat?", ReplyKind.NOT_UNDERSTOOD, Level.CLOSED))
    raw = json.loads(encode_event(event))
    raw["reply"]["tone"] = "soft"
    with pytest.raises(SessionError, match=r"line 9: the field 'reply\.tone' is not known"):
        decode_event(json.dumps(raw).encode(), "line 9")


def test_a_field_that_an_older_format_lacked_takes_its_default() -> None:
    line = b'{"type":"session_started","at_ms":0,"state":{"openness":20}}'
    assert decode_event(line, "here") == SessionStarted(0, PersonaState(20))


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"null", b'{"type":"goal_set","at_ms":"5","goal":"x"}', b"\xff\xfe"]
)
def test_a_line_that_is_no_event_is_refused_and_never_guessed_at(line: bytes) -> None:
    with pytest.raises(SessionError, match="here: "):
        decode_event(line, "here")


def test_an_impossible_value_is_refused() -> None:
    with pytest.raises(SessionError, match="openness lies in"):
        decode_event(b'{"type":"session_started","at_ms":0,"state":{"openness":101}}', "here")
