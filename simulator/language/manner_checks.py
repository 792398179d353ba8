"""Checks on the manner of a reply that no list of phrases makes: length, capitals, names."""

import re
from collections.abc import Iterator

from simulator.core.scoring.tally import Finding
from simulator.core.scoring.temperature import Temperature
from simulator.language.reading import Reading
from simulator.language.text import Sentence, Text

_SHOUT = re.compile(r"[A-Z]{2,}(?:[^\w]{1,3}[A-Z]{2,}){1,40}")
_CHEER = re.compile(
    "(?:!\\s?){2,9}|[:;]-?[)D]|[\U0001f600-\U0001f60f\U0001f38a\U0001f389\U0001f642]"
)
_JOY = re.compile(
    r"\b(?:(?:what an?|how|that's|that is|so) (?:\w+ )?"
    r"(?:wonderful|lovely|exciting|fantastic|great|brilliant|nice|fun|awesome|amazing)\b(?! of you)"
    r"|yay|hooray|woo ?hoo|congrat\w+|happy days|that's the spirit"
    r"|awesome|fantastic|enjoy)\b"
)
_DOUBLE_MARKS = re.compile(r"\?[?!]{1,5}")
_NAME_AFTER = re.compile(
    r"(?:\b(?:Hi|Hello|Dear|Thanks|Sorry|Hey|Mr|Mrs|Ms|Miss|Dr|patience|morning|afternoon),? )"
    r"((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'\u2019-]{2,20})"
)
_VOCATIVE_END = re.compile(r", ([A-Z][a-z\u00e0-\u017f]{2,15})(?=[.,!?;]|$)")
_FEW_WORDS = 5
_CLIPPED_WORDS = 13
_CLIPPED_SENTENCE = 6
_APOLOGY_ONLY = 20
_ADDRESS = frozenset(["you", "your", "youre", "youll", "youve", "me", "us"])
_LONG_WORDS = 120
_NAME_OFTEN = 4
_APOLOGIES_MANY = 4
_SHOUTED_SHARE = 0.7
_OFFERING = re.compile(r"for you|(?:would|could) (?:you|i)")
_SORRY = re.compile(r"sorry|apolog|forgive me|regret")


def manner_findings(reading: Reading) -> Iterator[Finding]:
    """Give what the manner of the reply shows."""
    yield from _capitals(reading)
    yield from _marks(reading)
    yield from _names(reading)
    yield from _apologies(reading)
    yield from _length(reading)
    yield from _stuffing(reading)
    yield from _repeats(reading)


def _capitals(reading: Reading) -> Iterator[Finding]:
    written = reading.text.written[: len(reading.text.folded)]
    letters = [letter for letter in written if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters)
    if len(letters) >= 8 and shouted >= _SHOUTED_SHARE * len(letters):
        yield reading.whole("all-capitals")
        return
    for found in _SHOUT.finditer(written):
        if len(re.sub(r"\W", "", found[0])) >= 7:
            yield reading.found("shouted-phrase", *found.span())
            return


def _marks(reading: Reading) -> Iterator[Finding]:
    doubled = _DOUBLE_MARKS.search(reading.text.folded)
    if doubled:
        yield reading.found("double-marks", *doubled.span())
    cheer = _CHEER.search(reading.text.folded)
    joy = _JOY.search(reading.text.folded) or cheer
    if joy and reading.is_in_mourning:
        yield reading.found("cheer-to-grief", *joy.span())
    elif cheer and reading.temperature > Temperature.COOL and not reading.is_happy:
        yield reading.found("cheer-to-upset", *cheer.span())
    elif reading.is_happy and "!" in reading.text.folded:
        place = reading.text.folded.index("!")
        yield reading.at_sentence("matches-mood", reading.text.sentence_at(place))


