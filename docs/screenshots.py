"""Make a picture of every page, light and dark, from the real window.

    xvfb-run -a -s "-screen 0 1400x1000x24" python -m docs.screenshots [FOLDER]

Practice is played first, by the tests that travel with the scenarios, into a folder that is thrown
away afterwards; then the window is led through its pages and each is taken from the screen.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from simulator.app import DEFAULT_LIBRARY, make_window, now
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.conversation.plays import played, said
from simulator.core.conversation.promises import promises_made
from simulator.core.conversation.reading import judged
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import AttemptStart, Profile
from simulator.core.progress.review import Review, overridden
from simulator.core.scenario.model import Read, Scenario
from simulator.core.scenario.words import EndingKind, Feeling
from simulator.core.scoring.rubric import Skill
from simulator.core.services import ProfileStore
from simulator.language import TrainedReplyModel
from simulator.storage import open_store
from simulator.storage.scenario_files import read_library, read_scenario
from simulator.ui.main_window import MainWindow
from simulator.ui.pages.conversation.reading_words import likely_feelings
from simulator.ui.pages.shift.choice import ShiftChoice

ROOT = Path(__file__).resolve().parents[1]
LEILA = Profile(id="leila", name="Leila Haddad", created_at=now() - timedelta(days=60))
JONAS = Profile(id="jonas", name="Jonas Petit", created_at=now() - timedelta(days=40))
TOM = Profile(id="tom", name="Tom Brennan", role="trainer", created_at=now() - timedelta(days=90))
SHOWN = "engineer-never-came"
"""The scenario that is played on the pictures."""

ABUSIVE = "one-warning"
"""The scenario that a moment to recover follows."""

ABILITIES = ROOT / "tests" / "samples" / "every-ability.yaml"
"""A contact that uses what the others do not."""

TYPED = (
    (
        "You were in all morning and then got told you weren't. I'm sorry, Ms Rao. Could you tell "
        "me where you were about ten, and what you heard?"
    ),
    (
        "He should have rung your mobile, and that part is ours. I understand, but the next visit "
        "is tomorrow at noon. You'll need to confirm it online."
    ),
)
WEAK = "I understand, but that is what the system says. You'll need to wait."
"""Typed on the way to the best ending, so that a scorecard has something to show."""
DRAFT = "You're right, another cold night isn't something to shrug at. Who else is in the"


def seed(folder: Path, library: Path) -> None:
    """Fill a data folder with the practice of two trainees and a trainer's review."""
    store = open_store(folder, now())
    for person in (TOM, JONAS, LEILA):
        store.add_profile(person)
    model = TrainedReplyModel()
    scenarios = read_library(library).scenarios
    days = 55
    for index in range(13):
        scenario = scenarios[index % len(scenarios)]
        play = scenario.plays[(index * 2) % len(scenario.plays)]
        session = played(scenario, play, model.assess, model.nearness).session
        person = JONAS if index % 5 == 4 else LEILA
        keep(store, f"a{index}", person, session, days - index * 4)
    shown = next(scenario for scenario in scenarios if scenario.id == SHOWN)
    keep(store, "a13", LEILA, whole_practice(shown, model), 1)
    for index, session in enumerate(islice(gone_public(scenarios, model), 3)):
        keep(store, f"b{index}", JONAS, session, 30 - index * 9)
    review(store, "a13")
    store.ask_for_review("a12", now())
    for person, day in ((JONAS, 6), (TOM, 0), (LEILA, 1)):
        store.use_profile(person.id, now() - timedelta(days=day))
    store.close()


def whole_practice(scenario: Scenario, model: TrainedReplyModel) -> Session:
    """Play to the author's best ending, reading the customer, with one weak reply on the way."""
    good = next(p for p in scenario.plays if p.ends and is_good(scenario, p.ends))
    began = Began(scenario_id=scenario.id, predicted=(Feeling.FRUSTRATED, Feeling.WORRIED))
    session = Session.begin(scenario, began)
    replies = [good.replies[0].say, WEAK, *(turn.say for turn in good.replies[1:])]
    for say in replies:
        key = session.step.read if session.step else None
        if key is not None and session.must_read:
            cause = key.cause[0] if len(session.turns) != 2 else "she wants money"
            session = session.after_reading(judged(key, key.feeling, cause, model.nearness))
        if not session.is_over:
            session = said(session, say, model.assess)
    return session


