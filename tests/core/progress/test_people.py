from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.core.conversation.memory import Memory
from simulator.core.conversation.session import Session
from simulator.core.errors import ProfileError
from simulator.core.progress.exposure import exposure_of
from simulator.core.progress.people import (
    ContactCard,
    FreshStarts,
    advocates,
    closed_scenarios,
    fresh_starts_of,
    memory_for,
    people_of,
)
from simulator.core.scenario.words import EndingKind
from tests.core.conversation.small_contact import SMALL, chosen, rated
from tests.core.conversation.varied import begin, varied
from tests.core.progress.past import MONDAY, past

STAYS, LEAVES = "stays", "leaves"


def played(kind=STAYS, seed=1, scenario=SMALL, memory=None, score=85) -> Session:
    session = begin(scenario, seed=seed, memory=memory)
    if kind == LEAVES:
        return session.after_reply("Not my problem.", rated(10, 10, 10))
    for reply in ("own", "courier-tomorrow"):
        session = chosen(session, reply, rated(score, score, score))
    return session


def with_left(contact, **changes):
    """Give a contact that left a changed impression."""
    impression = contact.card.left.model_copy(update=changes)
    card = contact.card.model_copy(update={"impression": impression})
    return type(contact)(
        contact.attempt_id, contact.profile_id, contact.profile_name, contact.finished_at, card
    )


def served(*kinds, leaves=False):
    """Give a contact a day, of which nobody leaves by chance; perhaps after the last."""
    contacts = [past(played(kind, seed=day), day) for day, kind in enumerate(kinds)]
    kept = [with_left(contact, leaves=False) for contact in contacts]
    return [*kept[:-1], with_left(kept[-1], leaves=leaves)]


def ana(contacts, fresh=None):
    return people_of(contacts, fresh)["ana-lima"]


def test_a_stranger_remembers_nothing():
    assert memory_for(SMALL, people_of([])) is None


def test_contacts_are_folded_into_what_a_person_remembers_the_oldest_first():
    contacts = served(LEAVES, STAYS)

    memory = ana(reversed(contacts)).memory

    assert memory.contacts == 2
    assert memory.bad_contacts == 1
    assert memory.last_ended is EndingKind.GOOD


def test_row_69_the_opening_of_a_second_visit_depends_on_the_first():
    scenario = varied(
        {
            "steps.opening.says_if": [
                {"when": "last_ended(bad)", "says": "You again."},
                {"when": "contacts >= 1", "says": "Hello again!"},
            ]
        }
    )

    def opening(*kinds):
        memory = memory_for(scenario, people_of(served(*kinds))) if kinds else None
        return begin(scenario, memory=memory).line.text

    assert opening(LEAVES) == "You again."
    assert opening(STAYS) == "Hello again!"
    assert "a week late" in opening().lower()


@pytest.mark.parametrize(
    ("kinds", "streak"),
    [((STAYS,), 1), ((STAYS, STAYS, STAYS), 3), ((STAYS, LEAVES), 0), ((STAYS, LEAVES, STAYS), 1)],
)
def test_row_71_a_streak_of_good_endings_begins_anew_after_any_other(kinds, streak):
    assert ana(served(*kinds)).memory.streak == streak


def test_a_person_is_the_same_in_every_scenario_in_which_they_appear():
    other = varied({"id": "second-parcel", "customer.persona": "ana"})
    first = varied({"customer.persona": "ana"})
    contacts = [past(played(scenario=first), 0), past(played(scenario=other), 1)]

    assert people_of(contacts)["ana"].memory.contacts == 2


def test_the_customer_served_last_comes_first():
    bo = varied({"customer.name": "Bo Berg"})
    contacts = [past(played(), 0), past(played(scenario=bo), 1)]

    assert list(people_of(contacts)) == ["bo-berg", "ana-lima"]


def test_a_contact_stopped_early_leaves_nothing_behind():
    assert people_of([past(begin(SMALL).after_stopping())]) == {}


# A contact taken up again


def test_a_contact_taken_up_again_counts_once_as_it_went_the_last_time():
    first = past(played(LEAVES, seed=3), 0)
    again = past(played(STAYS, seed=3), 1)

    memory = ana([first, again]).memory

    assert (memory.contacts, memory.last_ended) == (1, EndingKind.GOOD)


def test_a_contact_taken_up_again_stands_where_it_stood_the_first_time():
    contacts = [
        past(played(LEAVES, seed=3), 0),
        past(played(STAYS, seed=4), 1),
        past(played(LEAVES, seed=3), 2),
    ]

    assert ana(contacts).memory.last_ended is EndingKind.GOOD


def test_a_retry_has_the_seed_and_the_memory_of_the_contact_it_takes_up():
    memory = Memory(contacts=2, relationship=40)
    session = played(LEAVES, seed=9, memory=memory)

    again = session.retry(1)

    assert (again.began.seed, again.began.memory) == (9, memory)


# Lost, and begun afresh


def test_a_scenario_closes_when_its_customer_is_lost():
    lost = people_of(served(STAYS, LEAVES, leaves=True))

    closed = closed_scenarios([SMALL], lost)

    assert closed[SMALL.id].persona == "ana-lima"
    assert closed[SMALL.id].why.startswith("Ana no longer comes to you.")


