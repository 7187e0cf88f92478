"""Writes the page of the swapped chair: one round, or several with different coaches side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from voicecoach import __version__
from voicecoach.adapters.plain_summary import ending
from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.session_files import write_private
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.swap_words import ACT_WORDS, SWAP_WORDS
from voicecoach.adapters.trainer_words import duration, trainer_words
from voicecoach.debrief.swapped import ASKED, FILLED_IN, GAVE_BACK, SwapFigures, swap_figures
from voicecoach.debrief.timeline import Utterance, timeline
from voicecoach.dialogue.felt_questions import FELT_QUESTIONS
from voicecoach.domain.audio import Language
from voicecoach.domain.coach import Coach, CoachAct
from voicecoach.domain.events import CoachSpoke

_COUNTED = ("turns", "asked", "gave_back", "took_up", "filled_in")


def is_swapped(session: Session) -> bool:
    """Whether the machine coached in this session."""
    return session.head.coach is not None


def write_swap_page(sessions: Sequence[Session], path: Path) -> None:
    """Write the page in the language of the first session, for its owner only; raise StorageError."""
    write_private(path, render_swap_page(sessions).encode("utf-8", "replace"))


def render_swap_page(sessions: Sequence[Session]) -> str:
    """The page as text, needing no network."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - heavy

    loader = PackageLoader("voicecoach.adapters", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("swap.html").render(_page(sessions))


def _page(sessions: Sequence[Session]) -> dict[str, object]:
    first = sessions[0].head
    texts, name = SWAP_WORDS[first.language], first.persona.name
    is_one = len(sessions) == 1
    measured = [(session, swap_figures(session.corrected)) for session in sessions]
    columns = [_column(session, figures) for session, figures in measured]
    figures = [each for _, each in measured]
    return {
        "language": first.language,
        "case": first.persona.case.title,
        "title": texts["title" if is_one else "titles" if _are_two_coaches(sessions) else "rounds"].format(name=name),
        "lead": texts["lead" if is_one else "leads"].format(name=name),
        "t": texts,
        "footer": texts["footer"].format(version=__version__),
        "columns": columns,
        "rows": list(_rows(figures, name, texts)),
        "felt": [
            (question, [_felt(each, number, texts) for each in figures])
            for number, question in enumerate(FELT_QUESTIONS[first.language], 1)
        ],
    }


def _are_two_coaches(sessions: Sequence[Session]) -> bool:
    return len(sessions) == 2 and len({_coach(session).id for session in sessions}) == 2


def _column(session: Session, figures: SwapFigures) -> dict[str, object]:
    head, texts = session.head, SWAP_WORDS[session.head.language]
    coach = _coach(session)
    when, why = head.started_at[:16].replace("T", " "), ending(session, trainer_words(head.language))
    return {
        "heading": texts[coach.style].format(coach=coach.name),
        "style": coach.style,
        "coach": coach.name,
        "when": texts["when"].format(when=when, why=why),
        "share": figures.seller_share,
        "talk": texts["talk"].format(coach=coach.name),
        "turns": list(_turns(session)),
    }


def _coach(session: Session) -> Coach:
    assert session.head.coach is not None, "the page of the swapped chair is for sessions with a coach"
    return session.head.coach


def _rows(figures: Sequence[SwapFigures], name: str, texts: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """A row of figures: its name, and a cell for each round."""
    yield texts["spoke"], [_spoke(each, texts) for each in figures]
    yield texts["length"], [duration(each.duration_ms) for each in figures]
    for key in _COUNTED:
        yield texts[key], [str(getattr(each, key)) for each in figures]
    who = {"seller": texts["seller"].format(name=name), "coach": texts["by_coach"], "nobody": texts["nobody"]}
    yield (
        texts["brought"],
        [who[each.brought_by] + (f": “{each.solution}”" if each.solution else "") for each in figures],
    )


def _spoke(figures: SwapFigures, texts: Mapping[str, str]) -> str:
    talk = figures.talk
    if talk.coach_share is None:
        return texts["no_sound"]
    of = texts["spoke_of"].format(share=f"{talk.coach_share:.0%}", longest=duration(talk.longest_coach_ms))
    return f"{duration(talk.coach_ms)}; {of}"


def _felt(figures: SwapFigures, number: int, texts: Mapping[str, str]) -> str:
    answer = next((each for each in figures.felt if each.number == number), None)
    if answer is None:
        return texts["unanswered"]
    return f"“{answer.answer}”" + (f" ({texts['by_key']})" if answer.by == "key" else "")


def _not_heard(said: Utterance, language: Language) -> str:
    return f"({report_words(language)['not_heard'].format(why=trainer_words(language).doubts[said.doubt])})"


def _turns(session: Session) -> Iterator[dict[str, str]]:
    """Every line of the talk: who, when, the words, and of the coach what he did with them."""
    language, texts = session.head.language, SWAP_WORDS[session.head.language]
    acts = {(e.turn, e.reply.text): e.act for e in session.events if isinstance(e, CoachSpoke)}
    name = _coach(session).name
    for each in timeline(session.corrected):
        is_manager = each.side == "coach"
        act = None if is_manager else acts.get((each.turn, each.text), CoachAct.GREETING if each.turn == 0 else None)
        yield {
            "who": texts["you"] if is_manager else name,
            "side": "you" if is_manager else "coach",
            "at": duration(each.span.start_ms),
            "words": each.text if each.doubt is each.doubt.NONE else _not_heard(each, language),
            "act": ACT_WORDS[language][act] if act is not None else "",
            "tone": "filling" if act in FILLED_IN else "listening" if act in GAVE_BACK | ASKED else "",
        }
