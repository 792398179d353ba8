"""The thirty hard cases of the rubric: situation, reply, and the trainer's three scores."""

from dataclasses import dataclass
from typing import Any

from simulator.core.scoring.context import ReplyContext, Said


@dataclass(frozen=True)
class HardCase:
    """One case; ``scores`` are courtesy, patience and helpfulness."""

    number: int
    context: ReplyContext
    reply: str
    scores: tuple[int, int, int]


def _context(message: str, feeling: str, *facts: str, **more: Any) -> ReplyContext:
    return ReplyContext(
        customer_message=message, customer_emotion=feeling, facts=tuple(facts), **more
    )


_HOTEL = _context(
    "This is the third night I cannot sleep for the noise. The third! I have had enough of this hotel.",
    "angry",
    "Room 512 is quiet and free.",
    "A porter can move the bags at once.",
    "The rep may take tonight off the bill.",
)
_FEE = _context(
    "Sorry, I still don't follow. How is that fee worked out again?",
    "confused",
    "The fee is 2 percent of the amount moved abroad: 2p for each pound.",
    "On 300 pounds the fee is 6 pounds.",
    earlier=(
        Said(who="customer", text="How is the fee calculated?"),
        Said(who="rep", text="It's 2% of the amount."),
    ),
)
_REFUND_FEE = _context(
    "I want that paper bill fee refunded, please.",
    "annoyed",
    "The fee cannot be refunded.",
    "Customers who switch to paper-free pay no fee from the same day; the rep can switch it.",
)
_LITRES = _context(
    "The tank says 2 but the pump I bought says 10 litres, so it's five times too big?",
    "cool: mistaken",
    "The label gives 2 US gallons, which is 7.6 litres.",
    "The 10-litre pump is enough.",
)
_HOURS = _context("Opening hours?", "cool", "Open 9 to 5, Monday to Saturday.")
_LAPTOP = _context(
    "My laptop is dead and I pitch to the client in an hour.",
    "stressed",
    "There is a loaner laptop, imaged and ready, at desk 3.",
    "The rep can move the slides in ten minutes.",
)
_CREAM = _context(
    "I'm five months pregnant. Is this cream safe for me?",
    "worried",
    "The leaflet says nothing about pregnancy; a pharmacist must be asked.",
    "The pharmacist answers today by 3.",
)
_SENT_REFUND = _context(
    "WHERE IS MY REFUND. YOU SAID IT WAS SENT. IT IS NOT HERE.",
    "angry",
    "The refund was sent on Monday, reference 8841.",
    "Banks can take until Thursday.",
)
_ELDERLY = _context(
    "And then my sister said we should take the coach to Wells, and the weather was dreadful, and the "
    "driver got lost twice, and that is how my card came to be in her handbag and now it is lost.",
    "friendly",
    "The card can be replaced today if it is reported before the shop shuts.",
    customer_name="Mrs Kaye",
)
_RUDE_STAFF = _context(
    "Your staff were so rude to me in the store, in front of my son. I was humiliated.",
    "humiliated, angry",
    "The store manager is Ines; she can ring the customer before six today.",
)
_BEREAVED = _context(
    "My brother died last week. I need to cancel his trip, and you want 20 for that?",
    "grieving",
    "The cancellation charge is 20; the rep may not waive it, the supervisor may.",
    "The charge can be frozen while the supervisor decides.",
    must_not=("waive the charge",),
)
_PHONE_PART = _context(
    "When will my part be fitted?",
    "annoyed",
    "The part has arrived. It can be fitted on Tuesday between 8 and 10 at no charge.",
    customer_name="Lynne",
)

