"""What Whisper writes where nothing was said: leftovers of the subtitles it was trained on."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")

_PHANTOMS = re.compile(
    r"""\W*(?:
        (?:zachte\ |spannende\ |rustige\ )?(?:muziek|music|gelach|applaus|laughter|applause|stilte|silence)
      | (?:de\ )?muziek\ speelt
      | .*\b(?:ondertitel|ondertiteling|ondertitels|ondertiteld|subtitles?|captions?)\b
            .*\b(?:door|by|van|amara|ingediend|community|gemeenschap)\b.*
      | ondertitel(?:s|ing|d)?
      | .*\bamara\W*org\b.*
      | (?:tv|omroep|rtv)\ (?:gelderland|west|oost|noord|utrecht|rijnmond)(?:\ \d{4})?
      | thank(?:s|\ you)(?:\ (?:so|very)\ much)?\ for\ watching\b.*
      | (?:bedankt|dank\ (?:je|u)(?:\ wel)?|dankjewel)\ voor\ het\ kijken\b.*
      | please\ subscribe\b.*
      | .*\bvergeet\ (?:je\ )?niet\ te\ abonneren\b.*
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def without_phantoms(text: str) -> str:
    """Return the text without the sentences that are subtitle leftovers; empty when there is nothing else."""
    sentences = (sentence.strip() for sentence in _SENTENCE.findall(text))
    kept = [sentence for sentence in sentences if not _PHANTOMS.fullmatch(sentence)]
    if len(kept) == len(_SENTENCE.findall(text)):
        return text
    return "" if _PHANTOMS.fullmatch(text) else " ".join(kept)
