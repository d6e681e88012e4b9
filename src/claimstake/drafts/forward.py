"""How a claim is put forward: its standing, its modality in the light of its source, and its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimstake.closed_lists import AttributionKind, Certainty, Modality, Stance
from claimstake.frames.predications import governing
from claimstake.sentences.conditions import read_condition_words
from claimstake.statements.model import Form, Standing
from claimstake.statements.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.attribution import Source
    from claimstake.drafts.reading import ReadSentence
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause

_FUTURE = {"will", "would", "shall", "may", "might", "could"}
# Kinds that a frame gives for the way in which it puts a claim forward.
_MODAL = {"risk", "forecast", "plan", "norm", "question", "supposition", "allegation"}
# Kinds that a clause keeps whatever its modality.
_LASTING = {
    "resource-estimate", "verification", "agreement", "dependency", "trade-measure", "constraint", "aim",
}  # fmt: skip
# Kinds that a clause keeps though it says what may be, or would be.
_UNMOVED = {"evaluation", "legal", "norm"}
# Kinds that a clause keeps though it says what will be: it is settled, not foretold.
_SETTLED = {"relation", "quantity", "plan"}
_DEALS = {"acquires", "buys", "sells", "owns", "lends", "pays", "ships", "signs", "approves"}
_HARMFUL = {"hinders", "threatens", "canCause", "undermines", "terminates", "reduces", "fallsShortOf"}
# Relations that a noun phrase takes for granted: "the $575 million project", "its dependence on".
_GRANTED = {
    "costs", "hasLifetime", "hasAmount", "hasCapacity", "hasParty", "owns", "operates", "locatedIn", "grants",
    "dependsOn", "dominates", "containsCommodity", "possessesResource", "involvedIn", "leads", "employs",
    "imposesMeasure", "hasTonnage", "hasGrade", "hasPrice", "constrainedBy", "investedAmount",
    "producesCommodity", "exports",
}  # fmt: skip
_DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"}
_OBJECTS = {"dobj", "obj"}


def standing_of(read: ReadSentence, clause: Clause) -> Standing:
    """Give the standing of a clause; a noun or adjective has that of the verb clause it stands in."""
    if clause.form is Form.VERB and clause.head in read.standings:
        return read.standings[clause.head]
    by_head = {c.head: c for c in read.clauses}
    above = governing(read.sentence, clause.token, by_head)
    if above is None:
        return Standing()
    standing = read.standings[above.head]
    if clause.form is Form.ADJECTIVE and (
        clause.token.dep in {"acomp", "ccomp", "xcomp", "oprd"} or above.head == clause.head
    ):
        return standing
    awaited = _awaited(clause, above)
    if awaited is not None:
        return replace(standing, modality=Modality.CONDITIONAL, conditions=(*standing.conditions, awaited))
    if clause.form is Form.NOUN and _is_aside_to_name(clause):
        return Standing()
    if clause.form is Form.NOUN and is_planned_amount(clause):
        return replace(
            standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION, conditions=()
        )
    meant = _as_object(clause, above, standing)
    if meant is not None:
        return meant
    kept = standing.modality in {Modality.INTENTION, Modality.HYPOTHETICAL, Modality.INTERROGATIVE}
    if not kept or is_granted(clause):
        # "did not make an offer": there was none. "did not sell its stake": there is one.
        denied = standing.stance is Stance.DENIES and _is_new_object(clause, above)
        return Standing(
            stance=Stance.DENIES if denied else Stance.AFFIRMS,
            speaker=standing.speaker,
            says=standing.says,
            unnamed=standing.unnamed,
        )
    return replace(standing, conditions=())


def clause_between(read: ReadSentence, subject: Token, other: Token) -> Clause | None:
    """Give the lowest verb clause that says something of both words: "agreed to [build] a plant".

    Args:
        read: The sentence.
        subject: A word that the clause has, or takes over, as its subject or object.
        other: A word in it.
    """
    by_head = {clause.head: clause for clause in read.clauses}
    above_subject = _above(read.sentence, subject)
    for i in _above(read.sentence, other):
        clause = by_head.get(i)
        if clause is None:
            continue
        held = {i, *clause.arguments.get("subj", ()), *clause.arguments.get("obj", ())}
        if held & set(above_subject):
            return clause
    return None


def _above(sentence: Sentence, token: Token) -> list[int]:
    found = [token.i]
    while token.head != token.i:
        token = sentence.head(token)
        found.append(token.i)
    return found


def _as_object(clause: Clause, above: Clause, standing: Standing) -> Standing | None:
    """Give the standing of what somebody weighs or means: "is considering a ban", "plans a refinery"."""
    words, token = read_wording(), clause.token
    around = clause.sentence.head(clause.sentence.head(token)).i if token.dep == "pobj" else None
    is_object = (token.dep in _OBJECTS and clause.sentence.head(token).i == above.head) or (
        above.lemma in {"call"} and around == above.head and clause.sentence.head(token).lower == "for"
    )
    if not is_object or above.passive or is_granted(clause):
        return None
    if above.lemma in words.weighs and not _is_over(above):
        return replace(standing, certainty=Certainty.POSSIBLE, modality=Modality.EPISTEMIC, conditions=())
    if above.lemma in words.means or above.lemma == "call":
        return replace(
            standing, certainty=Certainty.UNDERSPECIFIED, modality=Modality.INTENTION, conditions=()
        )
    return None


def _is_new_object(clause: Clause, above: Clause) -> bool:
    """Tell whether a noun is the object of a verb that only carries it, and not one spoken of before."""
    token = clause.token
    bare = not is_granted(clause) and above.lemma in read_wording().carries
    return bare and token.dep in _OBJECTS and clause.sentence.head(token).i == above.head


def is_planned_amount(clause: Clause) -> bool:
    """Tell whether an amount is only meant: "with a planned capacity of"."""
    words, token = read_wording(), clause.token
    planned = any(child.lower in words.intended for child in clause.sentence.children(token, "amod"))
    return planned and token.lemma in words.planned_amounts


def _is_over(above: Clause) -> bool:
    """Tell whether it is over, so that nothing is weighed any more: "studied the ban"."""
    return above.token.tag == "VBD" and above.lemma in {"study", "review", "examine", "evaluate", "discuss"}


def _is_aside_to_name(clause: Clause) -> bool:
    """Tell whether a noun stands beside a name, as the article's own words: "Boke, a subsidiary of"."""
    token = clause.token
    return token.dep == "appos" and clause.sentence.head(token).pos == "PROPN"


