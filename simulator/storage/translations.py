"""Reads scenarios in further languages: files named NAME.LANGUAGE.yaml beside their scenario."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.core.scenario.checks.translations import translation_faults
from simulator.core.scenario.faults import Fault, shown
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.translation import Translation, translated
from simulator.core.scenario.validation import translation_from
from simulator.storage.scenario_files import (
    ENDINGS,
    TRANSLATION_NAME,
    Library,
    ScenarioFile,
    always,
    read_document,
    read_scenario,
    translation_paths,
)
from simulator.storage.yaml_documents import YamlDocument


@dataclass(frozen=True)
class TranslationFile(ScenarioFile):
    """A translation as it was read; ``scenario`` is the whole scenario in its language.

    It is None if the file, or the scenario it translates, cannot be understood.
    """

    translation: Translation | None = None


def is_translation(path: Path) -> bool:
    """Tell whether a file is named like a translation."""
    return TRANSLATION_NAME.fullmatch(path.name) is not None


def translation_path(scenario_path: Path, language: str) -> Path:
    """Give the place of a scenario's translation: beside it, with the language in its name."""
    return scenario_path.with_name(f"{scenario_path.stem}.{language}.yaml")


def read_translation(path: Path, scenarios: Iterable[Scenario] = ()) -> TranslationFile:
    """Read a translation and check it; whatever is wrong becomes a fault with its place.

    Args:
        path: the file.
        scenarios: those it may translate; the one whose file lies beside it is read anyway.
    """
    sha256, document, unreadable = read_document(path)
    if document is None:
        return TranslationFile(path, sha256, None, unreadable)
    translation, faults = _understood(document)
    if translation is None:
        file = TranslationFile(path, sha256, None, (), document)
        return file.with_faults((*document.faults, *faults))
    source = _source(path, translation, scenarios)
    result = translated(source, translation)[0] if source else None
    file = TranslationFile(path, sha256, result, (), document, translation)
    found = translation_faults(source, translation) if source else _unknown(translation)
    return file.with_faults((*document.faults, *_misnamed(path, translation), *found))


def _understood(document: YamlDocument) -> tuple[Translation | None, tuple[Fault, ...]]:
    if not document.is_whole:
        return None, ()
    if not isinstance(document.value, dict):
        remedy = "Begin with “translates:” and the id of the scenario."
        return None, (Fault("RS113", (), "the file holds no translation", remedy),)
    return translation_from(document.value)


def _source(path: Path, translation: Translation, scenarios: Iterable[Scenario]) -> Scenario | None:
    known = next((it for it in scenarios if it.id == translation.translates), None)
    return known or next(
        (it for it in _beside(path) if it.id == translation.translates),
        None,
    )


def _beside(path: Path) -> Iterator[Scenario]:
    """Yield the scenario after which a translation is named."""
    named = TRANSLATION_NAME.fullmatch(path.name)
    name = named["scenario"] if named else ""
    for ending in ENDINGS if name else ():
        beside = path.with_name(f"{name}{ending}")
        if beside.is_file() and (scenario := read_scenario(beside).scenario):
            yield scenario


def _unknown(translation: Translation) -> Iterator[Fault]:
    message = f"there is no playable scenario {shown(translation.translates)} for this translation"
    remedy = "Write the id of the scenario beside which this file lies, and put that one right."
    yield Fault("RS701", ("translates",), message, remedy)


def _misnamed(path: Path, translation: Translation) -> Iterator[Fault]:
    named = TRANSLATION_NAME.fullmatch(path.name)
    if named and named["language"] != translation.language:
        message = f"the file is named for “{named['language']}”, the lines are in another language"
        yield Fault("RS708", ("language",), message, "Give both the same code.")


def read_translations(
    library: Library, is_wanted: Callable[[], bool] = always
) -> tuple[TranslationFile, ...]:
    """Read every translation below the folder of a library, broken ones with their faults.

    Ends before the next file once they are no longer wanted.
    """
    scenarios = [file.scenario for file in library.files if file.scenario]
    paths = translation_paths(library.folder)
    files = (read_translation(path, scenarios) for path in paths if is_wanted())
    return tuple(_compared(files))


def _compared(files: Iterable[TranslationFile]) -> Iterator[TranslationFile]:
    first: dict[tuple[str, str], Path] = {}
    for file in files:
        if file.translation is None:
            yield file
            continue
        key = (file.translation.translates, file.translation.language)
        earlier = first.setdefault(key, file.path)
        yield file if earlier == file.path else file.with_faults([_second(earlier)])


def _second(earlier: Path) -> Fault:
    message = f"this scenario is translated into this language already by {earlier}"
    return Fault("RS707", ("language",), message, "Keep one of the two files.")
