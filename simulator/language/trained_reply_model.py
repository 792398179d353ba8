"""The reply model of the program: cue lists and a trained net, joined reason by reason."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from simulator.core.scoring.context import Assessment, Question, ReplyContext
from simulator.core.scoring.evidence import Rating
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import rate
from simulator.core.scoring.temperature import Temperature
from simulator.language.bearing_out import Stretch, borne_out, slips_to_try, without
from simulator.language.blending import Blend, blended, margins
from simulator.language.cue_reply_model import CueReplyModel
from simulator.language.grounding import Known
from simulator.language.likeness import LikenessScales
from simulator.language.net_inputs import ReplyInput, reply_input
from simulator.language.reading import Reading
from simulator.language.text import whole
from simulator.language.trained_net import MODEL_FOLDER, ModelMissingError, NetReading, TrainedNet

_BATCH = 16


class TrainedReplyModel:
    """Rates replies by their wording and their meaning. Same reply and question, same answer.

    Nothing is read from the disk before the first reply, or ``load``.
    """

    trained_on = (
        "About 12,500 replies to some 1,700 customers, invented and rated for this program.",
        "Public ratings of how polite, warm or receptive short texts are.",
        "A general encoder of English sentences, all-MiniLM-L6-v2.",
    )
    """In sentences for the page that says how good the scores are."""

    def __init__(self, language: str = "en", folder: Path = MODEL_FOLDER) -> None:
        self._net = TrainedNet(folder)
        self._folder = folder
        self._newest: tuple[ReplyContext, Known] | None = None
        self._cues = CueReplyModel(language, self._net.meaning, self._scales)

    def load(self) -> None:
        """Read everything from the disk now, so that the first reply need not wait.

        Raises:
            ModelMissingError: a file of the model is not there.
        """
        self.rate("Hello.", ReplyContext())

    def assess(self, reply: str, question: Question) -> Assessment:
        """Rate a reply in its context and say which foreseen reply, needs and facts it touches."""
        return self.assess_all([(reply, question)])[0]

    def assess_all(self, asked: Sequence[tuple[str, Question]]) -> list[Assessment]:
        """Assess many replies, each as ``assess`` would; together they take less time."""
        replies = [whole(reply) for reply, _ in asked]
        ratings = self._ratings(replies, [question.context for _, question in asked])
        return [
            self._cues.matched(reply, question, rating)
            for (_, question), reply, rating in zip(asked, replies, ratings, strict=True)
        ]

    def rate(self, reply: str, context: ReplyContext) -> Rating:
        """Rate a reply in its context; half characters in it are read, and quoted, as unknown."""
        return self._ratings([whole(reply)], [context])[0]

    def nearness(self, text: str, wordings: tuple[str, ...]) -> float:
        """Say how near a free text comes to the nearest of some wordings, 0 to 1."""
        return self._cues.nearness(text, wordings)

    def _ratings(self, replies: Sequence[str], contexts: Sequence[ReplyContext]) -> list[Rating]:
        """Rate replies, and hold each quoted slip to its claim by reading the reply without it."""
        first = self._first_ratings(replies, contexts)
        tries = [
            (place, stretch)
            for place, (_, rating) in enumerate(first)
            for stretch in slips_to_try(rating, replies[place])
        ]
        again = self._first_ratings(
            [without(replies[place], stretch) for place, stretch in tries],
            [contexts[place] for place, _ in tries],
        )
        left: list[dict[Stretch, Rating]] = [{} for _ in replies]
        for (place, stretch), (_, rating) in zip(tries, again, strict=True):
            left[place][stretch] = rating
        unnamed = self._cues.lists.unnamed
        return [
            borne_out(rating, reply, tried, temperature, unnamed)
            for reply, tried, (temperature, rating) in zip(replies, left, first, strict=True)
        ]

    def _first_ratings(
        self, replies: Sequence[str], contexts: Sequence[ReplyContext]
    ) -> list[tuple[Temperature, Rating]]:
        readings = [
            Reading(reply, context, self._cues.lists)
            for reply, context in zip(replies, contexts, strict=True)
        ]
        with_words = [place for place, it in enumerate(readings) if it.text.words]
        seen = self._seen([readings[place] for place in with_words])
        rated = dict(zip(with_words, seen, strict=True))
        return [
            (reading.temperature, self._rating(reading, *rated[place]))
            if place in rated
            else (reading.temperature, rate(reading.text.written, [], frozenset(SKILLS)))
            for place, reading in enumerate(readings)
        ]

    def _seen(self, readings: Sequence[Reading]) -> Iterator[tuple[ReplyInput, NetReading]]:
        for at in range(0, len(readings), _BATCH):
            batch = readings[at : at + _BATCH]
            inputs = [
                reply_input(
                    it.text.written,
                    it.context,
                    self._known(it.context),
                    self._net.vocabulary,
                )
                for it in batch
            ]
            yield from zip(
                inputs, self._net.read(inputs, [it.context for it in batch]), strict=True
            )

    def _known(self, context: ReplyContext) -> Known:
        if self._newest is None or self._newest[0] is not context:
            self._newest = context, Known(context, self._cues.lists)
        return self._newest[1]

    def _rating(self, reading: Reading, given: ReplyInput, seen: NetReading) -> Rating:
        findings = self._cues.findings(reading)
        reasons = blended(reading, findings, seen, given, self._blend)
        rating = rate(reading.text.written, reasons, temperature=reading.temperature, is_bent=False)
        own = margins(reading, findings, seen, self._blend)
        return rating.model_copy(update={"margins": own})

    def _scales(self) -> LikenessScales:
        return LikenessScales.read(self._settings["matching"])

    @cached_property
    def _settings(self) -> dict[str, Any]:
        file = self._folder / "reply-model.json"
        try:
            settings: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise ModelMissingError(file) from error
        return settings

    @cached_property
    def _blend(self) -> Blend:
        settings = self._settings
        margin = {Skill(name): (base, slope) for name, (base, slope) in settings["margin"].items()}
        return Blend(
            net=_by_skill(settings["net"]),
            stretch={Skill(name): (up, down) for name, (up, down) in settings["stretch"].items()},
            margin=margin,
            kinds=tuple(settings["names"]["kinds"]),
        )


def _by_skill(values: Mapping[str, float]) -> dict[Skill, float]:
    return {skill: float(values[skill.value]) for skill in SKILLS}
