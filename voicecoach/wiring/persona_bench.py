"""The trainer's bench: scripted managers and scripts talk to a persona through the real engine and classifier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.adapters.curve_drawing import draw_curves
from voicecoach.dialogue.behaviour_changes import TalkChange, talk_change
from voicecoach.dialogue.bench_talk import BenchTalk, BenchTurn
from voicecoach.dialogue.difficulty import Difficulty, at_difficulty
from voicecoach.dialogue.manager_material import Material, joined, material_of
from voicecoach.dialogue.script_lines import ScriptLine
from voicecoach.dialogue.scripted_managers import Manager, next_line
from voicecoach.dialogue.talk_so_far import Exchange, TalkSoFar
from voicecoach.domain.openness import Reply, ReplyKind
from voicecoach.domain.persona import Level, Persona

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from voicecoach.domain.audio import Language
    from voicecoach.domain.moves import Move
    from voicecoach.ports import Embedder, MoveClassifier
    from voicecoach.runtime.conversation import Conversation

__all__ = ["TURNS", "PersonaBench", "draw_curves"]

TURNS = 20
"""Coach turns a scripted manager gets; a listener also keeps silences between them."""
_TO_AGREE = 3
"""So many more where the coachee has told his own solution."""

_LINES = 40
_NextLine = Callable[[Sequence[Exchange]], ScriptLine | None]


class PersonaBench:
    """Lets managers talk to personas; loads the models once, and remembers what they said of each sentence."""

    def __init__(self, embedder: Embedder | None = None, classifier: MoveClassifier | None = None) -> None:
        from voicecoach.wiring.engines import build_classifier, build_embedder  # noqa: PLC0415 - kept beside its use

        self._embedder = _Embedded(embedder or build_embedder())
        self._classifier = _Remembering(classifier or build_classifier())

    def conversation(self, persona: Persona, difficulty: Difficulty = "normal") -> Conversation:
        """Return the coachee at a difficulty, ready to be spoken to."""
        from voicecoach.adapters.topic_matcher import TopicMatcher  # noqa: PLC0415 - heavy
        from voicecoach.runtime.conversation import Conversation  # noqa: PLC0415 - kept beside its use

        at = replace(persona, temper=at_difficulty(persona.temper, difficulty))
        return Conversation(at, self._classifier, TopicMatcher(at, self._embedder))

    def manager_talk(
        self, persona: Persona, manager: Manager, difficulty: Difficulty = "normal", material: Material | None = None
    ) -> BenchTalk:
        """Return how a scripted manager fares in 20 turns; the one who talks at random does so by the persona's id.

        Whom the coachee has told his own solution gets some turns more, to come to an agreement.

        material: what he asks after; the persona's own file when left out.
        """
        drawn_on = material or material_of(persona)
        seed = sum(persona.id.encode())

        def says(exchanges: Sequence[Exchange]) -> ScriptLine | None:
            has_solution = any(exchange.reply.kind is ReplyKind.SOLUTION for exchange in exchanges)
            most = TURNS + (_TO_AGREE if has_solution else 0)
            if _coach_turns(exchanges, manager) >= most or len(exchanges) > _LINES:
                return None
            return next_line(manager, TalkSoFar(drawn_on, exchanges, seed))

        return _talk(manager.value, self.conversation(persona, difficulty), says)

    def script_talk(
        self, persona: Persona, name: str, script: Sequence[ScriptLine], difficulty: Difficulty = "normal"
    ) -> BenchTalk:
        """Return how a written script fares."""

        def says(exchanges: Sequence[Exchange]) -> ScriptLine | None:
            return script[len(exchanges) - 1] if len(exchanges) <= len(script) else None

        return _talk(name, self.conversation(persona, difficulty), says)

    def changes(self, old: Persona, new: Persona, difficulty: Difficulty = "normal") -> tuple[TalkChange, ...]:
        """Return how each manager fares otherwise with the new version; both are asked the same questions."""
        material = joined(material_of(old), material_of(new))
        versions = (old, replace(new, id=old.id))
        return tuple(
            talk_change(*(self.manager_talk(persona, manager, difficulty, material) for persona in versions))
            for manager in Manager
        )


def _coach_turns(exchanges: Sequence[Exchange], manager: Manager) -> int:
    """Turns so far; kept silences are turns only to the one who does nothing else."""
    lines = [exchange.line for exchange in exchanges if exchange.line]
    return len(lines) if manager is Manager.SILENT else sum(line.silence_ms is None for line in lines)


def _talk(name: str, conversation: Conversation, says: _NextLine) -> BenchTalk:
    state, greeting = conversation.opening()
    exchanges = [Exchange(None, greeting or Reply("", ReplyKind.GREETING, Level.CLOSED))]
    turns: list[BenchTurn] = []
    while (line := says(exchanges)) is not None:
        turns.append(_turn(conversation, line))
        exchanges.append(Exchange(line, turns[-1].reply))
    return BenchTalk(name, state.openness, tuple(turns), conversation.state)


def _turn(conversation: Conversation, line: ScriptLine) -> BenchTurn:
    from voicecoach.dialogue.floor_words import is_backchannel  # noqa: PLC0415 - kept beside its use

    if line.silence_ms is not None:
        done = conversation.keep_silence(line.silence_ms)
        return BenchTurn(line, done.change.after, done.change.level, done.change.reason, done.reply)
    cuts_in = line.interrupts and not is_backchannel(line.text, conversation.persona.language)
    said = conversation.hear(line.text, interrupted=cuts_in)
    return BenchTurn(line, said.change.after, said.change.level, said.change.reason, said.reply)


class _Embedded:
    """An embedder that keeps every vector: the same cast is asked the same questions by ten managers."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, npt.NDArray[np.float32]] = {}

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return the vectors, one row a text, as the embedder gives them."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new or not texts:
            vectors = self._embedder.embed(new)
            self._known.update(zip(new, vectors, strict=True))
            if len(new) == len(texts):
                return vectors
        return _stacked([self._known[text] for text in texts])


def _stacked(rows: Sequence[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415 - heavy

    return np.stack(rows)


class _Remembering:
    """A move classifier that judges the same words after the same line once."""

    def __init__(self, classifier: MoveClassifier) -> None:
        self._classifier = classifier
        self._known: dict[tuple[str, str, Language], tuple[Move, ...]] = {}

    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        """Return the moves in a coach turn; only the newest previous line counts."""
        key = (text, previous[-1] if previous else "", language)
        if key not in self._known:
            self._known[key] = self._classifier.moves(text, previous, language)
        return self._known[key]