def _names(reading: Reading) -> Iterator[Finding]:
    known = Text(f"{reading.context.customer_name} {reading.context.address_as}").keys
    if not known:
        return
    titles = {"mr", "mrs", "ms", "miss", "dr"}
    used = [word for word in reading.text.words if word.key in known - titles]
    if len(used) >= _NAME_OFTEN:
        yield reading.found("name-overuse", used[0].start, used[-1].end)
    elif 1 <= len(used) <= 2:
        yield reading.found("name-use", used[0].start, used[0].end)
    elsewhere = reading.facts.keys | reading.message.keys | reading.customer_earlier.keys
    written = reading.text.written[: len(reading.text.folded)]
    for found in [*_NAME_AFTER.finditer(written), *_VOCATIVE_END.finditer(written)]:
        parts = Text(found[1]).keys - titles
        if parts and not parts & (known | elsewhere | reading.lists.words["not_names"]):
            yield reading.found("wrong-name", found.start(1), found.end(1))
            return


def _apologies(reading: Reading) -> Iterator[Finding]:
    places = [found.start() for found in _SORRY.finditer(reading.text.folded)]
    if len(places) >= _APOLOGIES_MANY:
        yield reading.found("over-apology", places[0], places[-1] + len("sorry"))


def _length(reading: Reading) -> Iterator[Finding]:
    count = len(reading.text.words)
    if reading.is_closing:
        return
    if count <= _FEW_WORDS and reading.temperature > Temperature.COOL:
        yield reading.whole("short-to-upset")
    elif count <= _FEW_WORDS:
        yield reading.whole("cold")
    elif _is_plain(reading, count):
        is_addressed = bool(reading.text.keys & _ADDRESS)
        yield reading.whole("plain" if is_addressed else "clipped")
    if count > _LONG_WORDS and len(reading.text.sentences) < count / 24:
        yield reading.whole("buried")


def _is_plain(reading: Reading, count: int) -> bool:
    if any(_asks_in_full(reading.text, sentence) for sentence in reading.text.sentences):
        return False
    is_short = count <= _CLIPPED_WORDS or count / len(reading.text.sentences) <= _CLIPPED_SENTENCE
    return is_short and reading.polite_words == 0 and not _OFFERING.search(reading.text.folded)


def _asks_in_full(text: Text, sentence: Sentence) -> bool:
    return sentence.last - sentence.first > _FEW_WORDS and text.is_question(sentence)


def _stuffing(reading: Reading) -> Iterator[Finding]:
    words = reading.text.words
    if len(words) < 4:
        return
    function = reading.lists.words["function"]
    if not reading.text.keys & (
        function | reading.lists.words["common"] | reading.lists.words["polite"]
    ):
        shared = reading.fact_stems | reading.message_stems
        if not reading.said and not reading.stems_of(reading.text) & shared:
            yield reading.whole("not-an-answer")
    plain = sum(word.text in function and word.key not in ("please", "yes") for word in words)
    distinct = len(reading.text.keys)
    if reading.polite_words >= 3 and reading.polite_words >= 0.3 * len(words):
        if plain < 0.25 * len(words) or reading.polite_words >= 0.5 * len(words):
            yield reading.whole("stuffing")
    elif len(words) >= 8 and distinct < 0.34 * len(words):
        yield reading.whole("not-an-answer")


def _repeats(reading: Reading) -> Iterator[Finding]:
    own = [Text(said.text) for said in reading.context.earlier if said.who == "rep"]
    if not own:
        return
    for sentence in reading.text.sentences:
        now = {word.key for word in reading.text.words[sentence.first : sentence.last]}
        if len(now) >= 4 and any(_same_line(now, earlier) for earlier in own[-6:]):
            yield reading.at_sentence("repeats-own-line", sentence)
            break
    is_sorry_again = _SORRY.search(own[-1].folded) and _SORRY.search(reading.text.folded)
    if is_sorry_again and len(reading.text.words) < _APOLOGY_ONLY:
        yield reading.whole("apology-again")


def _same_line(now: set[str], earlier: Text) -> bool:
    for sentence in earlier.sentences:
        before = {word.key for word in earlier.words[sentence.first : sentence.last]}
        if len(now & before) >= 0.8 * len(now | before):
            return True
    return False
