"""Talks laid side by side, against hand-made logs with known answers."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.coachees import coachee
from tests.fakes.group import good_talk, heard, poor_talk, said, step, told
from voicecoach.debrief.comparison import Comparison, compare, labels_of, middle
from voicecoach.debrief.openings import STEPS, opening_of, telling_move
from voicecoach.debrief.solutions_named import solutions_named
from voicecoach.debrief.topics_found import TopicFound, topics_found
from voicecoach.domain.events import CoacheeResponded, SessionStarted, SilenceKept
from voicecoach.domain.moves import CERTAIN, MoveKind, Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level


def test_a_topic_counts_at_the_deepest_line_told_and_one_only_asked_after_counts_as_untold() -> None:
    assert topics_found(good_talk(), coachee()) == (TopicFound("quotes", Level.OPEN), TopicFound("team", None))
    assert topics_found(poor_talk(), coachee()) == (TopicFound("quotes", Level.CLOSED),)
    assert topics_found((), coachee()) == ()


def test_what_he_tells_when_silence_is_left_counts_as_found() -> None:
    change = OpennessChange(20, 23, Level.CLOSED, "+3")
    silence = SilenceKept(4000, 1, 4000, change, told("target", Level.CAREFUL), PersonaState(23))
    assert topics_found((silence,), coachee()) == (TopicFound("target", Level.CAREFUL),)


def test_a_topic_that_the_file_does_not_know_is_left_out() -> None:
    log = step(5, 1, said(MoveKind.OPEN_QUESTION, "Hoe?"), (20, 26), told("gone", Level.CLOSED), "gone")
    assert topics_found(log, coachee()) == ()


def test_solutions_tell_whose_they_are_and_what_became_of_them() -> None:
    assert [(s.bringer, s.at_ms, s.text, s.welcome) for s in solutions_named(poor_talk())] == [
        ("coach", 16_000, "Ik zou ze gewoon bellen.", "lip_service"),
        ("coach", 24_000, "En maak een lijstje.", "not_taken"),
    ]
    assert [(s.bringer, s.text, s.welcome) for s in solutions_named(good_talk())] == [
        ("coachee", "Ik ga zelf bellen.", "own"),
        ("coachee", "Dinsdag begin ik.", "committed"),
    ]


def test_a_leading_question_is_a_solution_only_where_he_took_it_for_one() -> None:
    lead = said(MoveKind.LEADING_QUESTION, "Waarom bel je niet gewoon?")
    lip, reaction = (Reply("Ja.", kind, Level.CLOSED) for kind in (ReplyKind.LIP_SERVICE, ReplyKind.REACTION))
    assert [s.text for s in solutions_named(step(5, 1, lead, (20, 12), lip))] == ["Waarom bel je niet gewoon?"]
    assert solutions_named(step(5, 1, lead, (20, 12), reaction)) == ()


def test_advice_that_is_not_certain_is_no_solution() -> None:
    unsure = said(MoveKind.ADVICE, "Bellen misschien.", probability=CERTAIN - 0.05)
    assert solutions_named(step(5, 1, unsure, (20, 20), Reply("Tja.", ReplyKind.REACTION, Level.CLOSED))) == ()


def test_a_greeting_is_no_opening() -> None:
    opening = opening_of(good_talk())
    assert opening is not None
    assert (opening.kind, opening.words, opening.answer) == (
        MoveKind.OPEN_QUESTION,
        "Hoe kijk jij naar je offertes?",
        "quotes op 0",
    )
    assert [(step.kind, step.before, step.after) for step in opening.steps] == [
        (MoveKind.OPEN_QUESTION, 20, 32),
        (MoveKind.OPEN_QUESTION, 32, 56),
        (MoveKind.OPEN_QUESTION, 56, 56),
        (MoveKind.REFLECTION, 56, 80),
        (MoveKind.PROCESS, 80, 84),
    ]
    assert opening_of((SessionStarted(0, PersonaState(20)), *good_talk()[1:3])) is None


def test_only_the_first_steps_are_shown() -> None:
    turns = [
        step(9 * n, n, said(MoveKind.OPEN_QUESTION, "En?"), (20, 20), told("quotes", Level(0))) for n in range(1, 40)
    ]
    opening = opening_of([event for turn in turns for event in turn])
    assert opening is not None
    assert len(opening.steps) == STEPS


def test_one_tip_among_questions_tells_most() -> None:
    question, tip = (
        said(MoveKind.OPEN_QUESTION, "Hoe gaat het?").moves[0],
        said(MoveKind.ADVICE, "Bel ze.", 0.6).moves[0],
    )
    doubted = replace(tip, probability=CERTAIN - 0.05)
    assert telling_move(Turn("Hoe gaat het? Bel ze.", (question, tip))) == tip
    assert telling_move(Turn("Hoe gaat het? Bel ze.", (question, doubted))) == question
    assert telling_move(Turn("Bel ze.", (doubted,))) == doubted
    assert telling_move(Turn("", ())) is None


def test_talks_that_opened_alike_stand_together_with_the_most_open_end_first() -> None:
    tip = step(5, 1, said(MoveKind.ADVICE, "Bel ze."), (20, 12), Reply("Ja.", ReplyKind.LIP_SERVICE, Level.CLOSED))
    found = compare([heard("Bram", poor_talk()), heard("Cor", tip), heard("Anna", good_talk())])
    assert [(group.kind, [talk.who for talk in group.talks], group.spread) for group in found.openings] == [
        (MoveKind.OPEN_QUESTION, ["Anna", "Bram"], 79),
        (MoveKind.ADVICE, ["Cor"], 0),
    ]


def test_each_talk_keeps_its_own_figures() -> None:
    anna, bram = compare([heard("Anna", good_talk()), heard("Bram", poor_talk())]).talks
    assert (anna.figures.start, anna.figures.end, anna.level) == (20, 84, Level.INSIGHT)
    assert (bram.figures.end, bram.level, bram.figures.moves.filling_in) == (5, Level.CLOSED, 2)
    assert (anna.figures.first_solution, bram.figures.first_solution) == ("coachee", "coach")
    assert anna.found("quotes") == TopicFound("quotes", Level.OPEN)
    assert bram.found("team") is None


def test_topics_of_two_personas_on_one_case_stand_in_one_list() -> None:
    other = replace(coachee(), topics=(*coachee().topics[:1], replace(coachee().topics[0], id="home")))
    found = compare([heard("Anna", good_talk()), replace(heard("Bram", poor_talk()), persona=other)])
    assert [topic.id for topic in found.topics] == ["quotes", "target", "team", "home"]


def test_no_talks_and_empty_talks_compare_to_little() -> None:
    assert compare([]) == Comparison((), (), ())
    (talk,) = compare([heard("Anna", ())]).talks
    assert (talk.level, talk.opening, talk.topics, talk.solutions) == (None, None, (), ())


def test_the_second_talk_of_the_same_manager_keeps_his_number() -> None:
    assert labels_of(["Anna", "Bram", "Anna", "Cor", "Anna"]) == ("1", "2", "1b", "3", "1c")
    many = labels_of(["Anna"] * 30)
    assert len(set(many)) == 30


def test_the_middle_leaves_out_what_was_not_measured() -> None:
    assert middle([None, 4, 1, 3, None, 9]) == 3.5
    assert middle([None]) is None


def test_every_log_cut_short_compares() -> None:
    log = good_talk()
    cuts = compare([heard(str(n), log[:n]) for n in range(len(log) + 1)]).talks
    ends = [talk.figures.end for talk in cuts]
    assert ends[0] is None
    assert ends[-1] == 84
    assert sum(isinstance(event, CoacheeResponded) for event in log) == cuts[-1].figures.turns
