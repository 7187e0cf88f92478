"""Turns a checked persona or case file into the domain's values."""

from __future__ import annotations

from voicecoach.adapters.persona_format import CaseFile, PersonaFile
from voicecoach.adapters.persona_talk import ByLevel, DetailPart, LinePart, ReactionsPart, RepeatReaction, SolutionPart
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Case, Level, Line, Persona, Reactions, Solution, Temper, Topic, VoiceChoice

_OTHERS = ("avoid", "silence", "not_understood", "interrupted", "nothing_new", "lip_service", "greeting", "farewell")
_MAY_LACK = ("greeted", "beside", "apology", "scale")


def case_of(file: CaseFile) -> Case:
    """Return the case that a file describes."""
    return Case(file.id, file.language, file.title, file.briefing, file.goal_hint or "")


def persona_of(file: PersonaFile, case: Case) -> Persona:
    """Return the persona that a file describes, in its case."""
    return Persona(
        id=file.id,
        version=file.version,
        author=file.author,
        name=file.name,
        language=file.language,
        case=case,
        voice=VoiceChoice(file.voice.name, file.voice.words_per_minute, file.voice.pitch),
        temper=_temper(file),
        topics=tuple(Topic(topic.id, tuple(topic.asks), _by_level(topic.lines)) for topic in file.topics),
        reactions=_reactions(file.reactions),
        solution=_solution(file.solution),
        ends_when_committed=file.end.when_committed,
    )


def _temper(file: PersonaFile) -> Temper:
    temper, levels = file.temper, file.levels
    return Temper(
        start=temper.start,
        gain=temper.gain,
        loss={MoveKind(kind): points for kind, points in temper.loss.model_dump().items()},
        interruption=temper.interruption,
        damping_turns=temper.damping_turns,
        damping_percent=temper.damping_percent,
        careful=levels.careful,
        open=levels.open,
        insight=levels.insight,
    )


def _reactions(part: ReactionsPart) -> Reactions:
    return Reactions(
        by_kind={kind: _by_level(getattr(part, kind.value)) for kind in MoveKind},
        corrects=_by_level(part.corrects),
        repeats=_repeats(part.repeats),
        **{name: _by_level(getattr(part, name)) for name in _OTHERS},
        **{name: _by_level(lines) for name in _MAY_LACK if (lines := getattr(part, name))},
    )


def _repeats(part: RepeatReaction) -> tuple[Line, ...]:
    return tuple(_line(line, Level.CLOSED) for line in part.closed)


def _solution(part: SolutionPart) -> Solution:
    return Solution(
        lines=_at_insight(part.lines),
        asks=tuple(part.asks),
        commitment=_at_insight(part.commitment),
        suggestions=tuple(part.suggestions),
        details=tuple(_detail(name, detail) for name, detail in part.details.by_name().items()),
    )


def _detail(name: str, part: DetailPart) -> Topic:
    return Topic(name, tuple(part.asks), _at_insight(part.lines))


def _at_insight(lines: list[LinePart]) -> tuple[Line, ...]:
    return tuple(_line(line, Level.INSIGHT) for line in lines)


def _by_level(part: ByLevel) -> tuple[Line, ...]:
    return tuple(_line(line, Level[name.upper()]) for name, lines in part.levels().items() for line in lines)


def _line(part: LinePart, level: Level) -> Line:
    return Line(part.say, level, part.short or "", part.feeling or "", part.about or "")
