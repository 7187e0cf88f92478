from __future__ import annotations

from html import unescape
from itertools import pairwise

import pytest
import srt
import webvtt
from hypothesis import example, given

from tests.fakes.kept import EMPTY, SHORT, TYPED, says, words
from voicecoach.adapters.exports.subtitles import as_srt, as_vtt
from voicecoach.adapters.exports.utterance_words import pieces
from voicecoach.adapters.session_folder import Session

SAID = [
    ("Coach", 1000, 3000, "Wat maakt dat het anders liep?"),
    ("Mark", 3500, 7500, "De offertes blijven liggen."),
    ("Coach", 8000, 9000, "Ik zou gewoon bellen."),
    ("Mark", 9400, 10400, "Tja."),
    ("Mark", 12800, 13800, "Wat zei je?"),
    ("Mark", 18100, 20100, "Ik kan het Sandra vragen."),
]


def _ms(time: str) -> int:
    hours, minutes, seconds = time.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


def read_vtt(text: str) -> list[tuple[str, int, int, str]]:
    return [
        (unescape(each.voice or ""), _ms(each.start), _ms(each.end), unescape(each.text))
        for each in webvtt.from_string(text).captions
    ]


def read_srt(text: str) -> list[tuple[str, int, int, str]]:
    found = []
    for each in srt.parse(text):
        who, _, said = each.content.partition(": ")
        found.append((who, *(round(time.total_seconds() * 1000) for time in (each.start, each.end)), said))
    return found


def test_webvtt_is_read_back_with_its_voices_times_and_words() -> None:
    assert read_vtt(as_vtt(SHORT)) == SAID


def test_subrip_is_read_back_with_its_speakers_times_and_words() -> None:
    assert read_srt(as_srt(SHORT)) == SAID


def test_long_words_are_cut_into_pieces_that_follow_on_each_other() -> None:
    session = says("dat begrijp ik en " * 40, "Ja.")
    said = [each for each in pieces(session) if each.speaker == "Coach" and each.span.end_ms <= 2600]
    assert all(len(each.text) <= 84 for each in said)
    assert (said[0].span.start_ms, said[-1].span.end_ms) == (1000, 2600)
    assert all(before.span.end_ms == after.span.start_ms for before, after in pairwise(said))
    assert len(said) > 5


@pytest.mark.parametrize("session", [EMPTY, TYPED])
def test_a_session_without_sound_or_without_words_is_well_formed(session: Session) -> None:
    expected = 0 if session is EMPTY else 3
    assert len(read_vtt(as_vtt(session))) == len(read_srt(as_srt(session))) == expected
    assert as_vtt(session).startswith("WEBVTT\n")


@given(words, words)
def test_whatever_was_said_comes_back_as_it_was(coach: str, coachee: str) -> None:
    session = says(coach, coachee)
    given_ = [(each.speaker, each.text) for each in pieces(session)]
    assert [(who, said) for who, _, _, said in read_srt(as_srt(session))] == given_
    assert [(who, said) for who, _, _, said in read_vtt(as_vtt(session))] == given_


@given(words)
@example("--")
def test_whatever_the_coachee_is_called_he_keeps_his_name(name: str) -> None:
    voices = {who for who, *_ in read_vtt(as_vtt(says("wat nu", "niets", name)))}
    assert voices == {"Coach", " ".join(name.split()) or "Coachee"}
