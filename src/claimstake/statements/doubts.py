"""Tell what is left open: "could not establish whether", "it is unclear if", "no evidence that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimstake.closed_lists import Certainty, Modality, Stance
from claimstake.statements.cues import read_cues
from claimstake.statements.model import Standing

if TYPE_CHECKING:
    from claimstake.sentences import Sentence, Token
    from claimstake.statements.model import Clause

DOUBTED = Standing(stance=Stance.DOUBTS, certainty=Certainty.UNDERSPECIFIED, modality=Modality.EPISTEMIC)
_NEGATIVE = {
    "no",
    "not",
    "n't",
    "never",
    "little",
    "scant",
    "few",
    "nothing",
    "insufficient",
    "without",
    "yet",
}


def is_left_open(clause: Clause, parent: Clause, above: Standing) -> bool:
    """Tell whether a clause says what its parent does not settle.

    Args:
        clause: The clause.
        parent: The clause that it hangs on.
        above: How the parent is put forward.
    """
    cues, sentence = read_cues(), clause.sentence
    marks = sentence.markers(clause.token, "mark", "advmod", "preconj")
    if clause.token.tag == "VB" and any(c.lower == "to" for c in sentence.children(clause.token, "aux")):
        return False
    if "whether" in marks:
        return parent.lemma not in cues.decides_by
    complement = parent.argument("acomp") or parent.argument("attr")
    about_known = parent.lemma in cues.knows or (complement is not None and complement.lemma in cues.clear)
    if "if" in marks:
        said = parent.lemma in cues.says and above.stance is Stance.DENIES
        return (about_known and _follows(clause, parent)) or (said and _follows(clause, parent))
    if above.stance is Stance.DENIES and parent.lemma in cues.establishes:
        return True
    return _is_without_evidence(clause, parent, above)


def _follows(clause: Clause, parent: Clause) -> bool:
    """Tell whether a clause comes right after what it belongs to, and not after a comma."""
    first = clause.sentence.subtree(clause.token)[0]
    return first.i > parent.head and clause.sentence.tokens[first.i - 1].text != ","


def _is_without_evidence(clause: Clause, parent: Clause, above: Standing) -> bool:
    """Tell whether it is what there is no evidence of: "found no proof that", "little to suggest that"."""
    cues, sentence = read_cues(), clause.sentence
    noun = sentence.head(clause.token)
    if "that" not in sentence.markers(clause.token, "mark"):
        return False
    if clause.link in {"acl", "relcl"}:
        return noun.lemma in cues.evidence and (above.stance is Stance.DENIES or _is_none(sentence, noun))
    if parent.lemma in cues.establishes | {"suggest"}:
        words = [sentence.head(parent.token), *sentence.children(sentence.head(parent.token), "attr", "dobj")]
        return any(word.lower in {"little", "nothing", "none"} for word in words)
    nouns = [parent.argument("subj"), parent.argument("obj"), parent.argument("attr")]
    return any(
        word is not None
        and word.lemma in cues.evidence
        and (above.stance is Stance.DENIES or _is_none(sentence, word))
        for word in nouns
    )


def _is_none(sentence: Sentence, noun: Token) -> bool:
    before = sentence.head(noun)
    return before.lower == "without" or any(child.lower in _NEGATIVE for child in sentence.children(noun))


def is_open_subject(clause: Clause) -> bool:
    """Tell whether a clause is the subject of one that leaves it open: "Whether it complies is not known"."""
    first = clause.sentence.tokens[0]
    return first.lower == "whether" and clause.link in {"csubj", "csubjpass", "nsubj", "nsubjpass"}
