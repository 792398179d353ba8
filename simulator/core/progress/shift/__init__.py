"""A shift: several short contacts in a row, the same rubric, one debrief."""

from simulator.core.progress.shift.debrief import ShiftDebrief, debrief_of
from simulator.core.progress.shift.order import planned
from simulator.core.progress.shift.plan import (
    FEWEST_CONTACTS,
    MOST_CONTACTS,
    MOST_TURNS,
    KeptShift,
    PlannedContact,
    ShiftPlace,
    ShiftPlan,
)
from simulator.core.progress.shift.shift import ContactResult, Shift, result_of, taken_up
from simulator.core.progress.shift.short_contact import is_played_out, one_line, short_record
from simulator.core.progress.shift.steadiness import Change, ScaleLine, Steadiness, scale_line

__all__ = [
    "FEWEST_CONTACTS",
    "MOST_CONTACTS",
    "MOST_TURNS",
    "Change",
    "ContactResult",
    "KeptShift",
    "PlannedContact",
    "ScaleLine",
    "Shift",
    "ShiftDebrief",
    "ShiftPlace",
    "ShiftPlan",
    "Steadiness",
    "debrief_of",
    "is_played_out",
    "one_line",
    "planned",
    "result_of",
    "scale_line",
    "short_record",
    "taken_up",
]
