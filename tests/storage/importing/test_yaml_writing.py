import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.storage.importing.yaml_writing import yaml_text
from simulator.storage.yaml_documents import yaml_document
from simulator.storage.yaml_grammar import FORBIDDEN

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.none(), st.integers(-(10**17), 10**17)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)


def read_back(document, comments=()):
    text = yaml_text(document, comments)
    assert not FORBIDDEN.search(text)
    read = yaml_document(text.encode())
    assert read.faults == ()
    return read.value


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5), st.lists(TEXTS, max_size=3))
def test_whatever_is_written_reads_back_the_same(document, comments):
    assert read_back(document, comments) == document


@pytest.mark.parametrize(
    "text",
    ["no", "12:30", "5", "true", "~", "- a", "# b", "a: b", '"', "\\", "’", "&x", "*x", "!x", "%"],
)
def test_a_text_stays_a_text(text):
    assert read_back({"says": text, text: [text]}) == {"says": text, text: [text]}


def test_a_long_comment_is_broken_into_lines_that_are_all_comments():
    text = yaml_text({"a": 1}, ["word " * 60, "one\ntwo: three"])

    *comments, last = text.splitlines()
    assert last == "a: 1"
    assert all(line.startswith("#") and len(line) <= 100 for line in comments)
