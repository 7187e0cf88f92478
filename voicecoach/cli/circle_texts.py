"""What `voicecoach circle` says, in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language

CIRCLE_TEXTS: dict[Language, dict[str, str]] = {
    "nl": {
        "made": "Klaargezet: {plan}",
        "was_made": "Stond al klaar: {plan}",
        "round": "Ronde {number}",
        "watched": "{talker} voert het gesprek; waarnemer: {observers}",
        "watched_by_more": "{talker} voert het gesprek; waarnemers: {observers}",
        "alone": "{talker} voert het gesprek",
        "and": " en ",
        "waiting": "nog niet binnen",
        "openness": "openheid",
        "notes": ", notities: {count}",
        "earlier": " (eerdere pogingen: {count}; de laatste telt)",
        "done": "Binnen: {done} van {all}.",
        "partly": "Nog niet alles is binnen. Gesprekken op de pagina: {count} van de {all}.",
    },
    "en": {
        "made": "Made ready: {plan}",
        "was_made": "Was ready: {plan}",
        "round": "Round {number}",
        "watched": "{talker} has the talk; observer: {observers}",
        "watched_by_more": "{talker} has the talk; observers: {observers}",
        "alone": "{talker} has the talk",
        "and": " and ",
        "waiting": "not in yet",
        "openness": "openness",
        "notes": ", notes: {count}",
        "earlier": " (earlier attempts: {count}; the last counts)",
        "done": "In: {done} of {all}.",
        "partly": "Not all is in yet. Talks on the page: {count} of {all}.",
    },
}
