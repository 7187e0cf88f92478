"""What is left of a session when the process is killed or the disk refuses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sessions import head
from voicecoach.adapters.session_audio import read_recording, repair_recording, wav_header
from voicecoach.adapters.session_folder import AUDIO, EVENTS, SessionFolder, read_session
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.errors import SessionError, StorageError
from voicecoach.domain.events import GoalSet

REPOSITORY = Path(__file__).parents[2]

ENDLESS_SESSION = """
import sys
from pathlib import Path
import numpy as np
from tests.fakes.sessions import head
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.events import GoalSet
log = SessionStore(Path(sys.argv[1])).create(head())
piece = np.full(512, 0.5, np.float32)
for number in range(1_000_000):
    log.record(piece, piece)
    log.append(GoalSet(32 * (number + 1), "doel"))
    print(number + 1, flush=True)
"""

LIMITED_SESSION = """
import resource, sys
from pathlib import Path
import numpy as np
from tests.fakes.sessions import head
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.errors import StorageError
from voicecoach.domain.events import GoalSet
log = SessionStore(Path(sys.argv[1])).create(head())
resource.setrlimit(resource.RLIMIT_FSIZE, (100_001, 100_001))
piece = np.full(512, 0.5, np.float32)
try:
    for number in range(1_000_000):
        log.append(GoalSet(number, "doel " * 20)) if sys.argv[2] == "events" else log.record(piece, piece)
except StorageError as error:
    print(error)
log.append(GoalSet(0, "x")) if sys.argv[2] == "audio" else log.record(piece, piece)
log.close()
"""


@pytest.mark.parametrize("pieces_before", [1, 17, 40, 95, 170])
def test_after_a_kill_all_events_are_there_and_all_but_the_last_second_of_sound(
    tmp_path: Path, pieces_before: int
) -> None:
    command = [sys.executable, "-c", ENDLESS_SESSION, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as process:
        assert process.stdout is not None
        done = 0
        while done < pieces_before:
            done = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        done = max([done, *(int(line) for line in process.stdout.read().split("\n")[:-1])])
    (folder,) = tmp_path.iterdir()
    assert len(read_session(folder).events) >= done
    lost_from_file = done * 512 - len(read_recording(folder / AUDIO)[0])
    assert lost_from_file <= 16_000
    session = SessionStore(tmp_path).open(folder.name)
    assert all("length was put right" in remark or "cut short" in remark for remark in session.remarks)
    with wave.open(str(folder / AUDIO)) as file:
        assert done * 512 - file.getnframes() <= 16_000
        assert set(np.frombuffer(file.readframes(10_000_000), "<i2")) <= {16384}


@pytest.mark.parametrize("kind", ["events", "audio"])
def test_a_file_that_may_not_grow_gives_one_clear_line_and_stays_readable(tmp_path: Path, kind: str) -> None:
    command = [sys.executable, "-c", LIMITED_SESSION, str(tmp_path), kind]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=True)
    name = EVENTS if kind == "events" else AUDIO
    assert f"{name}: cannot be written: File too large. The system allows no larger file" in done.stdout
    (folder,) = tmp_path.iterdir()
    session = SessionStore(tmp_path).open(folder.name)
    assert session.remarks == ()
    assert len(session.events) >= (700 if kind == "events" else 1)
    assert len(read_recording(folder / AUDIO)[0]) >= (512 if kind == "events" else 16_000)


def _fill(log: SessionFolder) -> None:
    for number in range(10_000):
        log.append(GoalSet(number, "doel " * 20))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    mounted = tmp_path / "disk"
    mounted.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(mounted)]
    try:
        refused = subprocess.run(mount, capture_output=True, check=False).returncode != 0
    except FileNotFoundError:
        refused = True
    if refused:
        pytest.skip("mounting a small disk takes rights that this user lacks")
    yield mounted
    subprocess.run(["umount", str(mounted)], check=True)


def test_a_full_disk_gives_one_clear_line_and_what_was_written_stays_readable(tiny_disk: Path) -> None:
    log = SessionStore(tiny_disk).create(head(), record_audio=False)
    with pytest.raises(StorageError, match=r"No space left on device\. Make room"):
        _fill(log)
    log.close()
    session = read_session(log.path)
    assert session.remarks == ()
    assert [event.at_ms for event in session.events] == list(range(len(session.events)))
    assert len(session.events) > 100


def test_a_full_disk_at_the_start_gives_one_clear_line(tiny_disk: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        (tiny_disk / "filler").write_bytes(bytes(100_000))
    with pytest.raises(StorageError, match="No space left on device"):
        SessionStore(tiny_disk).create(head())
    assert [entry.name for entry in tiny_disk.iterdir()] == ["filler"]


def test_a_read_only_disk_gives_one_clear_line(tiny_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    with pytest.raises(StorageError, match=r"Read-only file system\. Choose a place"):
        SessionStore(tiny_disk).create(head())


def test_a_root_that_cannot_be_a_folder_gives_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"Not a directory\. Choose a place"):
        SessionStore(tmp_path / "file" / "sessions").create(head())


@pytest.mark.parametrize("content", [b"", b"RIFF", b"x" * 60, bytes(44)])
def test_a_file_that_is_no_recording_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / AUDIO).write_bytes(content)
    with pytest.raises(SessionError, match=r"audio\.wav: is not the recording"):
        read_recording(tmp_path / AUDIO)
    with pytest.raises(SessionError, match=r"audio\.wav: is not the recording"):
        repair_recording(tmp_path / AUDIO)


def test_half_a_sample_at_the_end_is_left_out(tmp_path: Path) -> None:
    (tmp_path / AUDIO).write_bytes(wav_header(1) + b"\xff\x3f\xff\x3f\x01")
    assert len(read_recording(tmp_path / AUDIO)[0]) == 1
