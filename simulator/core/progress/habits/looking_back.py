"""All contacts of a trainee looked back on: which habits there are, and how each stands."""

from collections.abc import Iterable, Sequence

from simulator.core.progress.habits.canned_lines import Nearness
from simulator.core.progress.habits.change import change
from simulator.core.progress.habits.contacts import Contact, looked_back_on
from simulator.core.progress.habits.habit import Habit, HabitKind, HabitQuote
from simulator.core.progress.habits.showing import Showing, showings
from simulator.core.progress.habits.signs import Signs

FEWEST_CONTACTS = 3
"""Contacts below which nothing is said about habits."""

MOST_QUOTES = 3
"""Quotes shown with a habit, at most."""

LONGEST_QUOTE = 140
"""Characters of a quote, at most."""

_FEWEST_WEIGHT = 3
_FEWEST_PLACES = 2
_FORGOTTEN_AFTER = 10
"""Contacts without it after which a habit is not spoken of any more."""


def habits_of(contacts: Iterable[Contact], signs: Signs, nearness: Nearness) -> tuple[Habit, ...]:
    """Find the habits of one trainee, those that weigh most first.

    A habit shows in at least two contacts, at least three times (a canned line in a complaint
    counts twice), and not only long ago.

    Args:
        contacts: finished contacts of all scenarios, in any order.
        signs: finds what a language has for each sign.
        nearness: compares wordings, as ``ReplyModel.nearness`` does.

    Returns:
        Nothing for fewer than ``FEWEST_CONTACTS`` contacts.
    """
    ordered = looked_back_on(contacts)
    if len(ordered) < FEWEST_CONTACTS:
        return ()
    found: dict[HabitKind, list[Showing]] = {kind: [] for kind in HabitKind}
    for showing in showings(ordered, signs, nearness):
        found[showing.kind].append(showing)
    kept = [(kind, seen) for kind, seen in found.items() if _is_habit(seen, len(ordered))]
    kept.sort(key=lambda pair: (-_weight(pair[1]), pair[0].value))
    return tuple(_habit(kind, seen, ordered) for kind, seen in kept)


def _weight(seen: Sequence[Showing]) -> int:
    return sum(showing.weight for showing in seen)


def _is_habit(seen: Sequence[Showing], contacts: int) -> bool:
    places = {showing.contact for showing in seen}
    return (
        _weight(seen) >= _FEWEST_WEIGHT
        and len(places) >= _FEWEST_PLACES
        and max(places) >= contacts - _FORGOTTEN_AFTER
    )


def _habit(kind: HabitKind, seen: Sequence[Showing], contacts: Sequence[Contact]) -> Habit:
    places = sorted({(showing.contact, showing.reply.turn) for showing in seen})
    shown = {contact for contact, _ in places}
    # Nobody else has heard a line of the first contact.
    first = 1 if kind is HabitKind.CANNED_LINES else 0
    return Habit(
        kind=kind,
        times=len(seen),
        places=tuple((contacts[contact].attempt_id, turn) for contact, turn in places),
        of_replies=sum(len(contact.replies) for contact in contacts),
        of_contacts=len(contacts),
        quotes=_quotes(seen, contacts),
        since=contacts[min(shown)].at,
        change=change([contact in shown for contact in range(first, len(contacts))]),
    )


def _quotes(seen: Sequence[Showing], contacts: Sequence[Contact]) -> tuple[HabitQuote, ...]:
    """The weightiest, then the newest; no words twice, and first of all one a contact."""
    ordered = sorted(seen, key=lambda it: (-it.weight, -it.contact, it.reply.turn, it.start))
    distinct: dict[str, Showing] = {}
    for showing in ordered:
        distinct.setdefault(_words(showing).casefold(), showing)
    apart: dict[int, Showing] = {}
    for showing in distinct.values():
        apart.setdefault(showing.contact, showing)
    rest = [showing for showing in distinct.values() if showing not in apart.values()]
    chosen = (*apart.values(), *rest)[:MOST_QUOTES]
    return tuple(_quote(showing, contacts[showing.contact]) for showing in chosen)


def _quote(showing: Showing, contact: Contact) -> HabitQuote:
    return HabitQuote(
        text=_words(showing),
        attempt_id=contact.attempt_id,
        turn=showing.reply.turn,
        title=contact.title,
        customer=contact.customer,
        at=contact.at,
    )


def _words(showing: Showing) -> str:
    text = " ".join(showing.reply.text[showing.start : showing.end].split())
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"
