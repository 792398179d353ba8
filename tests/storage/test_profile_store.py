"""What a store promises; the real one and the stand-in for page tests keep the same promises."""

import shutil
from datetime import timedelta, timezone

import pytest

from simulator.core.conversation.events import AfterNoted, AfterRecord, Finished, Rewound
from simulator.core.errors import ProfileError
from simulator.core.progress.people import ContactCard
from simulator.storage import open_memory_store, open_store
from tests.fakes.profile_store import FakeProfileStore
from tests.storage.contacts import (
    BEGAN,
    NOON,
    person,
    replied,
    review,
    scenario,
    scorecard,
    shift,
    start,
)

HARD_TEXTS = {
    "emoji": "😡🔥👩‍👩‍👧‍👦",
    "right to left": "\u202e\u0645\u0631\u062d\u0628\u0627 שלום",
    "nothing inside": "a\x00b",
    "piled accents": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "quotes": "'; DROP TABLE events; -- \"\\",
    "lines": "one\r\ntwo\u2028three",
    "markup": "<img src=file:///etc/passwd>",
    "longest": "ü" * 10_000,
}


@pytest.fixture(params=["file", "memory", "fake"])
def store(request, new_folder, folder):
    match request.param:
        case "file":
            shutil.copytree(new_folder, folder)
            store = open_store(folder, NOON)
        case "memory":
            store = open_memory_store()
        case "fake":
            store = FakeProfileStore()
    yield store
    store.close()


@pytest.fixture
def begun(store):
    """A store in which Ana has begun the attempt ``first``."""
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)
    return store


@pytest.fixture
def finished(begun):
    """A store in which Ana has finished the attempt ``first``."""
    begun.append_events("first", 1, (replied(), Finished()), NOON)
    begun.finish_attempt("first", scorecard(courtesy=70), NOON)
    return begun


# People


def test_a_new_store_knows_nobody(store):
    assert store.profiles() == ()


def test_a_person_added_comes_back_as_given(store):
    store.add_profile(person("Ana Ferreira", role="trainer"))

    assert store.profiles() == (person("Ana Ferreira", role="trainer"),)


def test_the_last_used_profile_comes_first(store):
    for number, name in enumerate(["Ana", "Ben", "Cem"]):
        store.add_profile(person(name, number))

    store.use_profile("person-0", NOON)
    store.use_profile("person-2", NOON + timedelta(seconds=1))

    assert [profile.name for profile in store.profiles()] == ["Cem", "Ana", "Ben"]


@pytest.mark.parametrize("name", ["Ana", "ANA", " ana "])
def test_a_name_is_taken_only_once(store, name):
    store.add_profile(person("Ana"))

    with pytest.raises(ProfileError, match="already"):
        store.add_profile(person(name, number=2))

    assert len(store.profiles()) == 1


def test_using_an_unknown_profile_is_refused(store):
    with pytest.raises(ProfileError, match="no longer on the list"):
        store.use_profile("nobody", NOON)


# Attempts


def test_an_attempt_begun_can_be_resumed_with_its_scenario(begun):
    kept = begun.attempt("first")

    assert kept.scenario == scenario()
    assert kept.events == (BEGAN,)
    assert kept.event_times == (NOON,)
    assert kept.scorecard is None


def test_an_attempt_needs_a_person(store):
    with pytest.raises(ProfileError, match="no longer on the list"):
        store.begin_attempt(start(), BEGAN)

    assert store.attempts() == ()


def test_an_attempt_begins_only_once(begun):
    with pytest.raises(ProfileError, match="begun already"):
        begun.begin_attempt(start(), BEGAN)


def test_events_come_back_in_order_with_their_times(begun):
    later = NOON + timedelta(seconds=3)
    came = (replied("One."), Rewound(to_turn=1), replied("Two."))

    begun.append_events("first", 1, came, later)

    kept = begun.attempt("first")
    assert kept.events == (BEGAN, *came)
    assert kept.event_times == (NOON, later, later, later)


def test_times_come_back_in_utc(begun):
    zone = timezone(timedelta(hours=5, minutes=30))

    begun.append_events("first", 1, (replied(),), NOON.astimezone(zone))

    assert begun.attempt("first").event_times[1] == NOON
    assert begun.attempts()[0].began_at == NOON


