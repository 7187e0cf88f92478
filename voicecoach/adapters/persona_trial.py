"""Tries the test questions beside a persona file on the topic matcher."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from voicecoach.adapters.persona_across import nearest
from voicecoach.adapters.persona_files import ReadPersona
from voicecoach.adapters.persona_findings import Finding
from voicecoach.adapters.persona_questions import NOWHERE, AskedQuestion, questions_path, read_questions
from voicecoach.adapters.topic_matcher import TopicMatcher
from voicecoach.domain.persona import Persona
from voicecoach.domain.topics import About, TopicMatch
from voicecoach.ports import Embedder

MIN_NOWHERE = 5
"""So many questions that nothing in the file fits tell whether he can say that he does not know."""
MOST_WRONG = 0.05
"""Share of the questions that may surely be answered from elsewhere."""


def place_of(match: TopicMatch) -> str:
    """Return where a match leads, as a questions file names it."""
    match match.about:
        case About.TOPIC:
            return match.topic
        case About.DETAIL:
            return f"solution.{match.topic}"
        case About.NOTHING:
            return NOWHERE
        case _:
            return match.about.name.lower()


def tried_questions(read: ReadPersona, embedder: Embedder) -> tuple[Finding, ...]:
    """Return what the test questions tell: too few, places that are not there, and answers surely from elsewhere.

    One that nothing fits is told whenever it is answered; others only where more than MOST_WRONG go astray.
    """
    if read.persona is None:
        return ()
    path = questions_path(read.path)
    questions = read_questions(path)
    found = [*_asked_for(read, path, questions), *_tried(read.persona, path, questions, embedder)]
    return tuple(sorted(found))


def _asked_for(read: ReadPersona, path: Path, questions: list[AskedQuestion]) -> Iterator[Finding]:
    strays = sum(question.place == NOWHERE for question in questions)
    if strays < MIN_NOWHERE:
        text = (
            f"{strays} test questions that nothing here fits; write {MIN_NOWHERE} or more into {path.name} beside this "
            "file, a line each: '-', a tab, the question (about his holiday, say), so that check can tell whether he "
            "answers what he has nothing on"
        )
        yield Finding(str(read.path), *read.document.place_of(("topics",)), text, is_mistake=False)


def _tried(persona: Persona, path: Path, questions: list[AskedQuestion], embedder: Embedder) -> Iterator[Finding]:
    known = {NOWHERE, *_places(persona)}
    matcher = TopicMatcher(persona, embedder)
    wrong: list[tuple[AskedQuestion, str]] = []
    for question in questions:
        if not question.text:
            yield _remark(path, question, "no question here; write where it leads, a tab, and the question")
            continue
        if question.place not in known:
            near = nearest(question.place, tuple(sorted(known)))
            hint = f"; did you mean '{near}'?" if near else f"; there are {', '.join(sorted(known))}"
            yield _remark(path, question, f"no place is called '{question.place}'{hint}")
            continue
        match = matcher.match(question.text, (), (), has_solution=question.has_solution)
        if match.is_sure and place_of(match) != question.place:
            wrong.append((question, place_of(match)))
    too_many = len(wrong) > MOST_WRONG * len(questions)
    for question, found in wrong:
        if too_many or question.place == NOWHERE:
            wanted = "nowhere" if question.place == NOWHERE else f"to '{question.place}'"
            yield _remark(path, question, f"should lead {wanted}, but surely leads to '{found}': '{question.text}'")


def _remark(path: Path, question: AskedQuestion, text: str) -> Finding:
    return Finding(str(path), question.line, 1, text, is_mistake=False)


def _places(persona: Persona) -> Iterator[str]:
    yield from (topic.id for topic in persona.topics)
    yield from (f"solution.{detail.id}" for detail in persona.solution.details)
    yield from (about.name.lower() for about in About if about not in {About.TOPIC, About.DETAIL, About.NOTHING})