def is_granted(clause: Clause) -> bool:
    """Tell whether a noun phrase takes for granted what it says: a definite one, or one that a subject is."""
    if clause.form is not Form.NOUN:
        return False
    if clause.link in {"attr", "ROOT", "oprd"}:
        return False
    children = list(clause.sentence.children(clause.token))
    if any(child.lower in _DEFINITE or child.dep == "poss" for child in children):
        return True
    first = clause.link == "nsubj" and any(child.lower in {"a", "an"} for child in children)
    return first and clause.sentence.tokens[clause.head].lemma not in {"grant"}


def presupposes(clause: Clause, relation: str) -> bool:
    """Tell whether a claim is only taken for granted where it stands.

    Args:
        clause: What it turns on.
        relation: What it states.
    """
    if clause.form is Form.NOUN:
        if _is_aside_to_name(clause):
            return relation in _GRANTED | {"evaluatedAs"}
        return relation in _GRANTED and is_granted(clause)
    if clause.form is not Form.VERB:
        return False
    if clause.link == "acl" and clause.passive:
        return _is_aside(clause) and _names_a_known_thing(clause)
    return "since" in clause.sentence.markers(clause.token, "mark") and _is_after_which(clause)


def _is_aside(clause: Clause) -> bool:
    """Tell whether a participle stands between commas: "the mine, owned by Drina, would"."""
    first = clause.sentence.subtree(clause.token)[0]
    return first.i > 0 and clause.sentence.tokens[first.i - 1].text == ","


def _names_a_known_thing(clause: Clause) -> bool:
    """Tell whether a participle describes a name or a definite noun, and no new thing."""
    sentence = clause.sentence
    noun = sentence.head(clause.token)
    return noun.pos == "PROPN" or any(
        child.lower in _DEFINITE or child.dep == "poss" for child in sentence.children(noun)
    )


def _is_after_which(clause: Clause) -> bool:
    """Tell whether `since` gives a time: "has doubled since Beijing placed it under control"."""
    above = clause.sentence.head(clause.token)
    perfect = any(child.lemma == "have" for child in clause.sentence.children(above, "aux"))
    return perfect and clause.token.tag == "VBD" and clause.head > above.i


def put_forward(clause: Clause, standing: Standing, source: Source, relation: str) -> Modality:
    """Give the modality of a claim: that of its clause, unless it is taken for granted or only reported.

    Args:
        clause: What the claim turns on.
        standing: The standing of that clause.
        source: Whose claim it is.
        relation: What it states.
    """
    modality = standing.modality
    if (
        modality is Modality.CONDITIONAL
        and clause.form is Form.NOUN
        and relation in _GRANTED | {"hasAgreedValue"}
    ):
        # What the deal waits for does not make it any less a deal.
        modality = Modality.ASSERTED
    plain = modality in {Modality.ASSERTED, Modality.REPORTED}
    if plain and standing.stance is Stance.AFFIRMS and presupposes(clause, relation):
        return Modality.PRESUPPOSED
    if relation == "evaluatedAs" and plain and clause.lemma in read_wording().describes:
        return Modality.ASSERTED
    return settled_modality(modality, source)