@pytest.mark.parametrize("position", [0, 2])
def test_events_are_refused_when_the_log_has_another_length(begun, position):
    with pytest.raises(ProfileError, match="another window"):
        begun.append_events("first", position, (replied(),), NOON)

    assert begun.attempt("first").events == (BEGAN,)


def test_appending_nothing_changes_nothing(begun):
    begun.append_events("first", 1, (), NOON)

    assert begun.attempt("first").events == (BEGAN,)


def test_the_summary_counts_the_turns_of_the_branch_being_played(begun):
    begun.append_events("first", 1, (replied(), replied(), replied()), NOON)
    begun.append_events("first", 4, (Rewound(to_turn=2), replied()), NOON)

    assert begun.attempts()[0].turns == 2


def test_the_summary_of_an_unfinished_attempt_has_no_scores(begun):
    (summary,) = begun.attempts()

    assert not summary.is_finished
    assert set(summary.scores.values()) == {None}
    assert summary.customer_name == "Amara Okafor"
    assert summary.face["skin"] == 6
    assert summary.mode == "exam"


def test_a_finished_attempt_shows_the_scores_of_its_scorecard(finished):
    (summary,) = finished.attempts()

    assert (summary.courtesy, summary.patience, summary.helpfulness) == (70, None, 20)
    assert (summary.reading, summary.ending_kind) == (50, "good")
    assert summary.finished_at == NOON
    assert finished.attempt("first").scorecard == scorecard(courtesy=70)


def test_a_finished_attempt_stands(finished):
    with pytest.raises(ProfileError, match="record stands"):
        finished.append_events("first", 3, (replied(),), NOON)
    with pytest.raises(ProfileError, match="record stands"):
        finished.finish_attempt("first", scorecard(courtesy=1), NOON)
    with pytest.raises(ProfileError, match="record stands"):
        finished.discard_attempt("first")

    assert finished.attempts()[0].courtesy == 70


def test_attempts_are_listed_the_newest_first(store):
    store.add_profile(person())
    for name, minute in [("middle", 5), ("oldest", 0), ("newest", 9), ("middle too", 5)]:
        store.begin_attempt(start(name, minute), BEGAN)

    assert [attempt.id for attempt in store.attempts()] == [
        "newest",
        "middle too",
        "middle",
        "oldest",
    ]


def test_attempts_of_one_person_are_theirs_only(begun):
    begun.add_profile(person("Ben", number=2))
    begun.begin_attempt(start("his", profile_id="person-2"), BEGAN)

    assert [attempt.id for attempt in begun.attempts("person-2")] == ["his"]
    assert len(begun.attempts()) == 2


def test_a_discarded_attempt_is_gone(begun):
    begun.discard_attempt("first")

    assert begun.attempts() == ()
    with pytest.raises(ProfileError, match="no longer kept"):
        begun.attempt("first")
    with pytest.raises(ProfileError, match="no longer kept"):
        begun.append_events("first", 1, (replied(),), NOON)


# What customers remember


def test_a_finished_contact_is_kept_as_what_its_customer_remembers(finished):
    (contact,) = finished.past_contacts("person-1")

    assert (contact.attempt_id, contact.profile_name) == ("first", "Ana")
    assert contact.finished_at == NOON
    assert contact.card == ContactCard.of(scorecard(courtesy=70))


def test_a_contact_under_way_is_not_remembered(begun):
    assert begun.past_contacts() == ()


def test_past_contacts_come_the_oldest_first_and_of_one_person_or_all(begun):
    begun.add_profile(person("Tom", 2))
    begun.begin_attempt(start("second", profile_id="person-2"), BEGAN)
    begun.finish_attempt("first", scorecard(), NOON + timedelta(hours=2))
    begun.finish_attempt("second", scorecard(), NOON + timedelta(hours=1))

    def ids(person_id=None):
        return [contact.attempt_id for contact in begun.past_contacts(person_id)]

    assert ids() == ["second", "first"]
    assert ids("person-1") == ["first"]
    assert ids("person-3") == []


# Reviews