HARD_CASES = (
    HardCase(1, _HOTEL, "I'm sorry. I'm moving you to room 512 now, a porter is on his way up, and tonight isn't on your bill.", (78, 72, 95)),
    HardCase(2, _HOTEL, "I do apologise most sincerely for any inconvenience caused, your comfort is our highest priority and your feedback is invaluable.", (52, 46, 5)),
    HardCase(3, _FEE, "Of course. Let me put it another way: you pay 2p for each pound you move abroad. So 300 costs you 6.", (72, 88, 90)),
    HardCase(4, _FEE, "As I said, it's 2%.", (34, 22, 48)),
    HardCase(5, _FEE, "Sure - like I was saying, it's 2%, so 6 pounds on 300. Does that help?", (58, 52, 82)),
    HardCase(6, _REFUND_FEE, "I can't refund it, and I won't pretend otherwise. I can stop the next one: switch to paper-free and it's gone from today.", (66, 66, 80)),
    HardCase(7, _REFUND_FEE, "I'd love to help but unfortunately my hands are tied.", (56, 48, 8)),
    HardCase(8, _context("This bloody parcel is lost again, what the hell is going on?", "angry", "The parcel is at the depot and can be delivered tomorrow."), "Please don't use that language or I will terminate this call.", (34, 24, 6)),
    HardCase(9, _context("You stupid cow, where is my refund?", "abusive", "The refund is ready; the rep only has to confirm it."), "I'm going to stop you there. I want to fix this, and I'll end the call if that word is used again. Your refund - shall we finish it?", (82, 80, 74)),
    HardCase(10, _context("I am deaf and cannot phone. My parcel did not come. What now?", "annoyed", "The rep can start a search by chat."), "No problem, please call us on 0800 and they'll sort it.", (48, 38, 4)),
    HardCase(11, _LITRES, "Easy one to mix up - the label gives US gallons. In litres it's 7.6, so the 10-litre pump is plenty.", (86, 84, 94)),
    HardCase(12, _LITRES, "Clearly you've read it as litres.", (28, 34, 30)),
    HardCase(13, _context("You took 400 twice and now the rent has bounced, with the baby here, I can't stop crying", "in tears", "The second 400 can be returned today."), "Hey, it's only money, don't cry!", (24, 24, 4)),
    HardCase(14, _HOURS, "9-5, Mon-Sat.", (52, 54, 92)),
    HardCase(15, _HOURS, "Hi! What a great question. Thank you so much for asking about our opening hours, we really value it. You can find them online!", (56, 42, 22)),
    HardCase(16, _LAPTOP, "Bring it to desk 3, I've a loaner imaged and I'll move your slides while you get a coffee.", (80, 82, 97)),
    HardCase(17, _LAPTOP, "Per the IT charter hardware incidents are P3, 3 days.", (36, 26, 16)),
    HardCase(18, _CREAM, "I don't know, and I don't want to guess with that. I'll ask our pharmacist and message you by 3 today; until then please don't use it.", (82, 80, 86)),
    HardCase(19, _CREAM, "Should be fine, loads of mums use it :)", (62, 56, 6)),
    HardCase(20, _SENT_REFUND, "IT WAS SENT ON MONDAY, REF 8841.", (36, 34, 74)),
    HardCase(21, _SENT_REFUND, "It went on Monday, ref 8841 - banks can take until Thursday. If it isn't there by then, come straight back to me.", (72, 76, 90)),
    HardCase(22, _ELDERLY, "That sounds like quite a trip, Mrs Kaye. I want to get your card sorted before the shop shuts - shall I do that now?", (84, 82, 62)),
    HardCase(23, _ELDERLY, "Right, right, right, OK so what's the actual question?", (26, 12, 20)),
    HardCase(24, _RUDE_STAFF, "I'm sorry you feel that way.", (40, 38, 5)),
    HardCase(25, _RUDE_STAFF, "Being spoken to like that in front of your son is not on. I've written down what was said; the store manager, Ines, will ring you before six. Would you like me on the call?", (92, 90, 90)),
    HardCase(26, _BEREAVED, "I'm so sorry about your brother. I can't waive the 20 myself, so I've asked the person who can and put your reasons in, and you won't be charged while she decides.", (92, 88, 86)),
    HardCase(27, _context("Great, that's all sorted. Thank you so much!", "happy"), "No problem.", (56, 56, 50)),
    HardCase(28, _context("Why do I have to send the form by post?", "annoyed", "The form needs an ink signature by law."), "Because that's the policy.", (30, 28, 8)),
    HardCase(29, _context("My flight boards in ten minutes and my booking won't open, can you check me in?", "in a hurry", "The rep can check the customer in at once."), "Hello and a very warm welcome to Skyline, you're through to Brad, may I ask how your day has been so far?", (60, 28, 4)),
    HardCase(30, _PHONE_PART, "Thanks for your patience, Linda. Your part is here, I'll have it fitted Tuesday 8-10, no charge.", (55, 62, 88)),
)  # fmt: skip
