"""Each code has a page; its example gives the code, and its remedied example does not."""

import io
import json
import re
import unicodedata
from copy import deepcopy
from pathlib import Path

import pytest

from simulator.command_line.add_ons import AddOn, AddOns
from simulator.command_line.check import CheckOptions, run_check
from simulator.command_line.check_pages import PAGES, page_of, sections
from simulator.command_line.play import play_faults
from simulator.core.scenario.faults import RULES
from simulator.storage.yaml_documents import yaml_document

SHORT = Path(__file__).parents[1] / "samples" / "short.yaml"
HEADINGS = ["What", "Why", "Example", "Remedy"]
CODES = [code for code in RULES if code[2] != "7"]
"""The codes of scenarios; what is said of translations is tried with the translations."""

FENCE = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHOLE_FOLDER = {"RS116", "RS117", "RS119", "RS121", "RS122"}


def laid_over(base, above):
    """Lay the values of an example over those of the short scenario."""
    if isinstance(base, dict) and isinstance(above, dict):
        merged = {name: laid_over(base.get(name), value) for name, value in above.items()}
        return base | merged
    if isinstance(base, list) and isinstance(above, list):
        for key in ("id", "name"):
            if above and all(isinstance(entry, dict) and key in entry for entry in above):
                return laid_over_entries(base, above, key)
    return above


def laid_over_entries(base, above, key):
    wanted = {entry[key]: entry for entry in above}
    laid = [laid_over(entry, wanted.pop(entry.get(key), {})) for entry in base]
    return [*laid, *wanted.values()]


@pytest.fixture(scope="session")
def short():
    return yaml_document(SHORT.read_bytes()).value


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "return"
    made.mkdir()
    return made


def written(folder, short, part):
    """Write the files that a part of a page shows."""
    for language, kind, text in FENCE.findall(part):
        if language != "yaml":
            continue
        if kind == "whole":
            content = re.sub(r"<U\+(\w+)>", lambda found: chr(int(found[1], 16)), text)
        elif kind == "settings":
            (folder / "rapport-checks.yaml").write_text(text, "utf-8")
            content = json.dumps(short)
        else:
            document = yaml_document(text.encode())
            assert document.faults == (), text
            base = deepcopy(short)
            kept = {} if kind == "instead" else document.value
            merged = laid_over(base, kept) if kept else base | document.value
            content = json.dumps(merged, ensure_ascii=False)
        (folder / ("other.yaml" if kind == "other" else "bike.yaml")).write_text(content, "utf-8")


def codes_of(path, add_ons, play_checker=None):
    out = io.StringIO()
    run_check([path], "json", out, play_checker, CheckOptions(add_ons=add_ons))
    return {fault["code"] for fault in json.loads(out.getvalue())["faults"]}


def latin(text):
    return text.replace("Nadia Brandt", "Nadia Brändt")


def with_values(number):
    return json.dumps({"skills": ["owns-fault"] * number})


MADE = {
    "RS102": lambda short: (SHORT.read_bytes() + b"#" * 100_000_000,
                            SHORT.read_text("utf-8")),
    "RS103": lambda short: (latin(SHORT.read_text("utf-8")).encode("latin-1"),
                            latin(SHORT.read_text("utf-8"))),
    "RS115": lambda short: (with_values(50_001), with_values(500)),
    "RS118": lambda short: (json.dumps({f"name {at}": at for at in range(2_100)}),
                            json.dumps({f"name {at}": at for at in range(20)})),
}  # fmt: skip
"""Examples that no page can show in full: what is wrong, and what is not."""


def failing(scenario):
    return scenario.no_such_name


def found_for(code, part, folder, short):
    is_mended = part == "Remedy"
    path = folder if code in WHOLE_FOLDER else folder / "bike.yaml"
    if code in MADE:
        content = MADE[code](short)[is_mended]
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    elif code == "RS101" and not is_mended:
        path = folder / "bike-for-satruday.yaml"
    elif code in {"RS101", "RS801"} or (code == "RS117" and is_mended):
        (folder / "bike.yaml").write_text(json.dumps(short), "utf-8")
    else:
        written(folder, short, sections(page_of(code).text)[part])
    rules = failing if code == "RS801" and not is_mended else lambda scenario: []
    add_ons = AddOns((AddOn("ACME", rules),)) if code == "RS801" else AddOns()
    return codes_of(path, add_ons, play_faults if code == "RS601" else None)


def test_each_code_has_a_page_and_each_page_a_code():
    pages = {path.stem for path in PAGES.glob("RS*.md")}

    assert pages == RULES.keys()


@pytest.mark.parametrize("code", RULES)
def test_a_page_has_its_title_and_its_headings(code):
    text = page_of(code).text

    assert text.startswith(f"# {code}: {RULES[code].title}\n")
    assert list(sections(text)) == HEADINGS
    assert all(len(part.strip()) > 20 for part in sections(text).values())


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_how_bad_it_is(code):
    article = "an" if RULES[code].severity == "error" else "a"

    assert f"\n\nTold as {article} {RULES[code].severity}.\n" in page_of(code).text


@pytest.mark.parametrize("code", CODES)
def test_the_example_of_a_page_gives_its_code(code, folder, short):
    assert code in found_for(code, "Example", folder, short)


@pytest.mark.parametrize("code", CODES)
def test_the_remedied_example_of_a_page_does_not(code, folder, short):
    assert code not in found_for(code, "Remedy", folder, short)


def test_the_index_names_every_code_with_its_meaning_and_severity():
    index = (PAGES / "README.md").read_text("utf-8")

    for code, rule in RULES.items():
        assert f"| [{code}]({code}.md) | {rule.title} | {rule.severity} |" in index


def test_the_example_of_an_accent_apart_really_is_apart():
    part = sections(page_of("RS518").text)

    assert not unicodedata.is_normalized("NFC", part["Example"])
    assert unicodedata.is_normalized("NFC", part["Remedy"])


def test_there_is_no_page_for_a_name_that_is_no_code():
    assert page_of("../README") is None
