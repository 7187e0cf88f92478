"""A sound card without hardware: a private PulseAudio with a microphone to play into and a loudspeaker to record.

play(file) -> mic_feed -> mic_feed.monitor = the default microphone -> program under test
record(file) <- speaker.monitor <- speaker = the default loudspeaker <- program under test
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NEEDED = ("pulseaudio", "pactl", "paplay", "parec")
_START_S = 10.0
_RECORDER = (
    *("parec", "--device=speaker.monitor", "--rate=16000", "--channels=1", "--format=s16le"),
    *("--latency-msec=20", "--file-format=wav"),
)
_SERVER = (
    *("pulseaudio", "-n", "--daemonize=no", "--system=false", "--use-pid-file=false", "--exit-idle-time=-1"),
    *("--disable-shm=true", "--log-level=error"),
)

_SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module module-null-sink sink_name=mic_feed rate=48000
load-module module-null-sink sink_name=speaker rate=48000
set-default-source mic_feed.monitor
set-default-sink speaker
"""


def missing_programs() -> list[str]:
    """Which programs of the virtual sound card are not installed; empty when all are."""
    return [name for name in NEEDED if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class VirtualSoundCard:
    """A running private sound server.

    env: the environment for child processes that are to use it; ALSA programs reach it through the `pulse` device.
    """

    env: Mapping[str, str]

    def play(self, path: Path) -> subprocess.Popen[bytes]:
        """Start to play a WAV or FLAC file into the microphone; wait() on what comes back to hear it out."""
        return subprocess.Popen(["paplay", "--device=mic_feed", str(path)], env=dict(self.env))

    @contextlib.contextmanager
    def record(self, path: Path) -> Iterator[None]:
        """Record what comes out of the loudspeaker as 16 kHz mono WAV, as long as the block lasts."""
        recorder = subprocess.Popen(
            [*_RECORDER, str(path)],
            env=dict(self.env),
        )
        try:
            _wait_for(lambda: path.exists() and path.stat().st_size > 44, "the recorder")
            yield
        finally:
            recorder.send_signal(signal.SIGINT)
            recorder.wait(timeout=5)

    def unplug(self) -> None:
        """Pull the plug: end the sound server.

        To take away one device is not enough: PulseAudio moves what listens to it, or plays into it, to the other.
        """
        subprocess.run(["pactl", "exit"], env=dict(self.env), check=True, capture_output=True)


@contextlib.contextmanager
def virtual_sound_card() -> Iterator[VirtualSoundCard]:
    """Run a private sound server as any user, root too; its files are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="voicecoach-loop-") as home:
        env = _environment(Path(home))
        script = Path(home, "card.pa")
        script.write_text(_SCRIPT.format(socket=Path(home, "native")))
        server = subprocess.Popen(
            [*_SERVER, "-F", str(script)],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(lambda: _is_up(env), "the sound server")
            yield VirtualSoundCard(env)
        finally:
            server.terminate()
            server.wait(timeout=10)


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PULSE_", "XDG_", "ALSA_"))}
    alsa = home / "asound.conf"
    alsa.write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\npcm.pulse { type pulse }\n")
    files = ":".join(str(path) for path in (Path("/usr/share/alsa/alsa.conf"), alsa))
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PULSE_SERVER": f"unix:{home / 'native'}",
        "ALSA_CONFIG_PATH": files,
    }


def _is_up(env: Mapping[str, str]) -> bool:
    list_sources = ["pactl", "list", "short", "sources"]
    done = subprocess.run(list_sources, env=dict(env), check=False, capture_output=True, text=True)
    return done.returncode == 0 and "speaker.monitor" in done.stdout


def _wait_for(is_true: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + _START_S
    while time.monotonic() < until:
        if is_true():
            return
        time.sleep(0.02)
    raise TimeoutError(f"{what} did not start within {_START_S:.0f} s")
