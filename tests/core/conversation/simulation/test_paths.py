from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.paths import Act, Paths, all_paths
from simulator.core.scenario.model import Scenario
from tests.core.conversation.simulation.looping import Counting, changed, reply
from tests.core.conversation.small_contact import SMALL

WAY_OUT = {"goes": "leaves", "when": "courtesy < 0"}
STAYS = {"mood": 0, "trust": 0, "bears_with_us": 0}


def found_in(scenario: Scenario, most_states: int = 5000) -> Paths:
    return all_paths(scenario, StepAssessments(scenario, Counting()), 1, most_states)


def test_the_shortest_path_to_an_ending_is_given_in_replies():
    found = found_in(SMALL)

    assert found.endings["stays"].acts == (
        Act("reply", "own"),
        Act("reply", "courier-tomorrow"),
    )


def test_a_path_found_leads_there_when_it_is_played():
    found = found_in(SMALL)
    path = found.endings["leaves"]
    session = Session.begin(SMALL, Began(scenario_id=SMALL.id, seed=path.seed))
    assess = Counting()

    for act in path.acts:
        replies = {it.id: it.says for it in session.on_offer}
        text = replies.get(act.say, act.say)
        chosen = act.say if act.kind == "reply" else None
        session = session.after_reply(text, assess(text, None), chosen)

    assert session.moment.ending_id == "leaves"


def test_all_paths_of_a_small_scenario_are_walked():
    found = found_in(SMALL)

    assert not found.is_capped
    assert set(found.steps) == {"opening", "plan"}
    assert set(found.endings) == {"stays", "leaves"}
    assert found.traps == ()


def test_conditions_count_as_they_hold_on_the_way():
    never = reply("later", "stays", when="gave(wait) and offers >= 2")
    plan = {"replies": [reply("on", "opening"), never], "otherwise": [{"goes": "opening"}]}

    found = found_in(changed(plan=plan))

    assert "stays" not in found.endings


def test_a_reply_that_takes_a_round_first_is_found():
    late = reply("late", "stays", when="visits >= 3")
    plan = {
        "replies": [reply("again", "plan"), late],
        "otherwise": [{"goes": "plan", "then": STAYS}],
    }

    found = found_in(changed(plan=plan))

    assert [act.say for act in found.endings["stays"].acts] == ["own", "again", "again", "late"]


def test_a_loop_without_a_way_out_is_told_with_the_way_into_it():
    plan = {
        "replies": [reply("on", "round"), reply("off", "stays")],
        "otherwise": [{"goes": "plan", "then": STAYS}],
    }
    loop = {
        "says": "Round we go.",
        "replies": [reply("again", "round"), reply("never", "stays", when="offers > 9")],
        "otherwise": [{"goes": "round", "then": STAYS}],
        "better": "x",
        "hint": "y",
    }

    found = found_in(changed(plan=plan, round=loop))

    assert not found.is_capped
    (trap,) = found.traps
    assert trap.steps == ("round",)
    assert [act.say for act in trap.path.acts] == ["own", "on"]


def test_a_step_without_any_reply_on_offer_is_a_dead_end():
    plan = {
        "replies": [reply("once-only", "plan", once=True)],
        "otherwise": [{"goes": "stays"}],
    }

    found = found_in(changed(plan=plan))

    assert [act.say for act in found.dead_ends["plan"].acts] == ["own", "once-only"]


def test_a_silence_is_a_way_on():
    silence = {"says": ["Hello?"], "at_most": 1, "goes": "stays"}
    plan = {
        "replies": [reply("on", "opening")],
        "otherwise": [{"goes": "opening"}],
        "silence": silence,
    }

    found = found_in(changed(plan=plan))

    assert found.endings["stays"].acts[-1] == Act("silence", "")


def test_where_reading_opens_a_reply_the_customer_is_read():
    seen = reply("seen", "stays", when="read >= 75")
    opening = {"replies": [reply("on", "opening"), seen]}

    found = found_in(changed(opening=opening))

    assert found.endings["stays"].acts == (Act("reply", "seen", "well"),)


def test_a_walk_that_is_cut_short_says_so():
    far = reply("on", "plan", then={"mood": 1, "bears_with_us": 0})
    late = reply("late", "stays", when="mood >= 90")
    plan = {
        "replies": [far, late],
        "otherwise": [{"goes": "plan", "then": STAYS}],
    }

    found = found_in(changed(plan=plan), most_states=20)

    assert found.is_capped
    assert found.traps == ()


def test_the_path_of_a_returning_customer_says_who_comes():
    welcome = reply("welcome-back", "stays", when="contacts >= 1")
    scenario = changed(plan={"replies": [reply("on", "plan"), welcome]})
    play = {"name": "back again", "replies": ["own"], "memory": {"contacts": 2}}
    document = scenario.model_dump(mode="json", by_alias=True, exclude_none=True)
    returning = Scenario.model_validate({**document, "plays": [play]})

    found = found_in(returning)

    assert found.endings["stays"].memory.contacts == 2
