from datetime import timedelta

from simulator.core.progress.habits import contact_of
from simulator.core.progress.profile import AttemptSummary, StoredAttempt
from tests.core.conversation.small_contact import SMALL, begun, chosen, rated
from tests.core.progress.own_contacts import MONDAY


def stored(session):
    """Keep a session as the store would."""
    summary = AttemptSummary(
        id="a1",
        profile_id="leila",
        profile_name="Leila",
        scenario_id=SMALL.id,
        title=SMALL.title,
        trade=SMALL.trade,
        track=SMALL.track.value,
        customer_name=SMALL.customer.name,
        face={},
        mode="coach",
        turns=len(session.turns),
        began_at=MONDAY,
        finished_at=MONDAY + timedelta(minutes=5),
    )
    times = (MONDAY,) * len(session.events)
    return StoredAttempt(summary=summary, scenario=SMALL, events=session.events, event_times=times)


def test_a_contact_holds_what_was_typed_and_what_it_answered():
    session = begun().after_reply("Your parcel is on its way.", rated())

    contact = contact_of(stored(session))

    assert [reply.text for reply in contact.replies] == ["Your parcel is on its way."]
    assert "week late" in contact.replies[0].customer_said
    assert not contact.replies[0].is_at_ease
    assert contact.at == MONDAY + timedelta(minutes=5)


def test_lines_chosen_from_the_authors_are_nobodys_habit():
    session = chosen(begun(), "wait").after_reply("It is on its way.", rated())

    contact = contact_of(stored(session))

    assert [reply.turn for reply in contact.replies] == [2]


def test_a_reply_taken_back_by_rewinding_is_not_counted():
    session = begun().after_reply("Hold on.", rated()).after_rewind(1)
    session = session.after_reply("That is ours to own.", rated())

    contact = contact_of(stored(session))

    assert [reply.text for reply in contact.replies] == ["That is ours to own."]


def test_the_customer_may_be_called_by_each_part_of_the_name():
    contact = contact_of(stored(begun()))

    assert set(contact.names) == {"Ms Lima", "Ana Lima", "Ana", "Lima"}
    assert not contact.is_complaint
