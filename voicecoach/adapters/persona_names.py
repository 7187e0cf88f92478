"""Finds persona and case files by name: those shipped with the package, and files of one's own."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from voicecoach.domain.errors import PersonaError

LANGUAGES = ("nl", "en")


def shipped_folder() -> Path:
    """Return the folder that holds the shipped personas, their cases and the schemas."""
    import personas  # noqa: PLC0415 - kept beside its use

    return next((Path(place) for place in personas.__path__ if Path(place).is_dir()), Path("personas"))


def shipped_personas() -> dict[str, Path]:
    """Return the shipped persona files by id; an id that both languages have is prefixed with its language."""
    found = [(language, path) for language in LANGUAGES for path in sorted(shipped_folder().glob(f"{language}/*.yaml"))]
    ids = [path.stem for _, path in found]
    return {path.stem if ids.count(path.stem) == 1 else f"{language}/{path.stem}": path for language, path in found}


def persona_path(name: str) -> Path:
    """Return the file that a persona's id or path names; raise PersonaError with the nearest names when none does."""
    shipped = shipped_personas()
    by_fold = {known.casefold(): path for known, path in shipped.items()}
    if path := by_fold.get(name.strip().casefold()):
        return path
    looks_like_path = name.lower().endswith((".yaml", ".yml")) or "/" in name or "\\" in name
    try:
        if Path(name).is_file() and (looks_like_path or Path(name).suffix):
            return Path(name)
        is_folder = Path(name).is_dir() and looks_like_path
    except (OSError, ValueError):
        is_folder = False
    if is_folder:
        raise PersonaError(f"{name}: this is a folder; name the persona file in it")
    if looks_like_path:
        raise PersonaError(f"{name}: there is no such persona file; shipped are: {', '.join(shipped) or 'none'}")
    near = get_close_matches(name.casefold(), by_fold, n=3, cutoff=0.5)
    if near:
        raise PersonaError(f"there is no persona '{name}'; did you mean {' or '.join(near)}?")
    raise PersonaError(f"there is no persona '{name}'; there are: {', '.join(shipped) or 'none'}")


def case_folders(persona: Path) -> tuple[Path, ...]:
    """Return where the case of a persona file is looked for, first place first."""
    beside = persona.parent
    return (beside.parent / "cases", beside / "cases", beside, shipped_folder() / "cases")


def case_path(case: str, language: str, persona: Path) -> Path | None:
    """Return the file of a case in a language, None when there is none where a persona's case is looked for."""
    for folder in case_folders(persona):
        path = folder / f"{case}.{language}.yaml"
        if path.is_file():
            return path
    return None


def cases_near(persona: Path) -> tuple[str, ...]:
    """Return the `case.language` names that a persona file could use, in alphabetical order."""
    found = {p.name.removesuffix(".yaml") for f in case_folders(persona) for p in f.glob("*.*.yaml") if p.is_file()}
    return tuple(sorted(name for name in found if name.rpartition(".")[2] in LANGUAGES))
