"""Where each habit shows in the replies of a contact, and across contacts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.core.progress.habits.canned_lines import Line, Nearness, copies
from simulator.core.progress.habits.contacts import Contact, OwnReply
from simulator.core.progress.habits.habit import HabitKind
from simulator.core.progress.habits.signs import Sign, SignFound, Signs

FEELING_CUES = frozenset({"names-feeling", "owns-fault", "face-saving"})
"""Cues of evidence that the customer's feeling was met."""

FIX_CUES = frozenset({"concrete-step", "own-action", "alternative", "safety-first", "owned-step"})
"""Cues of evidence that the problem was taken in hand."""

MANY_NAMES = 3
"""The name in a reply from which it sounds like a script."""

MANY_APOLOGIES = 3
"""Apologies in a contact from which one more takes the customer's time."""

_NAME_SHARE = 0.8
_IN_COMPLAINTS = 2
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+(?=\s|$)|\n|$)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PLAIN = {
    Sign.UNDERSTAND_BUT: HabitKind.UNDERSTAND_BUT,
    Sign.AS_I_SAID: HabitKind.AS_I_SAID,
}


@dataclass(frozen=True)
class Showing:
    """A habit shows: in which contact (its place in order), in which reply, which stretch."""

    kind: HabitKind
    contact: int
    reply: OwnReply
    start: int
    end: int
    weight: int = 1


@dataclass(frozen=True)
class _Read:
    """A reply with its signs."""

    reply: OwnReply
    signs: tuple[SignFound, ...]

    def of(self, sign: Sign) -> list[SignFound]:
        return [found for found in self.signs if found.sign is sign]

    def showing(self, kind: HabitKind, place: int, start: int, end: int) -> Showing:
        """A habit that shows here, quoted with the whole sentences that hold it."""
        return Showing(kind, place, self.reply, *_sentences_around(self.reply.text, start, end))


def showings(contacts: Sequence[Contact], signs: Signs, nearness: Nearness) -> Iterator[Showing]:
    """Give every place where a habit shows, contact by contact, then the lines said to others."""
    read = [[_Read(reply, signs(reply.text)) for reply in it.replies] for it in contacts]
    for place, replies in enumerate(read):
        yield from _plain(place, replies)
        yield from _vouchers(place, replies, signs)
        yield from _apologies(place, replies)
        yield from _names(place, contacts[place], replies)
    yield from _canned(contacts, read, nearness)


def _plain(place: int, replies: Sequence[_Read]) -> Iterator[Showing]:
    for each in replies:
        for found in each.signs:
            if found.sign in _PLAIN:
                yield each.showing(_PLAIN[found.sign], place, found.start, found.end)


def _vouchers(place: int, replies: Sequence[_Read], signs: Signs) -> Iterator[Showing]:
    """The first offer of goodwill in a contact, if it came before the feeling or before the fix.

    A customer who spoke of a voucher first gets an answer, not a reflex.
    """
    is_felt = is_fixed = False
    for each in replies:
        offers = each.of(Sign.GOODWILL)
        limit = offers[0].start if offers else len(each.reply.text)
        is_felt = is_felt or _is_met(each.reply, FEELING_CUES, limit)
        is_fixed = is_fixed or _is_met(each.reply, FIX_CUES, limit)
        if not offers:
            continue
        is_asked_for = any(found.sign is Sign.GOODWILL for found in signs(each.reply.customer_said))
        is_timely = is_fixed and (is_felt or each.reply.is_at_ease)
        if not is_asked_for and not is_timely:
            yield each.showing(HabitKind.VOUCHER_REFLEX, place, offers[0].start, offers[0].end)
        return


def _is_met(reply: OwnReply, cues: frozenset[str], limit: int) -> bool:
    """Whether evidence of these cues stands in the reply, at its end before a limit."""
    return any(
        evidence.effect == "+"
        and evidence.cue in cues
        and evidence.end is not None
        and evidence.end <= limit
        for evidence in reply.evidence
    )


def _apologies(place: int, replies: Sequence[_Read]) -> Iterator[Showing]:
    """Each reply that apologises for at least the third time in the contact."""
    so_far = 0
    for each in replies:
        said = each.of(Sign.APOLOGY)
        so_far += len(said)
        if said and so_far >= MANY_APOLOGIES:
            yield each.showing(HabitKind.OVER_APOLOGY, place, said[0].start, said[-1].end)


def _names(place: int, contact: Contact, replies: Sequence[_Read]) -> Iterator[Showing]:
    """Replies with the name three times; the later ones of a contact with it almost everywhere."""
    name = _name_pattern(contact.names)
    used = [(each, [found.span() for found in name.finditer(each.reply.text)]) for each in replies]
    named = [each.reply.turn for each, places in used if places]
    is_everywhere = len(named) > MANY_NAMES and len(named) >= _NAME_SHARE * len(used)
    for each, places in used:
        is_late = is_everywhere and each.reply.turn in named[MANY_NAMES - 1 :]
        if len(places) >= MANY_NAMES or (places and is_late):
            yield each.showing(HabitKind.NAME_OVERUSE, place, places[0][0], places[-1][1])


def _canned(
    contacts: Sequence[Contact], read: Sequence[Sequence[_Read]], nearness: Nearness
) -> Iterator[Showing]:
    """Sentences that another customer had heard before; in a complaint each weighs more."""
    lines: list[Line] = []
    said: list[Showing] = []
    for place, contact in enumerate(contacts):
        name = _name_pattern(contact.names)
        weight = _IN_COMPLAINTS if contact.is_complaint else 1
        for each in read[place]:
            for start, end in _own_sentences(each):
                sentence = name.sub(" ", each.reply.text[start:end])
                words = _WORD.findall(sentence.casefold())
                lines.append(Line(contact.customer, " ".join(words), frozenset(words)))
                said.append(Showing(HabitKind.CANNED_LINES, place, each.reply, start, end, weight))
    return (said[found] for found in copies(lines, nearness))


def _own_sentences(each: _Read) -> Iterator[tuple[int, int]]:
    """The sentences of a reply but for small talk."""
    small = each.of(Sign.SMALL_TALK)
    for start, end in _sentences(each.reply.text):
        if not any(start <= found.start < end for found in small):
            yield start, end


def _name_pattern(names: Sequence[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)" if forms else r"(?!)")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        yield found.start(), found.start() + len(found[0].rstrip())


def _sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    held = [(first, last) for first, last in _sentences(text) if first < end and last > start]
    return (held[0][0], held[-1][1]) if held else (start, end)
