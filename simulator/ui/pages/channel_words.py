"""What a contact is called on each channel, and how it begins and ends."""

from dataclasses import dataclass

from simulator.core.scenario.words import Channel


@dataclass(frozen=True)
class ChannelWords:
    """The words of one channel.

    Attributes:
        noun: what the contact is, as in "What a good call does".
        kind: the contact in the subtitle, as in "Broadband, phone call".
        start: the label of the button that begins it.
        icon: the icon of that button.
        where: where the customer is during it.
        left: what the customer has done when it is over, after the name.
        is_spoken: whether the customer's lines are heard rather than read.
        waits: what is seen while an answer is awaited; the customer's name goes into it.
        end_icon: the icon of the button that ends it early.
        counts_seconds: whether its seconds mean anything to the customer.
    """

    noun: str
    kind: str
    start: str
    icon: str
    where: str
    left: str
    is_spoken: bool
    waits: str = "{name} is answering"
    end_icon: str = "stop"
    counts_seconds: bool = True


CHANNELS = {
    Channel.PHONE: ChannelWords(
        "call", "phone call", "Pick up the phone", "phone", "On the phone", "has hung up", True,
        end_icon="handset",
    ),
    Channel.CHAT: ChannelWords(
        "chat", "chat", "Open the chat", "chat", "In the chat", "has left the chat", False
    ),
    Channel.EMAIL: ChannelWords(
        "exchange", "email", "Open the email", "mail", "By email", "has sent the last email", False,
        waits="Waiting for {name}’s next email", counts_seconds=False,
    ),
    Channel.SOCIAL: ChannelWords(
        "exchange", "social media", "Open the post", "globe", "Online", "has left the page", False
    ),
    Channel.COUNTER: ChannelWords(
        "visit", "at the counter", "Go to the counter", "counter", "At the counter", "has left",
        True,
    ),
}  # fmt: skip
"""The words of every channel."""
