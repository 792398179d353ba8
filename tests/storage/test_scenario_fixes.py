"""What is safe is mended in the text itself, and nothing else is touched."""

import unicodedata
from pathlib import Path

import pytest

from simulator.storage import scenario_fixes
from simulator.storage.scenario_files import read_scenario
from simulator.storage.scenario_fixes import fix_scenario, fixed_text
from simulator.storage.yaml_documents import yaml_document

SAMPLES = Path(__file__).parents[1] / "samples"
SHORT = (SAMPLES / "short.yaml").read_text("utf-8")

OLDER = SHORT.replace("format: 2", "format: 1  # as it was").replace(
    "firm: 3, rep: 5,", "stays_in_10: 9, tells: 3, firm: 3, rep: 5,"
)


def value(text):
    return yaml_document(text.encode()).value


def whats(changes):
    return [change.what for change in changes]


def test_a_file_without_faults_stays_as_it_is():
    assert fixed_text(SHORT) == (SHORT, ())


@pytest.mark.parametrize("path", sorted((SAMPLES / "faults").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_broken_file_is_mended_or_left_but_never_made_worse(path, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    before = read_scenario(copy)

    changes = fix_scenario(copy)

    after = read_scenario(copy)
    assert len(after.faults) <= len(before.faults)
    if not changes:
        assert copy.read_bytes() == path.read_bytes()
    assert fix_scenario(copy) == ()


def test_an_older_format_is_brought_up_to_date_and_its_comments_stay():
    fixed, changes = fixed_text(OLDER)

    assert fixed == SHORT.replace("format: 2", "format: 2  # as it was")
    assert whats(changes) == [
        "the format is 2 now",
        "“stays_in_10” is gone: it is worked out now",
        "“tells” is gone: it is worked out now",
    ]


def test_entries_on_lines_of_their_own_go_and_a_comment_behind_them_stays():
    older = OLDER.replace("stays_in_10: 9, tells: 3, ", "").replace(
        "  waits: {kind: medium,",
        "  lasts:\n    kind: medium  # nearly\n    stays_in_10: 5  # a guess\n    tells: 4\n"
        "    # what is said\n    headline: It lasts\n  waits: {kind: medium,",
    )

    fixed, _ = fixed_text(older)

    assert "    kind: medium  # nearly\n    # a guess\n    # what is said\n    headline" in fixed


@pytest.mark.parametrize(
    "ending",
    [
        "{tells: 3}",
        "{tells: 3, # a note\n      firm: 3}",
        "{firm: 3,\n      tells: 3}",
        "{firm: 3, stays_in_10:\n      9}",
    ],
)
def test_an_older_format_that_cannot_be_cut_cleanly_is_left(ending):
    older = f"format: 1\nendings:\n  stays: {ending}\n"

    assert fixed_text(older) == (older, ())


def test_the_last_name_in_braces_goes_with_the_comma_before_it():
    fixed, _ = fixed_text("format: 1\nendings:\n  stays: {firm: 3, tells: 3}\n")

    assert fixed == "format: 2\nendings:\n  stays: {firm: 3}\n"


def test_a_misspelt_name_is_corrected_where_it_stands():
    broken = SHORT.replace("  persona: nadia", "  persone: nadia")

    fixed, changes = fixed_text(broken)

    row = broken[: broken.index("persone")].count("\n") + 1
    assert fixed == SHORT
    assert changes == ((row, "“persone” is now “persona”"),)


def test_several_misspelt_names_are_corrected_at_once():
    broken = SHORT.replace("minutes: 5", "minuts: 5").replace("answer:", "anwser:")

    assert fixed_text(broken)[0] == SHORT


@pytest.mark.parametrize(
    "change",
    [
        ("trade: bicycles", "trade: bicycles\ncolour: red"),  # nothing near
        ("trade: bicycles", "trade: bicycles\ntitel: Again"),  # the near one is there
        ("trade: bicycles", "trade: bicycles\nplain_languag: perhaps"),  # would be wrong as well
        ("  persona: nadia", '  "persone": nadia'),  # written in quotation marks
    ],
)
def test_an_unknown_name_is_left_where_the_right_one_is_not_certain(change):
    broken = SHORT.replace(*change)

    assert fixed_text(broken) == (broken, ())


def test_tabs_become_spaces_where_only_one_depth_fits():
    broken = SHORT.replace("customer:\n  name:", "customer:\n\tname:").replace(
        "\n    headline", "\n\t\theadline"
    )

    fixed, changes = fixed_text(broken)

    assert fixed == SHORT
    assert whats(changes) == ["tabs became spaces"]


def test_a_file_indented_by_tabs_throughout_means_the_same_with_any_width():
    fixed, _ = fixed_text("a:\n\tb:\n\t\tc: 1\n")

    assert value(fixed) == {"a": {"b": {"c": 1}}}


@pytest.mark.parametrize(
    "text",
    [
        "a:\n\tb: |\n\t\tone\n\t\t\ttwo\n",  # a text that may hold tabs of its own
        "a:\n \tb: 1\n",  # spaces and tabs together
        "a:\n\tb: 1\n\tc: [\n",  # something else is wrong too
    ],
)
def test_tabs_are_left_where_their_depth_is_not_clear(text):
    assert fixed_text(text) == (text, ())


def test_spaces_at_the_ends_of_lines_go_but_not_inside_texts_of_several_lines():
    text = "format: 2   \ntitle: |\n  one  \n  two\nid: x\t\n# note \n"

    fixed, changes = fixed_text(text)

    assert fixed == "format: 2\ntitle: |\n  one  \n  two\nid: x\n# note\n"
    assert [change.line for change in changes] == [1, 5, 6]


def test_a_missing_format_is_added_before_the_first_name():
    fixed, changes = fixed_text(SHORT.replace("format: 2\n", ""))

    assert fixed == SHORT
    assert whats(changes) == ["“format: 2” is added"]


def test_a_missing_format_of_an_older_file_is_the_older_one_and_then_brought_up_to_date():
    fixed, changes = fixed_text(OLDER.replace("format: 1  # as it was\n", ""))

    assert fixed == SHORT
    assert whats(changes)[:2] == ["“format: 1” is added", "the format is 2 now"]


def test_a_file_that_is_no_scenario_gets_no_format():
    assert fixed_text("title: Notes\n") == ("title: Notes\n", ())


def test_letters_and_accents_apart_are_joined():
    apart = SHORT.replace("trade: bicycles", "trade: ve\u0301lo repair")

    fixed, changes = fixed_text(apart)

    assert fixed == unicodedata.normalize("NFC", apart)
    assert whats(changes) == ["letters and their accents are joined"]


def test_line_ends_of_windows_and_a_byte_order_mark_stay(tmp_path):
    path = tmp_path / "bike.yaml"
    content = (
        b"\xef\xbb\xbf" + OLDER.replace("level: 2", "level: 2  ").replace("\n", "\r\n").encode()
    )
    path.write_bytes(content)

    fix_scenario(path)

    expected = SHORT.replace("format: 2", "format: 2  # as it was").replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_a_text_that_would_read_otherwise_is_left(monkeypatch):
    def spoil(text, document):
        return scenario_fixes._Tried(
            text.replace("level: 2", "level: 3"), ((1, "x"),), document.value
        )

    monkeypatch.setattr(scenario_fixes, "_FIXES", (spoil,))

    assert fixed_text(SHORT) == (SHORT, ())


def test_one_and_true_and_one_point_nought_are_told_apart():
    assert not scenario_fixes._holds("a: 1\n", {"a": True})
    assert not scenario_fixes._holds("a: 1\n", {"a": 1.0})
    assert scenario_fixes._holds("a: 1\n", {"a": 1})


def test_a_file_is_replaced_as_a_whole_with_its_rights_and_no_draft_is_left(tmp_path):
    path = tmp_path / "bike.yaml"
    path.write_text(OLDER, "utf-8")
    path.chmod(0o640)

    fix_scenario(path)

    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_and_its_file_is_mended(tmp_path):
    (tmp_path / "real.yaml").write_text(OLDER, "utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "real.yaml")

    fix_scenario(link)

    assert link.is_symlink()
    assert "format: 2" in (tmp_path / "real.yaml").read_text("utf-8")


def test_a_disk_that_refuses_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "bike.yaml"
    path.write_text(OLDER, "utf-8")

    def refuse(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scenario_fixes.os, "fsync", refuse)

    with pytest.raises(OSError, match="No space left"):
        fix_scenario(path)

    assert path.read_text("utf-8") == OLDER
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"title: \xe4", b"[1]\n", b"- a  \n"])
def test_what_is_no_scenario_is_not_touched(tmp_path, content):
    path = tmp_path / "x.yaml"
    path.write_bytes(content)

    assert fix_scenario(path) == ()
    assert path.read_bytes() == content
    assert fix_scenario(tmp_path / "nowhere.yaml") == ()
