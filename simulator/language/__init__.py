"""Understanding text: the reply model, and the cue lists of each language (data, not code)."""

from simulator.language.cue_reply_model import CueReplyModel
from simulator.language.trained_reply_model import TrainedReplyModel

__all__ = ["CueReplyModel", "TrainedReplyModel"]
