"""Whether the line he says about a topic is the one that the question is about.

Of the test questions beside a persona that share a word with some of the lines he may say, and not with all: how often
he says one of these, chosen by how well it answers the question, and were the lines said in the order of the file.
"""

from __future__ import annotations

from voicecoach.adapters.persona_questions import read_questions
from voicecoach.adapters.topic_matcher import TopicMatcher
from voicecoach.dialogue.leaning import content_stems
from voicecoach.dialogue.lines import topic_line
from voicecoach.dialogue.persona_engine import opening
from voicecoach.domain.persona import Level, Persona
from voicecoach.ports import Embedder
from voicecoach.wiring.engines import build_embedder, load_persona
from voicecoach.wiring.personas import list_personas, persona_path, questions_path

_HEAD = "| persona | questions | in the order of the file | as they answer |"


def run() -> str:
    """Return the table as text: one row a persona."""
    embedder = build_embedder()
    rows = [_row(load_persona(summary.id), embedder) for summary in list_personas()]
    return "\n".join([_HEAD, "|---" * 4 + "|", *rows])


def shares(persona: Persona, embedder: Embedder) -> tuple[int, float, float]:
    """Return how many questions there are, and of how many the line is about them: in the file's order, and by fit."""
    matcher, (state, _greeting) = TopicMatcher(persona, embedder), opening(persona)
    topics = {topic.id: topic for topic in persona.topics}
    count = in_order = as_they_answer = 0
    for question in read_questions(questions_path(persona_path(persona.id))):
        topic = topics.get(question.place)
        if topic is None:
            continue
        asked = content_stems(question.text, persona.language)
        within = [line for line in topic.lines if line.level in {Level.CAREFUL, Level.OPEN}]
        about = [line for line in within if asked & content_stems(line.text, persona.language)]
        if not 0 < len(about) < len(within):
            continue
        fits = matcher.match(question.text, (), ()).fits
        count += 1
        in_order += topic_line(topic, state, Level.OPEN) in about
        as_they_answer += topic_line(topic, state, Level.OPEN, fits) in about
    return count, in_order / count, as_they_answer / count


def _row(persona: Persona, embedder: Embedder) -> str:
    count, in_order, as_they_answer = shares(persona, embedder)
    return f"| {persona.id} ({persona.language}) | {count} | {in_order:.0%} | {as_they_answer:.0%} |"