def _awaited(clause: Clause, above: Clause) -> int | None:
    """Give what an act waits for that is the subject of its clause: "the sale is contingent on a licence"."""
    words = read_condition_words()
    subjects = above.arguments.get("obj" if above.passive else "subj", ())
    if clause.form is not Form.NOUN or clause.head not in subjects:
        return None
    complement = above.argument("acomp")
    if above.lemma in {"be", "remain"} and complement is not None and complement.lemma in words.adjectives:
        after = [t for p in ("to", "on", "upon") for t in _objects_of(clause.sentence, complement, p)]
        burden = any(token.lemma in words.burdens for token in after)
        return complement.i if after and not burden else None
    # The parser read "hinges" as "hinged" where that helped it.
    past = above.token.tag == "VBD" and not above.token.lower.endswith("s")
    if past or above.lemma not in words.depends:
        return None
    for label in ("prep:on", "prep:upon", "obj"):
        inner = above.argument(label)
        if inner is not None and (label != "obj" or inner.lemma in words.awaited):
            return inner.i
    return None


def _objects_of(sentence: Sentence, token: Token, preposition: str) -> Iterator[Token]:
    for child in sentence.children(token, "prep"):
        if child.lower == preposition:
            yield from sentence.children(child, "pobj", "pcomp")


def settled_modality(modality: Modality, source: Source) -> Modality:
    """Give the modality in the light of the source: what a document states counts as asserted.

    Not reported.
    """
    own = {AttributionKind.NAMED_DOCUMENT, AttributionKind.NARRATOR, AttributionKind.EDITORIAL}
    if modality is Modality.ASSERTED and source.kind not in own:
        return Modality.REPORTED
    if modality is Modality.REPORTED and source.kind in own:
        return Modality.ASSERTED
    return modality


def kind_of(kind: str, relation: str, *, stance: Stance, modality: Modality, clause: Clause) -> str:
    """Give the kind of a claim: that of its frame, unless the clause asks, supposes, plans or foretells."""
    if kind not in _MODAL:
        kind = read_wording().kinds.get(relation, kind)
    if stance is Stance.ASKS:
        return "question"
    if stance is Stance.SUPPOSES:
        return "supposition"
    if kind in _LASTING or relation in {"lends", "accusedOf"}:
        return kind
    if relation == "pays" and modality in {Modality.ABILITY, Modality.INTENTION}:
        return kind
    if modality is Modality.ALLEGED:
        return "allegation"
    if modality is Modality.DEONTIC:
        return "norm"
    if modality is Modality.INTENTION:
        return kind if relation in {"costs", "startsProduction"} else "plan"
    if kind == "risk" and relation != "vulnerableTo":
        return kind
    if modality is Modality.EPISTEMIC or (modality is Modality.ABILITY and kind not in _UNMOVED | {"event"}):
        return kind if kind in _UNMOVED else "risk" if relation in _HARMFUL else "forecast"
    if modality is Modality.CONDITIONAL and kind not in _UNMOVED - {"evaluation"}:
        return "risk" if relation in _HARMFUL else "forecast"
    if modality is Modality.REPORTED and _is_own_promise(clause):
        return "plan"
    if modality in {Modality.ASSERTED, Modality.REPORTED} and is_future(clause):
        return kind if kind in _SETTLED or relation in _DEALS else "forecast"
    return kind


def is_future(clause: Clause) -> bool:
    """Tell whether a clause has a modal verb that puts it in the future, or shares one."""
    sentence, token = clause.sentence, clause.token
    while token.dep == "conj" and token.tag == "VB" and not any(sentence.children(token, "aux", "nsubj")):
        token = sentence.head(token)
    return any(child.lower in _FUTURE for child in sentence.children(token, "aux") if child.tag == "MD")


def _is_own_promise(clause: Clause) -> bool:
    """Tell whether somebody says what they will do themselves: "said it would cut its target"."""
    sentence, token = clause.sentence, clause.token
    subject = next(sentence.children(token, "nsubj"), None)
    above = sentence.head(token)
    speaker = next(sentence.children(above, "nsubj"), None)
    own = subject is not None and subject.lower in {"it", "they", "he", "she", "we", "i"}
    will = any(child.lower in {"will", "would"} for child in sentence.children(token, "aux"))
    active = not clause.passive and clause.token.lemma not in {"be", "have"}
    return (
        clause.link == "ccomp" and own and will and active and speaker is not None and speaker.pos != "PRON"
    )
