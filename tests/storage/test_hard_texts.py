"""Half characters, which a clipboard can hold and no encoding can write."""

from simulator.core.conversation.events import AfterNoted, AfterRecord
from tests.storage.contacts import BEGAN, NOON, person, review, scorecard, start

HALF = "\ud83d"


def test_half_a_character_in_a_note_is_replaced_one_for_one(store):
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)

    store.append_events("first", 1, (AfterNoted(record=AfterRecord(note=f"a{HALF}b")),), NOON)

    assert store.attempt("first").events[1].record.note == "a\ufffdb"


def test_half_a_character_in_a_review_is_replaced(store):
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)
    store.finish_attempt("first", scorecard(), NOON)

    store.save_review("first", review(comment=HALF))

    assert store.attempt("first").review.comment == "\ufffd"


def test_half_a_character_in_a_setting_is_replaced(store):
    store.save_setting("last search", HALF)

    assert store.setting("last search") == "\ufffd"
