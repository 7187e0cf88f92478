"""What the Experience API 1.0.3, part two, demands of a statement, as far as ours could break it."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

_DURATION = re.compile(r"P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp", "version", "stored", "authority"}
_RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
_CONTEXT = {
    "registration",
    "instructor",
    "team",
    "contextActivities",
    "revision",
    "platform",
    "language",
    "statement",
    "extensions",
}


def faults(statement: dict[str, Any]) -> list[str]:
    """Return what is wrong with a statement, by the section of the standard; none for a valid one."""
    found = [f"2.2 unknown property {key}" for key in sorted(set(statement) - _STATEMENT)]
    found += [f"2.4 {key} is missing" for key in ("actor", "verb", "object") if key not in statement]
    found += _nulls(statement)
    found += _uuid("2.4.1 id", statement.get("id"))
    found += _agent(statement.get("actor", {}))
    verb = statement.get("verb", {})
    found += [*_iri("2.4.3 verb", verb.get("id")), *_map("2.4.3 display", verb.get("display", {}))]
    found += _activity(statement.get("object", {}))
    found += _result(statement.get("result", {}))
    found += _context(statement.get("context", {}))
    when = datetime.fromisoformat(statement["timestamp"])
    found += [] if when.tzinfo is not None else ["4.5 timestamp without a time zone"]
    found += [] if re.match(r"1\.0(\.\d+)?$", statement["version"]) else ["2.4.10 version"]
    return found


def _agent(agent: dict[str, Any]) -> list[str]:
    identifiers = {"mbox", "mbox_sha1sum", "openid", "account"} & set(agent)
    found = [] if len(identifiers) == 1 else [f"2.4.2.1 an agent has one identifier, not {len(identifiers)}"]
    found += [] if agent.get("objectType") == "Agent" else ["2.4.2.1 objectType"]
    account = agent.get("account", {})
    found += [] if set(account) == {"homePage", "name"} and account["name"] else ["2.4.2.4 account"]
    return [*found, *_iri("2.4.2.4 homePage", account.get("homePage"))]


def _activity(activity: dict[str, Any]) -> list[str]:
    definition = activity.get("definition", {})
    known = {"name", "description", "type", "moreInfo", "interactionType", "extensions"}
    found = [f"2.4.4.1 unknown property {key}" for key in set(definition) - known]
    found += [] if activity.get("objectType", "Activity") == "Activity" else ["2.4.4.1 objectType"]
    found += [*_iri("2.4.4.1 id", activity.get("id")), *_iri("2.4.4.1 type", definition.get("type"))]
    return [*found, *_map("2.4.4.1 name", definition.get("name", {}))]


def _result(result: dict[str, Any]) -> list[str]:
    found = [f"2.4.5 unknown property {key}" for key in set(result) - _RESULT]
    found += [] if isinstance(result.get("completion", True), bool) else ["2.4.5 completion"]
    found += [] if isinstance(result.get("response", ""), str) else ["2.4.5 response"]
    found += [] if _DURATION.match(result.get("duration", "PT0S")) else ["4.6 duration"]
    return found + [fault for key in result.get("extensions", {}) for fault in _iri("4.1 extension", key)]


def _context(context: dict[str, Any]) -> list[str]:
    found = [f"2.4.6 unknown property {key}" for key in set(context) - _CONTEXT]
    found += _uuid("2.4.6 registration", context.get("registration"))
    found += [] if _TAG.match(context.get("language", "en")) else ["2.4.6 language"]
    for kind, activities in context.get("contextActivities", {}).items():
        found += [] if kind in {"parent", "grouping", "category", "other"} else [f"2.4.6.2 {kind}"]
        found += [fault for activity in activities for fault in _activity(activity)]
    return found


def _nulls(value: object, *, inside: str = "") -> list[str]:
    """No nulls, save in extensions (2.2)."""
    if value is None:
        return [f"2.2 null in {inside}"]
    if isinstance(value, dict):
        return [f for key, entry in value.items() if key != "extensions" for f in _nulls(entry, inside=key)]
    return [f for entry in value for f in _nulls(entry, inside=inside)] if isinstance(value, list) else []


def _iri(where: str, text: object) -> list[str]:
    is_one = isinstance(text, str) and bool(urlsplit(text).scheme) and not re.search(r'[\s<>"{}|\\^`]', text)
    return [] if is_one else [f"{where}: {text!r} is no IRI"]


def _map(where: str, value: dict[str, str]) -> list[str]:
    return [f"{where}: {key!r}" for key, text in value.items() if not _TAG.match(key) or not isinstance(text, str)]


def _uuid(where: str, text: object) -> list[str]:
    try:
        return [] if str(uuid.UUID(str(text))) == text else [where]
    except ValueError:
        return [f"{where}: {text!r} is no UUID"]