def gone_public(scenarios: Sequence[Scenario], model: TrainedReplyModel) -> Iterator[Session]:
    """Play to bad endings of which the customers write in public."""
    for scenario in scenarios:
        for play in (it for it in scenario.plays if it.ends and not is_good(scenario, it.ends)):
            seeded = play.model_copy(update={"seed": sum(map(ord, scenario.id))})
            session = played(scenario, seeded, model.assess, model.nearness).session
            follows = scorecard_of(session).next
            if follows is not None and follows.post is not None:
                yield session
                break


def is_good(scenario: Scenario, ending_id: str) -> bool:
    """Whether an ending is a good one."""
    return scenario.endings[ending_id].kind is EndingKind.GOOD


def keep(store: ProfileStore, name: str, person: Profile, session: Session, days: int) -> None:
    """Keep a played session as a finished attempt of some days ago."""
    at = now() - timedelta(days=days)
    stopped = session if session.is_over else session.after_stopping()
    record = AfterRecord(
        promises=promises_made(stopped),
        causes=session.scenario.after.causes,
        follow_up=session.scenario.after.follow_up.best,
        note="Heard her out, cancelled the charge, visit booked.",
    )
    done = stopped.after_noting(record).after_finishing()
    start = AttemptStart(
        id=name,
        profile_id=person.id,
        scenario=session.scenario,
        scenario_sha256=name,
        began_at=at,
    )
    store.begin_attempt(start, done.events[0])
    store.append_events(name, 1, done.events[1:], at)
    store.finish_attempt(name, scorecard_of(done), at + timedelta(minutes=8))


def review(store: ProfileStore, attempt_id: str) -> None:
    """Let the trainer change one score."""
    card = store.attempt(attempt_id).scorecard
    if card is None:
        return
    score = min(100, (card.patience or 50) + 7)
    override = overridden(card, Skill.PATIENCE, score, "Credit for asking before telling, turn 1")
    comment = "You asked before you told, and it worked. Next time give the visit a time."
    store.save_review(
        attempt_id,
        Review(
            trainer_id=TOM.id,
            trainer_name=TOM.name,
            at=now(),
            comment=comment,
            overrides=(override,),
        ),
    )


