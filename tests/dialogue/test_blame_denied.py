from __future__ import annotations

import pytest

from tests.fakes.coachees import says
from voicecoach.dialogue.blame_denied import denies_blame
from voicecoach.dialogue.manners import with_kind_words
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nee hoor, je hebt echt niks verkeerd gedaan.", "nl"),
        ("Er heeft niemand iets gezegd, er is niks mis.", "nl"),
        ("ik ben helemaal niet boos", "nl"),
        ("Dit is geen beoordelingsgesprek.", "nl"),
        ("Nobody's been complaining.", "en"),
        ("no no nothing's really wrong", "en"),
        ("I'm not one bit cross with you.", "en"),
        ("You haven't done anything wrong.", "en"),
    ],
)
def test_denied_blame_is_no_blame(text: str, language: Language) -> None:
    assert denies_blame(text, language)
    (move,) = with_kind_words(says(MoveKind.JUDGEMENT, text), language).moves
    assert (move.kind, move.filling_in) == (MoveKind.OTHER, 0.0)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Je bent niet boos, je bent lui.", "nl"),
        ("Niemand werkt hier zo slordig als jij.", "nl"),
        ("Ik ben niet boos, maar dit kan echt niet.", "nl"),
        ("You're not angry, you're lazy.", "en"),
        ("Nobody else complains as much as you.", "en"),
        ("There's nothing wrong with the script, but there is with you.", "en"),
    ],
)
def test_blame_stays_blame(text: str, language: Language) -> None:
    turn = says(MoveKind.JUDGEMENT, text)
    assert with_kind_words(turn, language) == turn
