"""How heated a customer is. Source: "Read the customer first" of the project's rubric."""

from enum import IntEnum


class Temperature(IntEnum):
    """What the customer's feeling asks of a reply.

    COOL: a plain question; silence about feelings is no fault.
    WARM: annoyed, worried, ashamed, in a hurry; one specific acknowledgement is expected.
    HOT: angry, frightened, grieving, exhausted; acknowledgement and action are expected in the
    same reply.
    """

    COOL = 0
    WARM = 1
    HOT = 2
