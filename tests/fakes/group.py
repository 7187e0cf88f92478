"""A group of talks on one case: hand-made logs that open alike and end differently."""

from __future__ import annotations

from tests.fakes.coachees import coachee
from voicecoach.debrief.comparison import TalkHeard
from voicecoach.domain.events import CoacheeResponded, SessionEnded, SessionEvent, SessionStarted, TurnHeard
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind, Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, Temper
from voicecoach.domain.speech import SpeechSpan
from voicecoach.domain.topics import About, TopicMatch

SECOND = 1000


def said(kind: MoveKind, text: str, probability: float = 0.9) -> Turn:
    """A turn that is one move from its first to its last letter."""
    filling_in = probability if kind in FILLING_IN else 0.05
    return Turn(text, (Move(kind, probability, 0, len(text), filling_in=filling_in),))


def step(
    at_s: int, turn: int, coach: Turn, points: tuple[int, int], reply: Reply, asked: str = ""
) -> tuple[SessionEvent, ...]:
    """The coach speaks the second before `at_s`, and openness goes from the first of `points` to the second."""
    before, after = points
    change = OpennessChange(before, after, Temper().level_of(after), f"{after - before:+d}: reden {turn}")
    state = PersonaState(
        after,
        turns=turn,
        own_solution=reply.kind in {ReplyKind.SOLUTION, ReplyKind.COMMITMENT},
        coach_solution=reply.kind is ReplyKind.LIP_SERVICE,
        committed=reply.kind is ReplyKind.COMMITMENT,
    )
    match = TopicMatch(About.TOPIC, asked) if asked else TopicMatch()
    at_ms = at_s * SECOND
    return (
        TurnHeard(at_ms - 10, turn, SpeechSpan(at_ms - SECOND, at_ms - 20)),
        CoacheeResponded(at_ms, turn, coach, change, reply, state, match=match),
    )


def told(topic: str, level: Level) -> Reply:
    """A line out of a topic."""
    return Reply(f"{topic} op {level:d}", ReplyKind.TOPIC, level, topic)


def good_talk() -> tuple[SessionEvent, ...]:
    """A greeting, then open questions up to his own solution and a promise; ends at 84 after 60 s."""
    ask = said(MoveKind.OPEN_QUESTION, "Hoe kijk jij naar je offertes?")
    own = Reply("Ik ga zelf bellen.", ReplyKind.SOLUTION, Level.INSIGHT)
    promise = Reply("Dinsdag begin ik.", ReplyKind.COMMITMENT, Level.INSIGHT)
    return (
        SessionStarted(0, PersonaState(20)),
        *step(2, 1, said(MoveKind.OTHER, "Hallo."), (20, 20), Reply("Hoi.", ReplyKind.REACTION, Level.CLOSED)),
        *step(10, 2, ask, (20, 32), told("quotes", Level.CLOSED), "quotes"),
        *step(20, 3, ask, (32, 56), told("quotes", Level.OPEN), "quotes"),
        *step(30, 4, ask, (56, 56), Reply("Tja.", ReplyKind.AVOIDANCE, Level.CLOSED), "team"),
        *step(40, 5, said(MoveKind.REFLECTION, "Dus je stelt het uit."), (56, 80), own),
        *step(50, 6, said(MoveKind.PROCESS, "Wat spreken we af?"), (80, 84), promise),
        SessionEnded(60 * SECOND, "committed"),
    )


def poor_talk() -> tuple[SessionEvent, ...]:
    """The same open question, then tips; ends at 5 after 30 s."""
    lip = Reply("Ja, dat zou kunnen.", ReplyKind.LIP_SERVICE, Level.CLOSED)
    no = Reply("Dat doe ik al.", ReplyKind.REACTION, Level.CLOSED)
    return (
        SessionStarted(0, PersonaState(20)),
        *step(8, 1, said(MoveKind.OPEN_QUESTION, "Hoe gaat het met je offertes?"), (20, 26), told("quotes", Level(0))),
        *step(16, 2, said(MoveKind.ADVICE, "Ik zou ze gewoon bellen."), (26, 18), lip),
        *step(24, 3, said(MoveKind.ADVICE, "En maak een lijstje."), (18, 5), no),
        SessionEnded(30 * SECOND, "stopped"),
    )


def heard(who: str, events: tuple[SessionEvent, ...]) -> TalkHeard:
    """A talk of somebody with the coachee of the fakes."""
    return TalkHeard(who, coachee(), events)
