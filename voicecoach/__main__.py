"""`python -m voicecoach`: the command line."""

from __future__ import annotations

import sys

from voicecoach.cli.main import main

sys.exit(main())
