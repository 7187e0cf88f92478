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
        "alone": "{talker} voert het gesprek",
        "and": " en ",
        "waiting": "nog niet binnen",
        "openness": "openheid",
        "notes": ", notities: {count}",
        "earlier": " (eerdere pogingen: {count}; de laatste telt)",
        "done": "Binnen: {done} van {all}.",
        "partly": "Nog niet alles is binnen: {count} van {all} gesprekken staan op de pagina.",
    },
    "en": {
        "made": "Made ready: {plan}",
        "was_made": "Was ready: {plan}",
        "round": "Round {number}",
        "watched": "{talker} has the talk; observer: {observers}",
        "alone": "{talker} has the talk",
        "and": " and ",
        "waiting": "not in yet",
        "openness": "openness",
        "notes": ", notes: {count}",
        "earlier": " (earlier attempts: {count}; the last counts)",
        "done": "In: {done} of {all}.",
        "partly": "Not all is in yet: {count} of {all} talks are on the page.",
    },
}
