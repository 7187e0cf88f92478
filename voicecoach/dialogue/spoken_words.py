"""What stands for what when a text is read aloud, by language; a trainer's words may be added here."""

from __future__ import annotations

from collections.abc import Mapping

from voicecoach.domain.audio import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "€": "euro",
        "£": "pond",
        "$": "dollar",
        "k": "duizend",
        "mln": "miljoen",
        "to": "tot",
        "x": "keer",
        "00": "honderd",
        "24/7": "dag en nacht",
        "1e": "eerste",
        "2e": "tweede",
        "3e": "derde",
        "4e": "vierde",
        "5e": "vijfde",
        "6e": "zesde",
        "7e": "zevende",
        "8e": "achtste",
        "9e": "negende",
        "10e": "tiende",
        "11e": "elfde",
        "12e": "twaalfde",
    },
    "en": {
        "€": "euros",
        "£": "pounds",
        "$": "dollars",
        "k": "thousand",
        "m": "million",
        "bn": "billion",
        "to": "to",
        "x": "times",
        "00": "hundred",
        "24/7": "24 7",
    },
}
SIGNS: Mapping[Language, Mapping[str, str]] = {
    "nl": {"±": "ongeveer", "&": "en", "≥": "minstens", "≤": "hoogstens"},
    "en": {"±": "about", "&": "and", "≥": "at least", "≤": "at most"},
}
ABBREVIATIONS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "bijv.": "bijvoorbeeld",
        "bv.": "bijvoorbeeld",
        "m.b.t.": "met betrekking tot",
        "o.a.": "onder andere",
        "i.p.v.": "in plaats van",
        "d.w.z.": "dat wil zeggen",
        "a.u.b.": "alstublieft",
        "i.v.m.": "in verband met",
        "t.o.v.": "ten opzichte van",
        "m.i.": "mijns inziens",
        "z.s.m.": "zo snel mogelijk",
        "t/m": "tot en met",
        "dhr.": "de heer",
        "mevr.": "mevrouw",
        "mw.": "mevrouw",
        "ca.": "circa",
        "zn.": "zonen",
        "km": "kilometer",
        "kg": "kilo",
        "m2": "vierkante meter",
    },
    "en": {
        "i.e.": "that is",
        "vs.": "versus",
        "approx.": "about",
        "asap": "as soon as possible",
        "km": "kilometres",
        "kg": "kilos",
        "m2": "square metres",
    },
}
LETTERS: Mapping[Language, frozenset[str]] = {
    "nl": frozenset({"KPI", "ICT", "IT", "FTE", "NPS", "ROI", "SLA", "HRM", "USP", "UWV", "OR", "GGZ", "IC", "CAO"}),
    "en": frozenset({"FAQ", "ROI", "USP", "SLA", "FTE", "NPS", "IT"}),
}
