"""Giving English words back: "I miss my target" becomes "you miss your target"."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.dialogue.own_words_grammar import Grammar, word_set

_ADJECTIVES = word_set(
    "old new whole big small best good bad long short first last next previous regular hard difficult heavy busy real "
    "other own high low nice strange important existing open outstanding biggest oldest young expensive cheap sales"
)
_NO_NOUNS = word_set(
    "bit lot couple time times kind sort thing things way moment part one ones rest most people week month day same "
    "once year years quarter quarters morning evening only whole fact point end"
)
_FUNCTION = word_set(
    "i you he she it we they me him us them my your his her its our their mine this that these those the a an not no "
    "yes also too still already then now so to of for with at on in out by from over through until against between "
    "after since under without per and or but if as is was be been being am are were have has had do does did can "
    "could will would shall should may might must go goes went gone come comes came get gets got say says said see "
    "sees saw run runs ran stay stays stayed lie lies lay stand stands stood sit sits sat give gives gave find finds "
    "found take takes took make makes made keep keeps kept leave leaves left lose loses lost feel feels felt know "
    "knows knew think thinks thought want wants wanted need needs needed call calls called ring rings rang begin "
    "begins began again always never often sometimes more less much little very just really only back off up down "
    "there here who what where when why how because while everything nothing something anything isn't wasn't don't "
    "doesn't didn't can't couldn't won't wouldn't"
)
_COMPLETES = word_set("that if what where how who which why whether as than")
_OPAQUE = _COMPLETES | word_set("when while although though after before until since unless")
_BEGINNINGS = word_set(
    "i i'm i've i'd i'll we we're we've we'd we'll my our then now there here sometimes usually often it it's it'd "
    "that's they they're they've he he's she she's nobody somebody everybody everyone"
)
_NO_NOUN_ENDINGS = ("ing", "ed", "ous", "ful", "less", "able", "ible", "ish", "ive", "ly")
_YOU = {
    "i": "you",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we": "you",
    "we're": "you're",
    "we've": "you've",
    "us": "you",
    "our": "your",
    "ours": "yours",
}


def _noun_phrase(words: Sequence[str]) -> int:
    place = 0
    while place < len(words) and words[place] in _ADJECTIVES:
        place += 1
    if place >= len(words) or not _is_noun(words[place]):
        return 0
    ends = place + 1 == len(words) or words[place + 1] in _FUNCTION
    return place + 1 if ends else 0


def _is_noun(word: str) -> bool:
    if len(word) < 4 or word in _FUNCTION | _NO_NOUNS | _ADJECTIVES:
        return False
    return not word.endswith((*_NO_NOUN_ENDINGS, "'s")) or word in {
        "meeting",
        "meetings",
        "feeling",
        "pricing",
        "planning",
    }


def _turned(words: Sequence[str]) -> list[str]:
    low = [word.lower().replace("’", "'") for word in words]
    if low[0] not in _BEGINNINGS or not set(_YOU) & set(low):
        return []
    turned = [_YOU.get(word, words[place]) for place, word in enumerate(low)]
    for place, word in enumerate(low):
        if word == "i":
            for beside in (place - 1, place + 1):
                if 0 <= beside < len(low) and low[beside] in {"am", "was"}:
                    turned[beside] = {"am": "are", "was": "were"}[low[beside]]
    if low[0] not in _YOU and not words[0].isupper():
        turned[0] = turned[0][0].lower() + turned[0][1:]
    return turned


ENGLISH = Grammar(
    determiners={"my": "your", "our": "your", "the": "the"},
    joins=_OPAQUE | word_set("because but or so and"),
    opaque=_OPAQUE,
    completes=_COMPLETES,
    addresses=word_set("you your yours yourself you're you've you'd you'll"),
    fillers=word_set("well yeah yes no oh uh um hm look just actually honestly"),
    speaker=word_set("i i'm i've me"),
    denials=word_set("not no never nothing without isn't wasn't don't doesn't didn't can't couldn't won't wouldn't"),
    noun_phrase=_noun_phrase,
    turned=_turned,
)
