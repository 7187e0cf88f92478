"""What is understood, what is not, and what the guards catch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from voicecoach.adapters.audio_files import read_audio
from voicecoach.adapters.speech_models import find_model
from voicecoach.adapters.whisper import WhisperTranscriber
from voicecoach.adapters.whisper_decoding import repeats_itself, said_once, starts_over
from voicecoach.adapters.whisper_phantoms import without_phantoms
from voicecoach.adapters.whisper_windows import split_at_quiet
from voicecoach.domain.audio import Language, Samples
from voicecoach.domain.errors import ModelError
from voicecoach.domain.speech import Doubt

SPEECH = Path(__file__).parents[3] / "shared" / "data" / "speech"
needs_speech = pytest.mark.skipif(not SPEECH.is_dir(), reason="the human speech is not part of the repository")


@pytest.fixture(scope="module")
def whisper() -> WhisperTranscriber:
    return WhisperTranscriber(find_model().path, cpu_threads=1)


def _noise(seconds: float, level: float) -> Samples:
    return (np.random.default_rng(2).standard_normal(int(16_000 * seconds)) * level).astype(np.float32)


@pytest.mark.parametrize("level", [0.0, 0.001, 0.05, 0.4])
def test_noise_and_silence_are_never_words(whisper: WhisperTranscriber, level: float) -> None:
    transcript = whisper.transcribe(_noise(4, level), "nl")
    assert (transcript.text, transcript.doubt) == ("", Doubt.NO_SPEECH)
    assert not transcript.is_understood


@pytest.mark.parametrize("samples", [0, 1, 4_000])
def test_less_than_a_third_of_a_second_is_too_short(whisper: WhisperTranscriber, samples: int) -> None:
    transcript = whisper.transcribe(_noise(1, 0.1)[:samples], "en")
    assert (transcript.text, transcript.doubt) == ("", Doubt.TOO_SHORT)
    assert transcript.audio_s == round(samples / 16_000, 3)


@needs_speech
@pytest.mark.parametrize(
    ("file", "language", "words"),
    [
        ("nl_nathalie/nl_rhasspy_801.flac", "nl", "Ze gaan er meer alcohol door drinken."),
        ("en_kathleen/arctic_b0456_1592528503.flac", "en", "He was an amphibian and a mountaineer."),
    ],
)
def test_clear_speech_is_understood(whisper: WhisperTranscriber, file: str, language: Language, words: str) -> None:
    samples = read_audio(SPEECH / file)
    transcript = whisper.transcribe(samples, language)
    assert (transcript.text, transcript.doubt, transcript.fell_back) == (words, Doubt.NONE, False)
    assert transcript.window_s == 10
    assert whisper.detect_language(samples) == language


@needs_speech
@pytest.mark.parametrize("file", sorted(SPEECH.glob("noise/*.flac")), ids=lambda file: str(file.stem))
def test_recorded_noise_is_never_words(whisper: WhisperTranscriber, file: Path) -> None:
    assert whisper.transcribe(read_audio(file), "nl").text == ""


@needs_speech
def test_speech_longer_than_a_window_is_heard_to_its_end(whisper: WhisperTranscriber) -> None:
    samples = read_audio(SPEECH / "nl_nathalie" / "nl_rhasspy_801.flac")
    gap = np.zeros(24_000, dtype=np.float32)
    transcript = whisper.transcribe(np.concatenate([samples, gap] * 12), "nl")
    assert transcript.audio_s > 40
    assert transcript.text.count("alcohol") == 12


def test_threads_that_wait_leave_the_core_to_others(tmp_path: Path) -> None:
    seen = (
        "import os, sys; from pathlib import Path; from voicecoach.adapters.whisper import _load\n"
        "assert 'ctranslate2' not in sys.modules\n"
        "try: _load(Path('nowhere'), 2)\n"
        "except Exception: print(os.environ['OMP_WAIT_POLICY'], 'ctranslate2' in sys.modules)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    done = subprocess.run(
        [sys.executable, "-c", seen], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["PASSIVE", "True"]


def test_a_model_that_does_not_load_says_where_it_lies(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        WhisperTranscriber(tmp_path, cpu_threads=1)


@pytest.mark.parametrize("text", ["nee " * 30, "en dan gaan we " * 8, "ha" * 60, "ik weet niet, ik weet niet, " * 2])
def test_loops_are_recognised(text: str) -> None:
    assert repeats_itself(text) or starts_over(text)


@pytest.mark.parametrize(
    "text", ["", "Nee nee nee.", "Wat vind je, wat denk je zelf?", "Ja ja, dat is het, dat is het."]
)
def test_people_may_repeat_themselves(text: str) -> None:
    assert not repeats_itself(text)
    assert not starts_over(text)


@pytest.mark.parametrize(
    "text",
    ["MUZIEK.", "Muziek", "TV GELDERLAND 2021", "Thank you for watching!", "Ondertitels ingediend door de Amara.org"],
)
def test_subtitle_leftovers_are_no_words(text: str) -> None:
    assert without_phantoms(text) == ""


def test_only_the_leftover_is_taken_out() -> None:
    assert without_phantoms("Hoe gaat het? Bedankt voor het kijken.") == "Hoe gaat het?"
    assert (
        without_phantoms("Je luistert naar muziek in de auto. Dank je.")
        == "Je luistert naar muziek in de auto. Dank je."
    )


def test_long_sound_is_cut_where_it_is_quiet() -> None:
    sound = _noise(60, 0.1)
    sound[20 * 16_000 : 21 * 16_000] = 0
    pieces = split_at_quiet(sound)
    assert 20 < len(pieces[0]) / 16_000 < 21
    assert all(len(piece) <= 27 * 16_000 for piece in pieces)
    np.testing.assert_array_equal(np.concatenate(pieces), sound)


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Call him back before noon. Call him back before noon.", "Call him back before noon."),
        ("Bel hem morgen nog een keer. Bel hem morgen nog ee", "Bel hem morgen nog een keer."),
        ("What do you want, and what do you need?", "What do you want, and what do you need?"),
        ("Nee nee nee, dat bedoel ik niet.", "Nee nee nee, dat bedoel ik niet."),
        ("", ""),
    ],
)
def test_a_second_copy_of_the_words_is_left_out(heard: str, said: str) -> None:
    assert said_once(heard) == said
