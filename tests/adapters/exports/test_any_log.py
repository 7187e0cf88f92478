"""Logs in any order, as a damaged or hand-edited file may hold them: no export and no replay may crash on one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.test_event_codec import EVENTS
from tests.fakes.kept import EMPTY
from tests.fakes.sessions import head
from voicecoach.adapters.session_folder import Session
from voicecoach.cli.export import FORMATS
from voicecoach.debrief.cues import cues_of
from voicecoach.debrief.names import names_in, own_words, without_names
from voicecoach.debrief.timeline import timeline
from voicecoach.dialogue.recomputation import recompute
from voicecoach.domain.events import SessionEvent
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import TopicMatch
from voicecoach.wiring.exports import export

TIMES = st.integers(0, 10**7)
LOGS = st.lists(st.builds(lambda event, at_ms: replace(event, at_ms=at_ms), EVENTS, TIMES), max_size=8).map(tuple)
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.mark.parametrize("name", FORMATS)
@QUICK
@given(LOGS)
def test_any_log_can_be_exported(name: str, log: tuple[SessionEvent, ...]) -> None:
    assert isinstance(export(Session(Path("any"), head(), log), name), str)


@QUICK
@given(LOGS)
def test_any_log_can_be_shown_verified_and_made_anonymous(log: tuple[SessionEvent, ...]) -> None:
    def nowhere(turn: Turn, state: PersonaState) -> TopicMatch:
        return TopicMatch(relates=bool(turn.text) and state.has_told)

    persona = EMPTY.head.persona
    assert [cue.at_ms for cue in cues_of(timeline(log))] == sorted(cue.at_ms for cue in cues_of(timeline(log)))
    assert recompute(persona, log, nowhere).states <= len(log)
    names = names_in(own_words(log), persona)
    assert len([without_names(event, names) for event in log]) == len(log)
