from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import av
import numpy as np
import pytest

from tests.fakes.sessions import head, keep, responded, short_round
from voicecoach.adapters.html_report import render_report, write_report
from voicecoach.adapters.session_audio import StereoRecording
from voicecoach.adapters.session_corrections import add_correction
from voicecoach.adapters.session_folder import Session, read_session
from voicecoach.adapters.session_store import SessionStore
from voicecoach.debrief.corrections import Correction
from voicecoach.domain.audio import Language, Samples
from voicecoach.domain.errors import StorageError
from voicecoach.domain.events import SessionEvent, SessionStarted
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import PersonaState

VOID = {"meta", "br", "link", "img", "input", "hr"}


class _Page(HTMLParser):
    """Checks that tags close in order, and collects ids, links and what a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.seen: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value or "" for key, value in attrs if key == "id"]
        self.links += [value or "" for key, value in attrs if key in {"href", "src"}]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.seen.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.seen).split())


def _session(
    tmp_path: Path, language: Language = "nl", events: tuple[SessionEvent, ...] | None = None, name: str = "Mark"
) -> Session:
    events = short_round() if events is None else events
    return read_session(keep(SessionStore(tmp_path), head(language, name=name), events))


def _page(session: Session) -> _Page:
    return _Page(render_report(session))


def test_the_page_tells_the_talk_in_the_language_of_the_session(tmp_path: Path) -> None:
    text = _page(_session(tmp_path)).text
    for part in (
        "Terugblik op uw gesprek met Mark",
        "Hij noemt zelf een volgende stap.",
        "0:26 · Einde: gestopt",
        "begint bij 20 en eindigt bij 21",
        "Wat maakt dat het anders liep?",
        "open vraag",
        "advies onderbrak",
        "▼ 18 (-8) reden 2",
        "(stilte van 4,2 s)",
        "(niet verstaan: te onduidelijk)",
        "De offertes blijven liggen.",
        "Uw aandeel in de spreektijd 29%",
        "sturend 1 : 0 : 0",
        "Samenvattingen: 0, vragen: 1.",
        "Stilte na een antwoord 4,2 s",
        "De oplossing kwam het eerst van u",
        "Mark kwam ook zelf met een oplossing",
    ):
        assert part in text
    assert "Looking back on your talk with Mark" in _page(_session(tmp_path, "en")).text


def test_the_page_says_what_the_talk_teaches(tmp_path: Path) -> None:
    text = _page(_session(tmp_path)).text
    for part in (
        "Was het SMART? Wat in de woorden nog ontbreekt: met een tijd.",
        "haalbaar niet aan woorden te zien",
        "Mark zei net: De offertes blijven liggen. U had kunnen vragen: Hoe gaat het met de offertes?",
        "Draagvlak. Mark bedacht het zelf, maar zegde nog niets toe. Er is geen afspraak over een oplossing gemaakt.",
        "Om de volgende keer te oefenen Slik één gesprek lang elke tip in. Advies sloot Mark 1 keer (samen 8 punten).",
        "Stilte vóór een antwoord 0,5 s Het midden van 3 keer.",
    ):
        assert part in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_is_filled_in_and_every_anchor_leads_somewhere(tmp_path: Path, language: Language) -> None:
    page = _page(_session(tmp_path, language))
    assert not re.search(r"[{}]|None|undefined", page.text)
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_page_asks_nothing_of_a_network(tmp_path: Path) -> None:
    text = render_report(_session(tmp_path))
    assert not re.search(r"https?:|//cdn|@import|url\(", text)


def test_what_people_say_never_becomes_markup(tmp_path: Path) -> None:
    nasty = '</q><script>alert("1")</script>'
    events = (
        SessionStarted(0, PersonaState(20)),
        responded(5, 1, Turn(nasty, ()), PersonaState(26), 20, nasty),
    )
    session = _session(tmp_path, events=events, name="<b>{start}")
    page = _page(session)
    assert page.text.count(nasty) == 3  # in the moment that opened, the turn and the reply
    assert "<script>alert" not in render_report(session)


@pytest.mark.parametrize("events", [(), short_round()[:1], short_round()[:4], short_round()[:6]])
def test_a_session_cut_short_at_any_place_still_has_its_page(tmp_path: Path, events: tuple[SessionEvent, ...]) -> None:
    assert "afgebroken; alles tot hier is bewaard" in _page(_session(tmp_path, events=events)).text


def test_the_page_carries_the_sound_of_both_sides(tmp_path: Path) -> None:
    log = SessionStore(tmp_path).create(head())
    tone: Samples = (np.sin(np.arange(48_000) / 6) / 3).astype(np.float32)
    log.record(tone, np.zeros_like(tone))
    log.close()
    left, right = _decoded(render_report(read_session(log.path)))
    assert abs(len(left) / 16_000 - 3) < 0.1
    assert np.sqrt(np.mean(left**2)) == pytest.approx(np.sqrt(np.mean(tone**2)), rel=0.1)
    assert np.abs(right).max() < 0.01


def _decoded(page: str) -> tuple[Samples, Samples]:
    found = re.search(r'src="data:audio/mp4;base64,([^"]+)"', page)
    assert found
    with av.open(io.BytesIO(base64.b64decode(found[1])), "r") as container:
        left, right = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
    return left, right


def test_a_talk_without_sound_has_no_player_and_a_damaged_recording_is_named(tmp_path: Path) -> None:
    session = _session(tmp_path)
    assert "<audio" not in render_report(session)
    (session.folder / "audio.wav").write_bytes(b"no sound at all")
    page = render_report(read_session(session.folder))
    assert "<audio" not in page
    assert "audio.wav: is not the recording of a session" in page


def test_the_words_of_both_sides_carry_their_times_when_there_is_sound(tmp_path: Path) -> None:
    session = _session(tmp_path)
    assert "data-s=" not in render_report(session)
    recording = StereoRecording(session.folder / "audio.wav")
    recording.record(np.zeros(5 * 16_000, np.float32), np.zeros(5 * 16_000, np.float32))
    recording.close()
    page = render_report(read_session(session.folder))
    assert '<span data-s="1000">Wat</span>' in page
    assert '<span data-s="3500">De</span>' in page
    assert '<button type="button" data-at="1.0"' in page


def test_a_recording_that_ends_before_the_talk_says_so_and_plays_no_further(tmp_path: Path) -> None:
    session = _session(tmp_path)
    recording = StereoRecording(session.folder / "audio.wav")
    recording.record(np.zeros(5 * 16_000, np.float32), np.zeros(5 * 16_000, np.float32))
    recording.close()
    page = render_report(read_session(session.folder))
    assert 'data-at="1.0"' in page
    assert 'data-at="8.0"' not in page
    assert "audio.wav: ends at 0:05, the talk at 0:26." in page


def test_a_talk_that_takes_up_a_moment_says_of_which_talk(tmp_path: Path) -> None:
    session = _session(tmp_path)
    assert "opnieuw op" not in render_report(session)
    taken_up = replace(session, head=replace(session.head, parent="20261120-090000-mark"))
    assert "een moment uit gesprek 20261120-090000-mark opnieuw op" in render_report(taken_up)


def test_the_page_is_for_its_owner_only_and_can_be_written_again(tmp_path: Path) -> None:
    session = _session(tmp_path)
    path = tmp_path / "report.html"
    write_report(session, path)
    write_report(session, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["20261123-182605-mark", "report.html"]


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"none/report\.html: cannot be written: No such file or directory"):
        write_report(_session(tmp_path), tmp_path / "none" / "report.html")


def test_a_turn_has_the_same_time_everywhere_on_the_page(tmp_path: Path) -> None:
    page = render_report(_session(tmp_path))
    assert 'aria-label="0:08 · advies, onderbrak' in page
    assert "<time>0:08</time>" in page
    assert "0:09" not in page


def test_what_a_trainer_corrected_is_marked_with_what_it_was_taken_for(tmp_path: Path) -> None:
    session = _session(tmp_path)
    add_correction(session.folder, Correction(2, 1, MoveKind.REFLECTION))
    text = _page(read_session(session.folder)).text
    assert "samenvatting (verbeterd)" in text
    assert "reden 2; opgevat als: advies" in text
    assert "Een trainer verbeterde in dit gesprek hoe zetten gelezen zijn (beurten: 1)." in text
    assert "verbeterd" not in _page(session).text
