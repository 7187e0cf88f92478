"""Small synthesised recordings: a coaching round in each language, bad turns, and sounds that are no turn.

`manifest.json` says of each file its sha256, licence, language, kind, voice and the words said;
`tools/make_fixtures.py` makes them all.
"""
