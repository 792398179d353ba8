"""How heated a customer is, and the scores from which a reply to them starts.

Source: "Read the customer first" and "The nothing either way point" of the project's rubric.
"""

from collections.abc import Mapping
from enum import IntEnum

from simulator.core.scoring.rubric import Skill


class Temperature(IntEnum):
    """What the customer's feeling asks of a reply.

    COOL: a plain question; silence about feelings is no fault. WARM: annoyed, worried, ashamed, in a
    hurry; one specific acknowledgement is expected. HOT: angry, frightened, grieving, exhausted;
    acknowledgement and action are expected in the same reply.
    """

    COOL = 0
    WARM = 1
    HOT = 2


START: Mapping[Temperature, Mapping[Skill, float]] = {
    Temperature.COOL: {Skill.COURTESY: 50, Skill.PATIENCE: 50, Skill.HELPFULNESS: 30},
    Temperature.WARM: {Skill.COURTESY: 48, Skill.PATIENCE: 48, Skill.HELPFULNESS: 28},
    Temperature.HOT: {Skill.COURTESY: 46, Skill.PATIENCE: 46, Skill.HELPFULNESS: 26},
}
"""The score of a reply with no evidence either way."""
