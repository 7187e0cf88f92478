"""Whether a question leans on what he told last, so that he goes on about that, wherever its words alone would lead.

"What does that do to you" is nearest to the questions after his feelings, and yet asks about what he just said.
"""

from __future__ import annotations

from collections.abc import Mapping

from voicecoach.dialogue.answered_as import POINTING
from voicecoach.dialogue.floor_words import words_of
from voicecoach.dialogue.own_words_grammar import word_set
from voicecoach.domain.audio import Language
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import About, TopicMatch

_POINTS: Mapping[Language, frozenset[str]] = {
    "nl": POINTING["nl"] | word_set("er eraan erbij ermee dan"),
    "en": POINTING["en"] | word_set("it it's there"),
}
_AFTERWARDS: Mapping[Language, frozenset[str]] = {"nl": word_set("toen dan"), "en": word_set("then")}
"""These point as well at what he might do: "what would you do then" asks for a solution."""
_WISHES: Mapping[Language, frozenset[str]] = {
    "nl": word_set("zou zouden wil wilt willen ga gaat gaan kun kan kunnen"),
    "en": word_set("would could want will going can"),
}
"""With one of these it does, and without it asks what he does: "and what do you do then"."""
_NAMES_NOTHING: Mapping[Language, frozenset[str]] = {
    "nl": _POINTS["nl"]
    | word_set(
        "het wat hoe wie waar wanneer waarom welk welke is was waren ben bent zijn doe doet deed deden doen heb hebt "
        "heeft had hadden gehad hebben je jij jou jouw jezelf zelf u uw ge gij te voor van over met in op aan bij door "
        "uit naar de een en dus maar of meer nog anders verder gebeurt gebeurde gebeuren voel voelt voelde voelen denk "
        "denkt dacht denken bedoel bedoelt bedoelde maak maakt maakte maken zou zouden zal kan kun kon kunt wil worden "
        "wordt werd gaat ging gaan kom komt kwam komen zeg zegt zei zeggen vertel vertelt weet wist hier na al nu "
        "vandaag precies lang veel echt eigenlijk zo wel eens even ook allemaal ding dingen manier deel soort moment "
        "zie ziet zag eruit eruitzien brengt bracht pak pakt pakte pakken aanpakken"
    ),
    "en": _POINTS["en"]
    | word_set(
        "what what's how how's who whom whose where when why which is was were are am do does did done has have had "
        "having you your you're you've yourself to for of about with in on at by from the a an and so but or more else "
        "next happen happens happened feel feels felt feeling think thought mean means meant make made makes making "
        "like would could will can should been being be go going went goes come came take takes took get got say said "
        "tell know see after before now still today exactly long much many really there's me i us all one thing things "
        "way part kind sort point look looks looked bring brings"
    ),
}
_STEM = 5
_TELLS_LITTLE = 4
"""Shorter words than these say little about what a question is about."""


def leans_on_last_line(asked: str, match: TopicMatch, state: PersonaState, language: Language) -> bool:
    """Whether a question is about his last line more than about the place that it is nearest to.

    It is when it points back and names nothing itself, or takes up a word of that line and is near it; a question that
    is not sure to lead elsewhere also when it only points back. Asking for a solution is not, unless it names none.
    """
    if match.about in {About.MORE, About.AGAIN, About.NOTHING} or not state.last_lines:
        return False
    points = _points(asked, language)
    if match.about is not About.TOPIC:
        tells_on = points - _AFTERWARDS[language] or not asks_for_a_way(asked, language) or not match.is_sure
        return names_nothing(asked, language) and not state.own_solution and bool(tells_on)
    takes_up = match.relates and bool(content_stems(asked, language) & content_stems(state.last_lines[-1], language))
    return names_nothing(asked, language) or takes_up or (bool(points) and not match.is_sure)


def names_nothing(asked: str, language: Language) -> bool:
    """Whether a question points back and names nothing itself."""
    return bool(_points(asked, language)) and _NAMES_NOTHING[language].issuperset(words_of(asked))


def asks_for_a_way(asked: str, language: Language) -> bool:
    """Whether a question asks what he would or could do, and not only what he does."""
    return not _WISHES[language].isdisjoint(words_of(asked))


def _points(asked: str, language: Language) -> frozenset[str]:
    return _POINTS[language].intersection(words_of(asked))


def content_stems(text: str, language: Language) -> frozenset[str]:
    """Return the beginnings of the words that say what a text is about."""
    named = (w for w in words_of(text) if len(w) >= _TELLS_LITTLE and w not in _NAMES_NOTHING[language])
    return frozenset(word[:_STEM] for word in named)
