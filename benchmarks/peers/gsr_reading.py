"""From frames to the three answers of a coder: which deed, done by whom, to whom, each as the words of the sentence.

Only conventions are mapped here; every answer is read off the frames, mentions and noun phrases of Waqai.

- **Verb.** One deed to a sentence. A finite verb before a noun, a death or an abduction before its means, an injury after both. A verb
  that says little goes with its noun (``أطلق النار``, ``رفع لافتات``, ``خرج في تظاهرة``, ``تعرض لهجوم``).
- **Source and target.** The whole noun phrase without its number (``عشرات المتظاهرين`` gives ``المتظاهرين``), also of persons no
  registry knows: subject and object of the deed as written, else the parties of the frame.
- **Protest.** Whatever demonstrators do is protest, burning and scuffles included; the target is whom it is against.
"""

from __future__ import annotations

from benchmarks.peers.gsr_assault import Assault
from benchmarks.peers.gsr_base import Answer
from benchmarks.peers.gsr_protest import Protests
from waqai.frame.phrases import text_of
from waqai.model import Report
from waqai.pipeline import Coder


def answer(coder: Coder, text: str, want: str) -> Answer:
    """What Waqai says of one sentence, as token sets; all empty when it tells no such event.

    Args:
        coder: the pipeline, frames not weeded.
        text: one sentence.
        want: ``assault`` or ``protest``.
    """
    story = coder.trace(Report(id="gsr", text=text, sha256="gsr")).story
    frames = [*story.frames, *story.dropped]
    found = (Protests(story.scene, frames) if want == "protest" else Assault(story.scene, frames)).read()
    verb, source, target = (text_of(story.scene, t) for t in found)
    return {"verb": verb, "source": source, "target": target - source}
