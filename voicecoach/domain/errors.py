"""The one error tree: each error says what happened, where, and what to do about it.

CoachError                      code "error"        exit status 2
|- AudioFileError               "audio-file"        a recording cannot be read
|- DeviceError                  "device"            microphone or loudspeaker missing or refused
|  `- DeviceLostError           "device-lost"       unplugged in the middle of a session
|- ModelError                   "model"             speech or embedding model missing, cut short, corrupt
|- VoiceError                   "voice"             nothing on this machine can speak
|- PersonaError                 "persona"           a persona or case file that is missing or does not parse
|- SessionError                 "session"           a session folder that is missing or damaged
|- StorageError                 "storage"           the disk is full or read-only
`- InputError                   "input"             anything else the caller typed or piped in
"""

from __future__ import annotations


class CoachError(Exception):
    """A mistake or shortage that the user can mend; the command line prints it and exits with status 2.

    what: one clear line, with the place (file, line, device) in it.
    cure: what to do, as a command where there is one; empty when `what` says it all.
    """

    code = "error"

    def __init__(self, what: str, cure: str = "") -> None:
        super().__init__(what if not cure else f"{what} {cure}")
        self.what = what
        self.cure = cure


class AudioFileError(CoachError):
    """A recording cannot be read."""

    code = "audio-file"


class DeviceError(CoachError):
    """A microphone or loudspeaker is missing or was refused."""

    code = "device"


class DeviceLostError(DeviceError):
    """A device went away in the middle of a session."""

    code = "device-lost"


class ModelError(CoachError):
    """A model is missing, cut short or corrupt."""

    code = "model"


class VoiceError(CoachError):
    """Nothing on this machine can speak, or it failed to."""

    code = "voice"


class PersonaError(CoachError):
    """A persona or case file is missing or does not parse."""

    code = "persona"


class SessionError(CoachError):
    """A session folder is missing or damaged."""

    code = "session"


class StorageError(CoachError):
    """The disk is full or read-only."""

    code = "storage"


class InputError(CoachError):
    """Something the caller typed or piped in is not usable."""

    code = "input"
