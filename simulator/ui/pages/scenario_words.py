"""Sentences about a scenario that stand on several pages."""

from datetime import date

from simulator.core.scenario.model import Scenario
from simulator.ui.pages.channel_words import CHANNELS

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date | str, year: int | None = None) -> str:
    """Give a day such as "3 March"; the year is added where it differs from the one given."""
    if isinstance(day, str):
        return day
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if year in (None, day.year) else f"{words} {day.year}"


def year_of(scenario: Scenario) -> int | None:
    """Give the year in which the scenario plays: the latest one its history names."""
    years = [e.on.year for e in scenario.customer.history if isinstance(e.on, date)]
    return max(years, default=None)


def subtitle(scenario: Scenario) -> str:
    """Say what kind of contact it is, such as "Broadband, phone call"."""
    trade = scenario.trade[:1].upper() + scenario.trade[1:]
    return f"{trade}, {CHANNELS[scenario.channel].kind}"


def turns_expected(scenario: Scenario) -> tuple[int, int] | None:
    """Give the fewest and the most turns of the plays its author tried; None without such plays."""
    counts = [len(play.replies) for play in scenario.plays if play.ends]
    return (min(counts), max(counts)) if counts else None


def minutes_and_turns(scenario: Scenario) -> str:
    """Say how long a contact takes, such as "About 8 minutes, 5 to 7 turns."."""
    minutes = "1 minute" if scenario.minutes == 1 else f"{scenario.minutes} minutes"
    expected = turns_expected(scenario)
    if expected is None:
        return f"About {minutes}."
    fewest, most = expected
    turns = f"{fewest} to {most} turns" if fewest != most else f"{most} turns"
    return f"About {minutes}, {'1 turn' if most == 1 else turns}."


def turn_of_about(number: int, scenario: Scenario) -> str:
    """Say which turn it is, such as "Turn 3 of about 6"."""
    expected = turns_expected(scenario)
    about = round(sum(expected) / 2) if expected else 0
    return f"Turn {number} of about {about}" if number <= about else f"Turn {number}"


def elapsed_words(elapsed_s: int) -> str:
    """Give a time such as "3 min 20 s"."""
    minutes, seconds = divmod(elapsed_s, 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def quoted(text: str) -> str:
    """Put a text into quotation marks unless it has its own."""
    return text if text.startswith("“") else f"“{text}”"
