"""The words a scenario card and the filters use."""

from simulator.core.progress.library import LibraryEntry
from simulator.core.scenario.words import Channel, Track

TRACK_WORDS = {
    Track.PURCHASE: "Purchase",
    Track.COMPLAINT: "Complaint",
    Track.RETURN: "Return",
    Track.BILLING: "Billing",
    Track.DELIVERY: "Delivery",
    Track.TECHNICAL: "Technical",
    Track.INTERNAL: "Colleagues",
    Track.SAFETY: "Safety",
}

CHANNEL_WORDS = {
    Channel.PHONE: "Phone",
    Channel.CHAT: "Chat",
    Channel.EMAIL: "Email",
    Channel.SOCIAL: "Social media",
    Channel.COUNTER: "In person",
}

CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.CHAT: "chat",
    Channel.EMAIL: "mail",
    Channel.SOCIAL: "globe",
    Channel.COUNTER: "counter",
}

SKILL_WORDS = {"courtesy": "Courtesy", "patience": "Patience", "helpfulness": "Helpfulness"}

SKILL_ICONS = {"courtesy": "courtesy", "patience": "patience", "helpfulness": "helpful"}
"""The icon of each skill, which is also the name of its colour role."""


def likely_turns(entry: LibraryEntry) -> int:
    """Give how many replies a contact takes, judged by the plays its author tried it with."""
    scenario = entry.scenario
    return max((len(play.replies) for play in scenario.plays), default=len(scenario.steps))


def first_words(entry: LibraryEntry) -> str:
    """Give what the customer says first, in quotation marks."""
    scenario = entry.scenario
    return f"“{' '.join(scenario.steps[scenario.start].says[0].split())}”"


def trade_words(trade: str) -> str:
    """Give the trade with a capital first letter."""
    return trade[:1].upper() + trade[1:]


def state_word(entry: LibraryEntry) -> str:
    """Say how the trainee stands with the scenario: what the State filter goes by."""
    if entry.resume_id is not None:
        return "In progress"
    if entry.is_mastered:
        return "Mastered"
    return "New" if entry.best is None else "Practised"


def state_tag(entry: LibraryEntry) -> tuple[str, str, str]:
    """Give words, status and icon of the card's tag; what can be continued comes first."""
    if entry.resume_id is not None:
        turn = entry.resume_turn or 1
        likely = likely_turns(entry)
        words = f"Turn {turn} of about {likely}" if turn <= likely else f"Turn {turn}"
        return words, "info", "play"
    if entry.is_recommended:
        return "Recommended", "info", "target"
    if entry.is_mastered:
        return f"Mastered {entry.best}", "positive", "ok"
    return ("New", "neutral", "") if entry.best is None else (f"Best {entry.best}", "neutral", "")


def spoken_card(entry: LibraryEntry) -> str:
    """Describe a card for screen readers: who, how, how hard, how long, how it stands."""
    scenario = entry.scenario
    return ", ".join(
        (
            scenario.title,
            scenario.customer.name,
            CHANNEL_WORDS[scenario.channel].lower(),
            entry.difficulty[1].lower(),
            f"{scenario.minutes} minutes",
            state_tag(entry)[0].lower(),
        )
    )