def test_a_scenario_whose_customer_stays_is_open():
    assert closed_scenarios([SMALL], people_of(served(STAYS, LEAVES))) == {}


def test_a_fresh_start_opens_it_again_and_forgets_what_was_before():
    contacts = served(STAYS, LEAVES, leaves=True)
    fresh = FreshStarts().with_one("ana-lima", MONDAY + timedelta(days=1, hours=1))

    later = [*contacts, with_left(past(played(seed=8), 5), leaves=False)]

    assert people_of(contacts, fresh) == {}
    assert ana(later, fresh).memory.contacts == 1
    assert closed_scenarios([SMALL], people_of(later, fresh)) == {}


def test_a_fresh_start_with_one_person_leaves_the_others_as_they_were():
    fresh = FreshStarts().with_one("bo-berg", MONDAY + timedelta(days=9))

    assert ana(served(STAYS), fresh).memory.contacts == 1


def test_fresh_starts_are_kept_and_read_back():
    fresh = FreshStarts().with_one("ana-lima", MONDAY)

    assert fresh_starts_of(fresh.model_dump_json()) == fresh
    assert fresh_starts_of(None) == FreshStarts()


def test_a_list_of_fresh_starts_that_cannot_be_read_is_told():
    with pytest.raises(ProfileError, match="cannot be read"):
        fresh_starts_of("[")


# Advocates


def test_row_70_an_advocate_is_named_with_how_many_they_send():
    contact = with_left(past(played()), advocates=True, leaves=False)
    contact = type(contact)(
        *(contact.attempt_id, contact.profile_id, contact.profile_name, contact.finished_at),
        contact.card.model_copy(
            update={"next": contact.card.next.model_copy(update={"recommends": 6})}
        ),
    )
    people = people_of([contact])

    assert [person.first_name for person in advocates(people)] == ["Ana"]
    assert people["ana-lima"].sends_word.startswith("Ana recommends you to 6 people.")


def test_row_34_two_very_good_contacts_make_an_advocate_and_two_fair_ones_do_not():
    def after_two(score):
        memory, contacts = None, []
        for day in range(2):
            contact = past(played(seed=day, memory=memory, score=score), day)
            contacts.append(contact)
            memory = ana(contacts).memory
        return memory

    assert after_two(90).is_advocate
    assert not after_two(70).is_advocate


def test_who_is_no_advocate_sends_nobody():
    person = ana(served(LEAVES))

    assert person.sends_word == ""
    assert advocates({"ana-lima": person}) == ()


# Scorecards of earlier versions


def earlier(kind=STAYS) -> ContactCard:
    """Give the card of a contact finished before impressions were kept."""
    card = past(played(kind)).card.model_dump(mode="json")
    for name in ("persona", "seed", "impression"):
        del card[name]
    card["next"] = {"stays_in_10": 9, "tells": 3, "firm": 3, "rep": 5, "rival": None}
    return ContactCard.model_validate(card)


@pytest.mark.parametrize(("kind", "moved"), [(STAYS, 1), (LEAVES, -1)])
def test_a_contact_of_an_earlier_version_is_remembered_by_its_ending_and_scores(kind, moved):
    old = earlier(kind)

    assert old.person == "ana-lima"
    assert old.left.shift * moved > 0
    assert not old.left.leaves


def test_contacts_of_an_earlier_version_are_never_taken_for_one_another():
    new = past(played())
    contacts = [
        type(new)(f"a{day}", "ana", "Ana", MONDAY + timedelta(days=day), earlier())
        for day in range(3)
    ]

    assert ana(contacts).memory.contacts == 3


# Public exposure


def test_exposure_lists_what_costs_most_first_with_the_reasons():
    seeds = range(30)
    celebrity = varied({"customer.audience": 300_000})
    contacts = [past(played(LEAVES, seed=seed, scenario=celebrity), seed) for seed in seeds]

    rows = exposure_of(contacts)

    lost = [row.contacts_lost for row in rows]
    assert lost == sorted(lost, reverse=True)
    assert rows[0].why[0] in {
        "the customer did not feel respected",
        "the customer was not given time",
        "the customer was not helped",
    }
    assert len(rows[0].why) == 3
    assert rows[0].trainee == "Ana"
    assert rows[0].venue in {"Social network", "Review forum", "Community group"}
    assert "not a forecast" in rows[0].label


def test_a_contact_that_ended_badly_in_spite_of_fair_scores_says_so():
    def cold(seed):
        session = begin(SMALL, seed=seed)
        while not session.is_over:
            session = (
                chosen(session, "wait", rated(60, 60, 60))
                if "wait" in {reply.id for reply in session.on_offer}
                else session.after_reply("No.", rated(20, 70, 70))
            )
        return session

    rows = exposure_of(past(cold(seed), seed) for seed in range(20))

    assert {row.why for row in rows} <= {
        ("the contact ended badly",),
        ("the customer did not feel respected",),
    }


def test_without_contacts_nothing_is_exposed():
    assert exposure_of([]) == ()


def test_a_drill_leaves_nobody_who_remembers():
    (contact,) = served(STAYS)
    drill = replace(contact, card=contact.card.model_copy(update={"is_drill": True}))

    assert people_of([contact]) != {}
    assert people_of([drill]) == {}
