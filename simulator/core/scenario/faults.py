"""What can be wrong with a scenario: the codes, how bad each is, and one fault with its place.

RS1xx  the file and its YAML       RS4xx  scoring smells
RS2xx  single values               RS5xx  content
RS3xx  structure                   RS6xx  the scenario's own test plays
RS7xx  translations                RS8xx  rules of add-ons

A code keeps its meaning for ever; one no longer used is not given to another fault. Codes of
add-ons begin with their own letters.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

Path = tuple[str | int, ...]
"""The way to a value in a file: keys, and places in lists counted from 0."""


class Severity(StrEnum):
    """How bad a fault is: an error keeps the scenario from being played."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for."""

    severity: Severity
    title: str


def _rules(severity: Severity, titles: dict[str, str]) -> dict[str, Rule]:
    return {code: Rule(severity, title) for code, title in titles.items()}


_ERRORS = {
    "RS101": "the file or folder cannot be read",
    "RS102": "the file is too large",
    "RS103": "the file is not written in UTF-8",
    "RS104": "a character cannot stand in a text file",
    "RS105": "the lines cannot be read as names and values",
    "RS106": "a tab is used",
    "RS107": "values are nested too deeply",
    "RS108": "a value is borrowed from another place",
    "RS109": "a value carries a tag",
    "RS110": "the file holds several documents",
    "RS111": "a name is given twice",
    "RS112": "a list or group is used as a name",
    "RS113": "the file holds no scenario",
    "RS114": "the format is not one this version reads",
    "RS115": "the file has too many values",
    "RS116": "two scenarios have the same id",
    "RS120": "the settings of the check cannot be used",
    "RS201": "an unknown name",
    "RS202": "something is missing",
    "RS203": "the wrong kind of value",
    "RS204": "a value outside its limits",
    "RS205": "a word that is not one of the choices",
    "RS206": "an id or code that is not well formed",
    "RS207": "a condition that cannot be read",
    "RS208": "a value that cannot be used",
    "RS301": "a target that does not exist",
    "RS303": "a step from which no ending can be reached",
    "RS304": "all replies can be hidden at once",
    "RS305": "the last entry of otherwise has a condition",
    "RS306": "a call asks about an id that does not exist",
    "RS307": "an unknown name or a wrong kind of value in a condition",
    "RS308": "a variable that is set does not exist",
    "RS311": "an id used twice",
    "RS312": "an id used for a step and for an ending",
    "RS313": "a test play names something that does not exist",
    "RS315": "a fact told when asked that nobody can hear",
    "RS316": "a variable's name that cannot stand in a condition",
    "RS317": "a need uses a fact that does not exist",
    "RS324": "a topic that does not exist is opened or closed",
    "RS329": "a reason is known from something that does not exist",
    "RS331": "a limit that leads back to its own step",
    "RS601": "a test play goes another way than it says",
    "RS801": "the rules of an add-on fail",
    "RS701": "a translation of a scenario that is not there",
    "RS702": "a translation of a line that does not exist",
    "RS704": "a line that is translated twice",
    "RS705": "a translation into the scenario's own language",
    "RS707": "a second translation into the same language",
}

