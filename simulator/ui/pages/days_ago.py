"""Dates in the words people use for them."""

from datetime import date, datetime

_WEEK = 7

# Not strftime: Qt hands the system's language to it, and these words are English.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_name(day: date) -> str:
    """Give the month of a day in English."""
    return _MONTHS[day.month - 1]


def when_used(used: datetime | None, now: datetime) -> str:
    """Say when a profile was last used, such as "Yesterday" or "Last week"."""
    if used is None:
        return "New"
    days = (now.date() - used.astimezone(now.tzinfo).date()).days
    if days < 2 * _WEEK:
        return _recent_day(days)
    return f"{days // _WEEK} weeks ago" if days < 9 * _WEEK else f"{month_name(used)} {used.year}"


def _recent_day(days: int) -> str:
    words = {0: "Today", 1: "Yesterday"}
    if days >= _WEEK:
        return "Last week"
    return words.get(max(days, 0), f"{days} days ago")


def day_words(day: date, today: date) -> str:
    """Give a day as "Today", "Yesterday", "18 March" or, in another year, "18 March 2025"."""
    words = {0: "Today", 1: "Yesterday"}
    days = (today - day).days
    if days in words:
        return words[days]
    words_of_day = f"{day.day} {month_name(day)}"
    return words_of_day if day.year == today.year else f"{words_of_day} {day.year}"
