"""What a command does not know is told with that command's usage, and with what may have been meant."""

from __future__ import annotations

import pytest

from voicecoach.cli.main import main


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["classify", "--language", "en", "x"], "voicecoach classify: error: not known here: --language"),
        (["classify", "--lnag=en", "x"], "did you mean --lang?"),
        (["persona", "curve", "frank", "--pgn", "x"], "voicecoach persona curve: error: not known here: --pgn x"),
        (["persona", "curve", "frank", "--pgn", "x"], "usage: voicecoach persona curve"),
    ],
)
def test_an_unknown_option_is_told_where_it_stands(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_what_is_like_nothing_gets_no_guess(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["doctor", "--qqqqq"])
    assert "did you mean" not in capsys.readouterr().err