def test_a_review_without_changes_leaves_the_scores(finished):
    finished.save_review("first", review())

    (summary,) = finished.attempts()
    assert summary.is_reviewed
    assert summary.courtesy == 70
    assert finished.attempt("first").review == review()


def test_a_trainers_score_counts_and_the_machines_stays(finished):
    finished.save_review("first", review(score=90))

    assert finished.attempts()[0].courtesy == 90
    assert finished.attempts()[0].helpfulness == 20
    assert finished.attempt("first").summary.courtesy == 90
    assert finished.attempt("first").scorecard.courtesy == 70


def test_the_newest_review_counts(finished):
    finished.save_review("first", review(score=90))
    finished.save_review("first", review(score=None, hour=2))

    assert finished.attempts()[0].courtesy == 70
    assert finished.attempt("first").review == review(score=None, hour=2)


def test_a_review_answers_the_wish_for_one(finished):
    finished.ask_for_review("first", NOON)
    asked = finished.attempts()[0]

    finished.save_review("first", review())
    answered = finished.attempts()[0]

    assert (asked.review_asked, asked.is_reviewed) == (True, False)
    assert (answered.review_asked, answered.is_reviewed) == (False, True)


def test_an_unfinished_attempt_cannot_be_reviewed(begun):
    with pytest.raises(ProfileError, match="not finished yet"):
        begun.ask_for_review("first", NOON)
    with pytest.raises(ProfileError, match="not finished yet"):
        begun.save_review("first", review())


# Settings


def test_a_setting_never_set_is_none(store):
    assert store.setting("theme") is None


def test_a_setting_can_be_changed(store):
    store.save_setting("theme", "dark")
    store.save_setting("theme", "light")

    assert store.setting("theme") == "light"


# Texts


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_a_text_comes_back_as_it_was(finished, text):
    finished.begin_attempt(start("second"), BEGAN)
    noted = AfterNoted(record=AfterRecord(note=text))
    finished.append_events("second", 1, (replied(text), noted), NOON)
    finished.save_setting("text", text)
    finished.save_review("first", review(comment=text))

    assert finished.attempt("second").events[1:] == (replied(text), noted)
    assert finished.setting("text") == text
    assert finished.attempt("first").review.comment == text


# Shifts


def test_a_shift_comes_back_as_it_began(store):
    store.add_profile(person())

    store.begin_shift(shift())

    assert store.shifts(person().id) == (shift(),)


def test_a_shift_of_nobody_listed_is_refused(store):
    with pytest.raises(ProfileError):
        store.begin_shift(shift())


def test_a_new_shift_ends_the_one_that_was_left(store):
    store.add_profile(person())
    store.begin_shift(shift("s1"))

    store.begin_shift(shift("s2", minutes=5))

    newest, older = store.shifts(person().id)
    assert (newest.plan.id, newest.ended_at) == ("s2", None)
    assert older.ended_at == shift("s2", minutes=5).began_at


def test_a_shift_that_has_ended_keeps_its_time(store):
    store.add_profile(person())
    store.begin_shift(shift())

    store.end_shift("s1", NOON + timedelta(hours=1))
    store.end_shift("s1", NOON + timedelta(hours=2))

    assert store.shifts(person().id)[0].ended_at == NOON + timedelta(hours=1)


def test_a_shift_that_is_not_kept_cannot_end(store):
    with pytest.raises(ProfileError):
        store.end_shift("s1", NOON)


def test_people_have_their_own_shifts(store):
    for number, name in enumerate(("Ana", "Ben"), 1):
        store.add_profile(person(name, number=number))
    store.begin_shift(shift("s1", number=1))
    store.begin_shift(shift("s2", number=2))

    assert [it.plan.id for it in store.shifts(person(number=1).id)] == ["s1"]
    assert store.shifts(person(number=1).id)[0].ended_at is None


def test_an_attempt_carries_its_place_in_the_shift(store):
    store.add_profile(person())
    store.begin_shift(shift())
    place = {"shift_id": "s1", "shift_number": 3}

    store.begin_attempt(start().model_copy(update=place), BEGAN)

    (kept,) = store.attempts()
    assert (kept.shift_id, kept.shift_number) == ("s1", 3)
    assert store.attempt(kept.id).summary.shift_number == 3