_WARNINGS = {
    "RS117": "the folder holds no scenarios",
    "RS118": "further faults are not listed",
    "RS121": "one person with two names or pronouns",
    "RS122": "a memory that no scenario leaves",
    "RS302": "a step or ending that is never reached",
    "RS309": "a variable that is never set",
    "RS310": "a variable that is never read",
    "RS314": "an ending without a test play",
    "RS318": "an entry that is never taken",
    "RS321": "a step from which no ending can be reached by choosing",
    "RS322": "a condition that can never hold",
    "RS323": "a test play that checks nothing",
    "RS325": "a topic that is opened and never closed",
    "RS326": "a topic that is never opened",
    "RS327": "ways to use an entry of the card that has no id",
    "RS328": "an entry of the card whose id does nothing",
    "RS330": "a reason that nothing can reveal",
    "RS332": "words for a silence that are never said",
    "RS333": "a condition asks for what no reply can do",
    "RS334": "a test play remembers what no condition asks about",
    "RS335": "a contact ended without a warning, and that ends well",
    "RS336": "a thought that is also said",
    "RS337": "a bad answer and its reason, one without the other",
    "RS338": "a public post without the trainee's own line",
    "RS342": "a need that no reply meets",
    "RS401": "the best reply always stands first",
    "RS402": "the best reply is always the longest",
    "RS403": "two replies with the same effect",
    "RS404": "an ending whose kind contradicts its ratings",
    "RS405": "a state that never changes",
    "RS406": "a skill that is trained and never tested",
    "RS407": "an ending whose kind contradicts the mood it is reached with",
    "RS408": "an ending whose kind contradicts its feeling",
    "RS412": "two replies with the same words",
    "RS413": "two model answers that are nearly the same",
    "RS414": "a hint that gives the answer away",
    "RS415": "a model answer worded like a harmful reply",
    "RS416": "a bad answer worded like the best reply",
    "RS501": "the customer's name is misspelt",
    "RS502": "a canned phrase in a model answer",
    "RS503": "text a voice cannot read",
    "RS504": "a line that is too long to say",
    "RS506": "a date that does not exist",
    "RS511": "an idiom in plain language",
    "RS515": "quotation marks that do not match",
    "RS516": "a word written twice",
    "RS517": "a place left to be filled in",
    "RS703": "a line that is not translated",
    "RS706": "a translation with other marks in braces",
    "RS708": "a translation whose name tells another language",
}

_HINTS = {
    "RS119": "the file lies in another track's folder",
    "RS123": "a memory that may come from another scenario",
    "RS124": "a memory that is left and never asked about",
    "RS320": "fewer than three endings",
    "RS339": "a test play with earlier contacts that nothing asks about",
    "RS340": "a face that contradicts the key to reading it",
    "RS341": "a strength to be read from a face that the mood chooses",
    "RS345": "short messages on a channel that has none",
    "RS410": "the best reply stands first in most steps",
    "RS411": "the best reply is the longest in most steps",
    "RS505": "a line that is hard to follow",
    "RS510": "a customer who is hard to read",
    "RS512": "a trade mark sign",
    "RS513": "a line in capital letters",
    "RS514": "two spaces in a row",
    "RS518": "letters and their accents written apart",
}

RULES: dict[str, Rule] = {
    **_rules(Severity.ERROR, _ERRORS),
    **_rules(Severity.WARNING, _WARNINGS),
    **_rules(Severity.HINT, _HINTS),
}
"""Every code with its severity and meaning."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a scenario, and what to do about it.

    ``line`` and ``column`` count from 1 and are 0 until the reader of the file has filled them in
    from ``path``. ``at_name`` points to the name before the value; ``character`` counts from 1 into
    a text, 0 for its beginning.
    """

    code: str
    path: Path
    message: str
    remedy: str
    at_name: bool = False
    character: int = 0
    line: int = 0
    column: int = 0
    told_as: Severity | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is; a warning where neither the code nor the fault says."""
        if self.told_as is not None:
            return self.told_as
        rule = RULES.get(self.code)
        return rule.severity if rule else Severity.WARNING

    @property
    def is_error(self) -> bool:
        """Whether it keeps the scenario from being played."""
        return self.severity is Severity.ERROR

    def placed(self, line: int, column: int) -> "Fault":
        """Give the same fault with its place in the file."""
        return replace(self, line=line, column=column)


def shown(value: object, longest: int = 40) -> str:
    """Quote something an author wrote: on one line, cut short, without what cannot be printed."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "a group" if isinstance(value, dict) else "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = "".join(sign if sign.isprintable() else " " for sign in text[: longest + 1])
    return f"“{text}”" if len(text) <= longest else f"“{text[:longest].rstrip()}…”"
