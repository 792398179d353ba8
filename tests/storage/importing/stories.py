"""Small stories for the tests, and a short way to import them."""

import json
import zipfile
from pathlib import Path

from simulator.core.scenario.words import Track
from simulator.storage.importing import imported

SAMPLES = Path(__file__).parents[2] / "samples" / "stories"
SAMPLE_FILES = sorted(SAMPLES.glob("late-parcel.*"))


def made_of(folder, name, text):
    """Write a story to a file and import it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return imported(path, Track.COMPLAINT)


def twee(folder, *passages):
    """Import Twee in which the first passage is the start."""
    text = "\n\n".join(passages)
    start = passages[0].split("\n")[0].removeprefix(":: ").split(" [")[0]
    data = json.dumps({"format": "SugarCube", "start": start})
    return made_of(folder, "story.twee", f":: StoryData\n{data}\n\n{text}\n")


def yarn(folder, body, *others):
    """Import Yarn with a node Start and others, each written as title, line break, body."""
    nodes = [f"Start\n{body}", *others]
    parts = (node.partition("\n") for node in nodes)
    text = "\n".join(f"title: {title}\n---\n{rest}\n===" for title, _, rest in parts)
    return made_of(folder, "story.yarn", text)


def question(text, *alternatives):
    """Give an H5P branching question; alternatives are texts with where they lead."""
    listed = [{"text": says, "nextContentId": goes} for says, goes in alternatives]
    params = {"branchingQuestion": {"question": f"<p>{text}</p>", "alternatives": listed}}
    return {"type": {"library": "H5P.BranchingQuestion 1.0", "params": params}}


def screen(text, goes):
    """Give an H5P text that leads on."""
    params = {"text": f"<p>{text}</p>"}
    return {"type": {"library": "H5P.AdvancedText 1.1", "params": params}, "nextContentId": goes}


def package(path, *contents, more=(), **branching):
    """Write an H5P package; ``more`` are further files with their bytes."""
    content = {"branchingScenario": {"title": "Late parcel", "content": contents, **branching}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("h5p.json", json.dumps({"mainLibrary": "H5P.BranchingScenario"}))
        archive.writestr("content/content.json", json.dumps(content))
        for name, data in more:
            archive.writestr(name, data)
    return path


def ways(made):
    """Give every reply as step, words and target."""
    return [
        (step_id, reply.says, reply.goes)
        for step_id, step in made.scenario.steps.items()
        for reply in step.replies
    ]


def told(made):
    """Give what could not be carried over, in one text a loss."""
    return [f"{loss.place}: {loss.what}" for loss in made.losses]
