"""Decodes one stretch of at most 30 s with Whisper in a window as short as the sound allows, with guards.

    sound       |------ 4.3 s ------|
    padded   |.5|------ 4.3 s ------|.5|
    window   |------------- max(10 s, 4.3 + 2.5 s) -------------|        instead of 30 s

The encoder's time grows with the window. A short window may loop (the end of text fails to come), so tokens are capped
by duration, and a result that trips a guard is made again in a wider window, and at last in the full one.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Language, Samples

FULL_WINDOW_S = 30.0
FRAMES_PER_S = 100
WIDER_WINDOW_S = 16.0
"""Breaks most loops at half the price of the full window."""

_COPIED_WORDS = 4

LONGEST_TEXT = 224
"""Whisper writes no more tokens than this in one window."""


@dataclass(frozen=True, slots=True)
class DecodingConfig:
    """How to decode.

    beam_size: hypotheses kept; patience: how many finished ones to wait for, as a factor of that.
    smallest_window_s, spare_window_s: the window is the longer of the first and the sound plus the second.
    padding_s: silence put before and after the sound.
    token_cap, token_cap_per_s: the most tokens, by length of the sound.
    worst_logprob: mean log-probability below which the short window is not believed.
    worst_compression: text that zlib packs tighter than this is a loop.
    """

    beam_size: int = 5
    patience: float = 1.0
    smallest_window_s: float = 10.0
    spare_window_s: float = 2.5
    padding_s: float = 0.5
    token_cap: int = 8
    token_cap_per_s: float = 10.0
    worst_logprob: float = -1.0
    worst_compression: float = 2.4


@dataclass(frozen=True, slots=True)
class Decoded:
    """What one decoding gave.

    text: the words, as they came.
    avg_logprob: mean log-probability a token, end of text included.
    no_speech_prob: Whisper's own guess that there is no speech.
    window_s: what the encoder was given.
    is_capped: it ran into the cap on tokens.
    is_loop: it repeats itself.
    fell_back: it is a later try, in a wider window.
    readings: the other hypotheses of the beam, likeliest first.
    """

    text: str
    avg_logprob: float
    no_speech_prob: float
    window_s: float
    is_capped: bool
    is_loop: bool
    fell_back: bool = False
    readings: tuple[str, ...] = ()


def decode(model: Any, samples: Samples, language: Language, config: DecodingConfig) -> Decoded:
    """Return the words in at most 29 s of 16 kHz sound; `model` is a faster_whisper.WhisperModel."""
    padding = np.zeros(int(config.padding_s * RATE_HZ), dtype=np.float32)
    sound = np.concatenate((padding, samples, padding))
    window_s = min(FULL_WINDOW_S, max(config.smallest_window_s, len(samples) / RATE_HZ + config.spare_window_s))
    decoded = _decode_in(model, sound, language, window_s, config)
    if _trips(decoded, config) and window_s + config.spare_window_s <= WIDER_WINDOW_S:
        decoded = replace(_decode_in(model, sound, language, WIDER_WINDOW_S, config), fell_back=True)
    is_last_hope = _loops(decoded) or (not decoded.fell_back and _trips(decoded, config))
    if is_last_hope and window_s < FULL_WINDOW_S:
        decoded = replace(_decode_in(model, sound, language, FULL_WINDOW_S, config), fell_back=True)
    return decoded


def features(model: Any, sound: Samples, window_s: float) -> Any:
    """Return log-mel features, shape [1, 80, 100 * window_s], of the sound, cut or filled up with silence."""
    wanted = int(window_s * RATE_HZ)
    filled = np.zeros(wanted, dtype=np.float32)
    filled[: min(len(sound), wanted)] = sound[:wanted]
    return model.feature_extractor(filled, padding=0)[np.newaxis, :, : int(window_s * FRAMES_PER_S)]


def repeats_itself(text: str, worst_compression: float = 2.4) -> bool:
    """Whether a text is a loop: packed too tightly, or one row of words said three times on end."""
    raw = text.encode()
    if len(raw) > 40 and len(raw) / len(zlib.compress(raw)) > worst_compression:
        return True
    words = text.lower().split()
    for length in range(1, len(words) // 3 + 1):
        needed = max(3, 6 // length)  # "nee nee nee" is speech; six times is not
        for start in range(len(words) - length * needed + 1):
            row = words[start : start + length]
            if all(words[start + n * length : start + (n + 1) * length] == row for n in range(needed)):
                return True
    return False


def starts_over(text: str) -> bool:
    """Whether six words in a row come twice, or the text ends in its own first three: a loop begun, or said twice."""
    words = re.findall(r"\w+", text.lower())
    rows = [tuple(words[at : at + 6]) for at in range(len(words) - 5)]
    return len(set(rows)) < len(rows) or (len(words) > 6 and words[-3:] == words[:3])


def said_once(text: str) -> str:
    """Return the text without its second copy: a short window is apt to end in "call him today. Call him today."

    The copy may be cut short, in the middle of a word even; four words on end make a copy.
    """
    words = list(re.finditer(r"\w+", text))
    row = [word.group().lower() for word in words]
    for start in range(_COPIED_WORDS, len(row) - _COPIED_WORDS + 1):
        copy = row[start:]
        if row[: len(copy) - 1] == copy[:-1] and row[len(copy) - 1].startswith(copy[-1]) and len(copy) <= start:
            return text[: words[start].start()].rstrip()
    return text


def _loops(decoded: Decoded) -> bool:
    return decoded.is_capped or decoded.is_loop or starts_over(decoded.text)


def _trips(decoded: Decoded, config: DecodingConfig) -> bool:
    return _loops(decoded) or decoded.avg_logprob < config.worst_logprob


def _decode_in(model: Any, sound: Samples, language: Language, window_s: float, config: DecodingConfig) -> Decoded:
    import ctranslate2  # noqa: PLC0415 - heavy

    tokenizer = model.hf_tokenizer
    prompt = [
        tokenizer.token_to_id(token)
        for token in ("<|startoftranscript|>", f"<|{language}|>", "<|transcribe|>", "<|notimestamps|>")
    ]
    if not model.model.is_multilingual:
        prompt = [prompt[0], prompt[-1]]
    cap = min(LONGEST_TEXT, config.token_cap + int(config.token_cap_per_s * len(sound) / RATE_HZ))
    encoded = ctranslate2.StorageView.from_array(np.ascontiguousarray(features(model, sound, window_s)))
    result = model.model.generate(
        encoded,
        [prompt],
        beam_size=config.beam_size,
        patience=config.patience,
        num_hypotheses=config.beam_size,
        max_length=2 * cap,  # CTranslate2 halves it, after OpenAI's sample length
        return_scores=True,
        return_no_speech_prob=True,
    )[0]
    tokens = result.sequences_ids[0]
    texts = [said_once(tokenizer.decode(ids, skip_special_tokens=True).strip()) for ids in result.sequences_ids]
    text = texts[0]
    return Decoded(
        text=text,
        avg_logprob=float(result.scores[0]) * len(tokens) / (len(tokens) + 1),
        no_speech_prob=float(result.no_speech_prob),
        window_s=window_s,
        is_capped=len(tokens) >= cap,
        is_loop=repeats_itself(text, config.worst_compression),
        readings=tuple(other for other in dict.fromkeys(texts[1:]) if other and other != text),
    )
