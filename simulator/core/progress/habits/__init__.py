"""Habits across a trainee's own replies: turns of phrase that come by themselves.

They inform coaching. They never touch a score: the same reply is worth the same, whoever wrote it.
"""

from simulator.core.progress.habits.contacts import Contact, OwnReply, contact_of
from simulator.core.progress.habits.habit import Change, Habit, HabitKind, HabitQuote
from simulator.core.progress.habits.looking_back import FEWEST_CONTACTS, habits_of
from simulator.core.progress.habits.signs import Sign, SignFound, Signs

__all__ = [
    "FEWEST_CONTACTS",
    "Change",
    "Contact",
    "Habit",
    "HabitKind",
    "HabitQuote",
    "OwnReply",
    "Sign",
    "SignFound",
    "Signs",
    "contact_of",
    "habits_of",
]
