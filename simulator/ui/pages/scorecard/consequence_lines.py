"""What a contact led to, line by line: word of mouth, a public post, loyalty, a rival."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget

from simulator.core.scenario.pronouns import Pronouns
from simulator.core.scoring.consequences import InternalCard, NextCard, PostCard
from simulator.ui.pages.icon_line import with_icon
from simulator.ui.pages.scorecard.words import tells_words
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.text import Run, label

_LOYALTY = {
    "lost": "Lost: {subject} won’t be back.",
    "at_risk": "At risk: one more contact like this, and {subject} {is_} gone.",
    "neutral": "Neutral: {subject} would leave for a better price.",
    "loyal": "Loyal: {subject} {comes} back, and not for the price.",
    "advocate": "An advocate: {subject} {sends} others.",
}
_EXPECTED = {
    "below": "Below what {subject} expected.",
    "met": "What {subject} expected, no more.",
    "exceeded": "More than {subject} expected.",
}
_VENUES = {
    "social_network": "On a social network",
    "review_forum": "In a review forum",
    "community_group": "In a community group",
}


def told_line(ending: NextCard, pronouns: Pronouns) -> QLayout:
    """Say how many friends and family hear of it, and what they hear."""
    before, people, after = tells_words(ending.tells)
    if ending.tells and ending.tells_kindly:
        after = ", and kindly."
    if ending.recommends:
        people_sent = "one person" if ending.recommends == 1 else f"{ending.recommends} people"
        after += f" Recommends you to {people_sent}."
    told = label("", wrap=True)
    told.set_runs([Run(pronouns.opening + before), Run(people, weight=600), Run(after)])
    return with_icon("people", told)


def further_lines(ending: NextCard, pronouns: Pronouns) -> Iterator[QLayout]:
    """Say what the customer expected, how loyal they are, and what a rival offers."""
    if ending.expectation:
        yield with_icon("target", _sentence(_EXPECTED[ending.expectation], pronouns))
    if ending.loyalty:
        yield with_icon("user", _sentence(_LOYALTY[ending.loyalty], pronouns))
    if ending.rival:
        yield with_icon("leave", label(ending.rival, wrap=True))


def _sentence(words: str, pronouns: Pronouns) -> QWidget:
    said = words.format(
        subject=pronouns.subject,
        is_=pronouns.is_,
        comes=pronouns.verb("comes", "come"),
        sends=pronouns.verb("sends", "send"),
    )
    return label(said, wrap=True)


def colleague_lines(internal: InternalCard, pronouns: Pronouns) -> Iterator[QLayout]:
    """Say what the contact did to a colleague, who buys nothing."""
    trust = label(f"{pronouns.opening_possessive} trust: {internal.trust} of 100.", wrap=True)
    yield with_icon("shield", trust)
    in_ten = round(internal.leave_risk * 10)
    risk = f"Of ten colleagues served like this, about {in_ten} would look for work elsewhere."
    yield with_icon("leave", label(risk, wrap=True))


class PublicPost(Panel):
    """What the customer wrote in public, the trainee's own words in bold, and who read it."""

    def __init__(self, post: PostCard, contacts_lost: int) -> None:
        super().__init__("well", Space.MEDIUM)
        self.body.addWidget(label(place_words(post), "label", "text2", wrap=True))
        text = label("", "body", wrap=True)
        before, own, after = post.text.partition(post.quote) if post.quote else (post.text, "", "")
        text.set_runs([Run(before), Run(own, weight=600), Run(after)])
        self.body.addWidget(text)
        self.body.addWidget(label(reach_sentence(post, contacts_lost), "small", "text2", wrap=True))


def place_words(post: PostCard) -> str:
    """Say where a post was written, and whether it came with a picture."""
    place = _VENUES.get(post.venue, "In public")
    return f"{place}, with a picture" if post.has_picture else place


def reach_sentence(post: PostCard, contacts_lost: int) -> str:
    """Say how many people read a post, for how long, and how many then stayed away."""
    people = "1 person" if post.reach == 1 else f"{post.reach:,} people"
    days = "a day" if post.lifetime_days == 1 else f"{post.lifetime_days} days"
    read = f"Read by about {people} in {days}."
    if not contacts_lost:
        return read
    lost = "one of them" if contacts_lost == 1 else f"{contacts_lost:,} of them"
    return f"{read} About {lost} then do not get in touch."
