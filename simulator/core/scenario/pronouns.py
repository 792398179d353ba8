"""How a customer is spoken of: she, he or they, with the verbs that go with it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pronouns:
    """The forms of one pronoun, for sentences put together by the program."""

    subject: str
    object: str
    possessive: str
    is_plural: bool = False

    @property
    def opening(self) -> str:
        """The subject at the beginning of a sentence."""
        return self.subject.capitalize()

    @property
    def opening_possessive(self) -> str:
        """The possessive at the beginning of a sentence."""
        return self.possessive.capitalize()

    @property
    def has(self) -> str:
        """Has or have."""
        return self.verb("has", "have")

    @property
    def does(self) -> str:
        """Does or do."""
        return self.verb("does", "do")

    @property
    def is_(self) -> str:
        """Is or are."""
        return self.verb("is", "are")

    @property
    def was(self) -> str:
        """Was or were."""
        return self.verb("was", "were")

    def verb(self, of_one: str, of_several: str) -> str:
        """Give the form of a verb that agrees: "waits" after she, "wait" after they."""
        return of_several if self.is_plural else of_one


_KNOWN = {
    "she": Pronouns("she", "her", "her"),
    "he": Pronouns("he", "him", "his"),
    "they": Pronouns("they", "them", "their", is_plural=True),
}


def pronouns_of(pronoun: str) -> Pronouns:
    """Give the forms of a pronoun as a scenario writes it.

    Raises:
        KeyError: it is none of she, he and they.
    """
    return _KNOWN[pronoun]
