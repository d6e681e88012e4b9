"""Find what somebody denies that others say: "rejected claims that", "reports that ... were dismissed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Modality, Stance
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from claimstake.statements.model import Clause


def denied(clause: Clause, parent: Clause) -> Standing | None:
    """Give the standing of the content of an assertion that its parent rejects; none where it does not.

    Args:
        clause: The clause.
        parent: The clause that it hangs on.
    """
    cues, sentence = read_cues(), clause.sentence
    if parent.lemma not in cues.rejects or clause.link not in {"acl", "relcl", "ccomp"}:
        return None
    noun = sentence.head(clause.token) if clause.link != "ccomp" else parent.argument("obj")
    rejected = parent.arguments.get("obj", ())
    if noun is None or noun.i not in rejected or noun.lemma not in cues.assertions:
        return None
    if "that" not in sentence.markers(clause.token, "mark"):
        return None
    who = parent.argument("subj")
    return Standing(
        stance=Stance.DENIES,
        modality=Modality.REPORTED,
        speaker=who.i if who is not None else None,
        says=parent.head,
        unnamed=who is None,
    )