class Camera:
    """Leads the window from page to page and takes each from the screen."""

    def __init__(self, window: MainWindow, folder: Path, scheme: str) -> None:
        self.window = window
        self.abilities = read_scenario(ABILITIES).scenario
        self.folder = folder
        self.scheme = scheme

    def wait(self, is_so: Callable[[], bool], seconds: float = 20) -> None:
        """Let the window live until something is so."""
        deadline = QDeadlineTimer(round(seconds * 1000))
        while not is_so():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if deadline.hasExpired():
                raise SystemExit("the window did not get there in time")

    def settle(self, milliseconds: int = 900) -> None:
        """Let what moves come to rest."""
        deadline = QDeadlineTimer(milliseconds)
        while not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def take(self, name: str) -> None:
        """Take the page now shown."""
        self.settle()
        picture = self.window.screen().grabWindow(self.window.winId())
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{name}-{self.scheme}.png"
        if not picture.save(str(path)):
            raise SystemExit(f"{path} could not be written")

    def all_pages(self) -> None:
        """Take every page."""
        self.window.choose(scheme=self.scheme)
        self.settle()
        self.take("profiles")
        self._enter(LEILA)
        self.take("scenarios")
        self._practice()
        self._shift()
        self._around()
        self._trainer()

    def _enter(self, person: Profile) -> None:
        rooms = self.window.rooms
        rooms.enter(person)
        self.wait(lambda: bool(rooms.library.entries))

    def _scenario(self, scenario_id: str = SHOWN) -> Scenario:
        scenario = self.window.rooms.library.scenario(scenario_id)
        if scenario is None:
            raise SystemExit(f"there is no scenario {scenario_id}")
        return scenario

    def _practice(self) -> None:
        rooms = self.window.rooms
        rooms.flow.brief(self._scenario())
        self.take("briefing")
        self._start("coach")
        self._wheel()
        practice = rooms.practice
        for number, text in enumerate(TYPED, 1):
            self._read()
            practice.reply(text)
            self._reached(number)
        self._read()
        composer = self._composer(rooms.flow.conversation)
        composer.setPlainText(DRAFT)
        self.take("conversation")
        rooms.flow.conversation.set_answer_by("choose")
        self.take("conversation-choosing")
        rooms.flow.conversation.set_answer_by("type")
        self._start("exam")
        practice.reply(TYPED[0])
        self._reached(1)
        self.take("conversation-exam")
        self._abilities()
        self._recovery()
        self._to_the_end(self._scenario())
        rooms.flow._go_on_from_contact()  # noqa: SLF001 - the button of the page, pressed from here
        self.take("after")
        rooms.flow.show_attempt("a13")
        self.wait(lambda: self.window.page() is rooms.flow.scorecard)
        self.take("scorecard")

    def _abilities(self) -> None:
        """Take a contact with short messages, a thought, a strength, topics and a warning."""
        practice, page = self.window.rooms.practice, self.window.rooms.flow.conversation
        self._start("coach", self.abilities)
        self._act(practice.show_hint)
        self._act(lambda: practice.read(Feeling.FRUSTRATED, "the second wrong sofa in a week", 3))
        while page.body.transcript.is_catching_up:
            page.body.transcript.show_next_piece()
        self._act(practice.stay_silent)
        self.take("conversation-hint-and-silence")
        self._act(lambda: practice.choose("number-please"))
        self._act(lambda: practice.choose("stay-civil"))
        page.set_answer_by("choose")
        self.take("conversation-card-and-topics")
        page.set_answer_by("type")

    def _wheel(self) -> None:
        """Take the wheel of feelings over the first line, and put it away again."""
        chips = self.window.rooms.flow.conversation.body.coach.read.chips
        chips.more.click()
        if chips.wheel is None:
            raise SystemExit("the wheel of feelings did not open")
        chips.wheel.point_at(Feeling.FRUSTRATED.value)
        self.take("conversation-wheel")
        chips.show_feelings(likely_feelings(self._key()))

    def _key(self) -> Read:
        session = self.window.rooms.practice.session
        key = session.step.read if session and session.step else None
        if key is None:
            raise SystemExit("there is nothing to read at the first line")
        return key

    def _recovery(self) -> None:
        """Take the page that comes after an abusive customer."""
        flow = self.window.rooms.flow
        self._to_the_end(self._scenario(ABUSIVE))
        flow._go_on_from_contact()  # noqa: SLF001 - the button of the page, pressed from here
        self.wait(lambda: self.window.page() is flow.recovery)
        flow.recovery.breathe.click()
        self.take("recovery")

    def _act(self, act: Callable[[], None]) -> None:
        practice = self.window.rooms.practice
        before = practice.session
        act()
        self.wait(lambda: practice.session is not before)


    def _shift(self) -> None:
        """Play a shift of five contacts, two weak ones among them, to its debrief."""
        rooms = self.window.rooms
        shifts, practice = rooms.shifts, rooms.practice
        shifts.offer()
        self.wait(lambda: self.window.page() is shifts.start)
        self.take("shift-start")
        shifts.start.start_wanted.emit(ShiftChoice(5))
        for number in range(5):
            self.wait(lambda: self.window.page() is shifts.breather)
            if number == 2:
                self.take("shift-breather")
            shifts.breather.go_on.click()
            self.wait(lambda: self.window.page() is rooms.flow.conversation)
            practice.reply(WEAK if number > 2 else TYPED[0])
            self._reached(1)
            self.settle(300)
            practice.end_early()
            self.wait(lambda: practice.session is not None and practice.session.is_over)
            rooms.flow.conversation.to_after_wanted.emit()
            self.wait(lambda: self.window.page() is not rooms.flow.conversation)
        self.wait(lambda: self.window.page() is shifts.debrief)
        self.take("shift-debrief")

    def _read(self) -> None:
        practice = self.window.rooms.practice
        session = practice.session
        key = session.step.read if session and session.step else None
        if session is not None and session.must_read and key is not None:
            practice.read(key.feeling, key.cause[0])
            self.wait(lambda: practice.session is not None and not practice.session.must_read)

    def _reached(self, turns: int) -> None:
        practice = self.window.rooms.practice
        self.wait(lambda: practice.session is not None and len(practice.session.turns) >= turns)

    def _start(self, mode: str, scenario: Scenario | None = None) -> None:
        practice = self.window.rooms.practice
        before = practice.session
        scenario = scenario or self._scenario()
        began = Began.model_validate({"scenario_id": scenario.id, "mode": mode})
        practice.start(scenario, began)
        self.wait(lambda: practice.session is not None and practice.session is not before)

    def _to_the_end(self, scenario: Scenario) -> None:
        """Play the way of the author's first good test to its end."""
        practice = self.window.rooms.practice
        good = next(play for play in scenario.plays if play.ends and is_good(scenario, play.ends))
        self._start("coach", scenario)
        for number, turn in enumerate(good.replies, 1):
            session = practice.session
            if session is None or session.is_over:
                break
            if turn.say in {reply.id for reply in session.offered}:
                practice.choose(turn.say)
            else:
                practice.reply(turn.say)
            self._reached(number)

    def _composer(self, page: QWidget) -> QTextEdit | QPlainTextEdit:
        for kind in (QPlainTextEdit, QTextEdit):
            for found in page.findChildren(kind):
                if found.isVisible():
                    return found
        raise SystemExit("the composer is not on the page")

    def _around(self) -> None:
        home = self.window.rooms.home
        for key in ("customers", "progress", "settings"):
            home.show_page(key)
            self.take(key)
        home.show_agreement(home.shell)
        self.take("how-good-are-the-scores")

    def _trainer(self) -> None:
        rooms = self.window.rooms
        self._enter(TOM)
        rooms.home.show_page("team")
        self.take("team")
        rooms.home.team.attempt_chosen.emit("a13")
        self.wait(lambda: self.window.page() is rooms.home.review)
        self.take("review")
        rooms.home.show_page("reports")
        self.wait(lambda: bool(rooms.home.reports.order))
        for key in ("exposure", "causes"):
            rooms.home.reports.show_report(key)
            self.take(f"reports-{key}")
        broken = rooms.library.broken[0]
        rooms.home.library.broken_chosen.emit(broken.path)
        self.take("broken-scenario")


def main() -> int:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description="Pictures of every page, light and dark.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text", type=float, default=1.0, help="text scale, 1.0 to 2.0")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="rapport-") as place:
        library = Path(place) / "scenarios"
        shutil.copytree(DEFAULT_LIBRARY, library)
        (library / "travel").mkdir()
        whole = (library / "complaint" / f"{SHOWN}.yaml").read_text(encoding="utf-8")
        broken = whole.replace("id: " + SHOWN, "id: room-given-away", 1)
        broken = broken.replace("title:", "titel:", 1)
        (library / "travel" / "room-given-away.yaml").write_text(broken, encoding="utf-8")
        seed(Path(place) / "data", library)
        window = make_window(application, data=Path(place) / "data", scenarios=library)
        window.choose(text_scale=given.text, voice_on=False)
        window.resize(width, height)
        window.show()
        for scheme in ("light", "dark"):
            camera = Camera(window, given.folder, scheme)
            camera.wait(lambda: bool(window.rooms.library.entries))
            window.show_profiles_page()
            camera.all_pages()
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
