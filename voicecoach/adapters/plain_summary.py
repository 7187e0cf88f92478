"""A session in a few lines for the terminal, in words that a manager understands."""

from __future__ import annotations

from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.swap_words import SWAP_WORDS
from voicecoach.adapters.trainer_words import TrainerWords, decimal, duration, trainer_words
from voicecoach.debrief.measures import CurvePoint, Measures, measure
from voicecoach.debrief.swapped import swap_figures
from voicecoach.domain.audio import Language
from voicecoach.domain.coach import Coach
from voicecoach.domain.events import CoacheeResponded, SessionEnded
from voicecoach.domain.moves import MoveKind


def summary_lines(session: Session, lang: Language) -> list[str]:
    """Return at most a dozen lines, without line ends: how it went, and which turns made it so."""
    if session.head.coach is not None:
        return _swapped_lines(session, session.head.coach, lang)
    figures = measure(session.corrected)
    words = trainer_words(lang)
    name = session.head.persona.name
    lines = [f"{name} · {duration(figures.duration_ms)} · {ending(session, words)}"]
    if session.head.parent:
        lines.append(report_words(lang)["taken_up"].format(parent=session.head.parent))
    if session.goal:
        lines.append(words.texts["goal"].format(goal=session.goal))
    if not figures.curve:
        return [*lines, words.texts["no_turns"], *_not_understood(figures, words)]
    lines.append(words.texts["openness"].format(name=name, start=figures.start, end=figures.end))
    lines += _talk(figures, words, lang)
    lines += [words.texts["opened"].format(**told) for told in _told(session, figures.opened[:1], words)]
    lines += [words.texts["closed"].format(**told) for told in _told(session, figures.closed[:1], words)]
    lines.append(words.texts["solution"].format(who=words.bringers[figures.first_solution].format(name=name)))
    return [*lines, *_not_understood(figures, words)]


def _swapped_lines(session: Session, coach: Coach, lang: Language) -> list[str]:
    """Of a round in the swapped chair: how long the manager spoke, and whose solution it was."""
    figures, texts = swap_figures(session.corrected), SWAP_WORDS[lang]
    words = trainer_words(lang)
    lines = [f"{coach.name} · {duration(figures.duration_ms)} · {ending(session, words)}"]
    talk = figures.talk
    if talk.coach_share is not None:
        of = texts["spoke_of"].format(share=f"{talk.coach_share:.0%}", longest=duration(talk.longest_coach_ms))
        lines.append(f"{texts['spoke']}: {duration(talk.coach_ms)}; {of}.")
    who = {"seller": texts["seller"].format(name=session.head.persona.name), "coach": texts["by_coach"]}
    lines.append(f"{texts['brought']}: {who.get(figures.brought_by, texts['nobody'])}.")
    return lines


def ending(session: Session, words: TrainerWords) -> str:
    """Why the session ended, in words; a session without an end was broken off."""
    why = [event.why for event in session.events if isinstance(event, SessionEnded)]
    return words.endings[why[-1] if why else ""]


def words_at(session: Session, point: CurvePoint) -> str:
    """What the coach said at this point of the curve; empty for a kept silence."""
    for event in session.events:
        if isinstance(event, CoacheeResponded) and (event.turn, event.at_ms) == (point.turn, point.at_ms):
            return event.coach.text
    return ""


def _reason(session: Session, point: CurvePoint, words: TrainerWords) -> str:
    """Why the curve moved; where a trainer corrected the turn since, what it was taken for in the talk."""
    for now, then in zip(session.corrected, session.events, strict=True):
        if isinstance(then, CoacheeResponded) and (then.turn, then.at_ms) == (point.turn, point.at_ms):
            if not isinstance(now, CoacheeResponded) or _kinds(now) == _kinds(then):
                return point.reason
            kinds = ", ".join(dict.fromkeys(words.moves[move.kind] for move in then.coach.moves))
            return words.texts["taken_as"].format(reason=point.reason, kinds=kinds)
    return point.reason


def _kinds(event: CoacheeResponded) -> set[MoveKind]:
    return {move.kind for move in event.coach.moves}


def _not_understood(figures: Measures, words: TrainerWords) -> list[str]:
    return [words.texts["not_understood"].format(count=figures.not_understood)] if figures.not_understood else []


def _talk(figures: Measures, words: TrainerWords, lang: Language) -> list[str]:
    talk, moves, wait = figures.talk, figures.moves, figures.wait
    texts = words.texts
    spoken = texts["no_talk"]
    if talk.coach_share is not None:
        both = duration(talk.coach_ms + talk.coachee_ms)
        spoken = texts["talk"].format(coach=duration(talk.coach_ms), both=both, share=f"{talk.coach_share:.0%}")
    asked = texts["questions"].format(
        open=moves.count(MoveKind.OPEN_QUESTION),
        closed=moves.count(MoveKind.CLOSED_QUESTION),
        leading=moves.count(MoveKind.LEADING_QUESTION),
        follow_ups=moves.follow_ups,
    )
    given = texts["reflections"].format(reflections=moves.count(MoveKind.REFLECTION), filling_in=moves.filling_in)
    silent = texts["no_wait"]
    if wait.median_ms is not None:
        silent = texts["wait"].format(wait=decimal(wait.median_ms / 1000, lang))
    return [spoken, asked, given, silent]


def _told(session: Session, points: tuple[CurvePoint, ...], words: TrainerWords) -> list[dict[str, str]]:
    return [
        {
            "at": duration(point.began_ms),
            "words": words_at(session, point) or words.texts["silence"],
            "reason": _reason(session, point, words),
        }
        for point in points
    ]
