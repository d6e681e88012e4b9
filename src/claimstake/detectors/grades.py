"""Find what a concentration is the grade of: the ore it stands by, or what averages it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimstake.detectors.context import clause_at
from claimstake.detectors.endowments import read_words, token_at
from claimstake.detectors.owners import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.quantities import FoundQuantity
    from claimstake.sentences import Token
    from claimstake.statements import Clause

# What is assayed, besides what lies in the ground.
_ASSAYED = {
    "ore", "concentrate", "material", "sample", "brine", "clay", "mud", "sand", "nodule", "rock",
    "slag", "dump", "tailing", "laterite", "intercept", "hole", "vein", "lode", "interval", "core",
    "grade", "drilling", "assay", "purity", "bauxite", "concentration", "magnetite", "fine",
    "matte", "alloy", "graphite", "flake", "spodumene", "cathode", "stockpile", "intersection",
    "trench", "zone", "seam", "dyke", "sill", "head", "dust", "residue", "fluid", "water", "lens",
    "bed", "nickel", "oxide", "carbonate", "product", "feed", "powder", "metal", "mine", "deposit",
    "cut-off", "cutoff",
}  # fmt: skip
_AVERAGING = {"average", "grade", "assay", "run", "test", "analyse", "analyze"}
_CONTAINING = {
    "contain", "carry", "hold", "return", "exceed", "show", "intersect", "hit", "cut", "meet",
    "include", "have", "reach", "yield", "host", "be", "remain", "stand", "fall", "rise", "slip",
    "measure", "record", "encounter", "confirm", "drop", "decline", "improve", "climb",
}  # fmt: skip
# What a grade may stand before: "4% ore".
_PREMODIFIED = {
    "ore",
    "concentrate",
    "material",
    "brine",
    "fine",
    "alloy",
    "matte",
    "product",
    "magnetite",
    "rock",
}
_ELSE = re.compile(
    r"\s*(?:cut-?off|of\s+(?:its|the|their|all|world|global)\b|stake|share|interest|off\b|from\b)"
)
_NOT = re.compile(r"\bnot (?:the )?$")
# What a percentage must be of to be a grade where the verb does not say so.
_OF = re.compile(
    r"\s*(?:total\s+|contained\s+|combined\s+)?"
    r"(?:(?:rare[ -]earths?|lithium|copper|gold|nickel|cobalt|graphit\w+|tin|"
    r"tungsten|zinc|uranium|iron|manganese|antimony|silver|tantalum|niobium|lead|vanadium|titanium|rutile|ilmenite|"
    r"zircon|alumina|aluminium|carbon|boron|gallium|germanium|scandium|beryllium|indium|potash|phosphate|silicon|"
    r"platinum|palladium|molybdenum|fluorspar|barite|chromite|chrome|magnesium|bismuth|tellurium|helium|sulphur|"
    r"arsenic|thorium|oxides?|metal)\b|(?:Li|Cu|Au|Ni|Co|Sn|W|Zn|U|Fe|Mn|Sb|Ag|Ta|Nb|Pb|V|Ti|TRE?O|TGC|Cg|P|Al|Be|Sc|Ga|"
    r"Ge|K|Mo|REO|NdPr|PGE|4E|6E|S|Si|Cr|Mg|B|As|KCl)\d?O?\d?\b)"
)


def grade_owner(reading: Reading, read: ReadSentence, quantity: FoundQuantity) -> Token | None:
    """Give the noun that a concentration is the grade of; none where it is no grade.

    Args:
        reading: The article.
        read: The sentence.
        quantity: A concentration: a percentage, grams a tonne or parts per million.
    """
    sentence = read.sentence
    amount = token_at(sentence, quantity)
    if amount is None:
        return None
    text = reading.article.text
    follows = _OF.match(text, quantity.end, quantity.end + 40) is not None
    sure = quantity.unit != "percent"
    if _ELSE.match(text, quantity.end) or _NOT.search(text, max(0, quantity.start - 8), quantity.start):
        return None
    if not any(c.isdigit() for c in quantity.words):
        return None
    for token in _above(read, amount, quantity):
        if any(token.start < q.end and q.start < token.end for q in read.quantities):
            return _of_measured(reading, read, token, quantity)
        if _is_assayed(token) and (sure or follows or token.lemma in _PREMODIFIED | {"grade", "purity"}):
            return _thing(read, token)
    clause = clause_at(read, amount)
    if clause is None or clause.passive:
        return None
    subject = next((sentence.tokens[i] for i in clause.arguments.get("subj", ())), None)
    if subject is None or subject.start <= amount.start <= subject.end:
        return None
    if any(subject.start < q.end and q.start < subject.end for q in read.quantities):
        averaging = clause.lemma in _AVERAGING | {"contain", "carry", "hold"}
        return _of_measured(reading, read, subject, quantity) if averaging else None
    if subject.pos not in _NOUNS:
        return None
    if not _is_argument(read, amount, clause) or subject.lemma in read_words().flows:
        return None
    if clause.lemma in _AVERAGING or (
        clause.lemma in _CONTAINING and (sure or follows or _is_assayed(subject))
    ):
        kind = reading.naming.mention_of(sentence, subject).type
        named = subject.pos == "PROPN" and clause.lemma in {
            "contain",
            "hold",
            "host",
            "average",
            "grade",
            "return",
        }
        agent = kind in _AGENTS and not (named and kind == "Organization")
        if not _is_assayed(subject) and (agent or not (sure or follows)):
            return None
        return _thing(read, subject)
    return None


def _of_measured(reading: Reading, read: ReadSentence, token: Token, quantity: FoundQuantity) -> Token | None:
    """Give what has a grade that is said of an amount: of tonnes their rock, of metres the hole."""
    sentence = read.sentence
    for child in sentence.children(token, "prep"):
        inner = next(sentence.children(child, "pobj"), None)
        if child.lower == "of" and inner is not None and _is_assayed(inner):
            return inner
    mass = next(q for q in read.quantities if token.start < q.end and q.start < token.end)
    if mass.unit in {"metre", "foot"}:
        clause = clause_at(read, token)
        subject = clause.argument("subj") if clause is not None else None
        if subject is None or subject.pos not in {"NOUN", "PROPN"}:
            return None
        drilled = subject.lemma.lower() in {"hole", "drilling", "interval", "trench", "zone", "vein", "work"}
        site = reading.naming.mention_of(sentence, subject).type == "ExtractionSite"
        return subject if drilled or site else None
    return owner_of(reading, read, mass) if mass.start != quantity.start else None


_NOUNS = {"NOUN", "PROPN", "PRON"}
_AGENTS = {
    "Organization",
    "State",
    "Government",
    "Person",
    "AgentGroup",
    "Agreement",
    "LegalInstrument",
    "EconomicAggregate",
}


def _is_assayed(token: Token) -> bool:
    return token.lemma.lower() in _ASSAYED | read_words().endowment


def _above(read: ReadSentence, amount: Token, quantity: FoundQuantity) -> Iterator[Token]:
    """Give the nouns that an amount hangs on: `ore at 0.4 %`, `4% ore`, `ore averaging 0.4 %`."""
    sentence, current = read.sentence, amount
    for _ in range(4):
        if current.head == current.i or current.dep in {
            "nsubj",
            "nsubjpass",
            "conj",
            "relcl",
            "ccomp",
            "advcl",
        }:
            return
        current = sentence.head(current)
        if current.pos in {"NOUN", "PROPN"}:
            if current.start >= quantity.end and current.lemma not in _PREMODIFIED:
                # "1.1% cobalt": what it is a grade in, not what has it.
                continue
            yield current
            if current.dep not in {"compound", "nmod"} and current.lemma not in {"average", "mean", "grade"}:
                return
        elif current.pos in {"VERB", "AUX"} and not (current.lemma in _AVERAGING and current.dep == "acl"):
            return


def _is_argument(read: ReadSentence, amount: Token, clause: Clause) -> bool:
    """Tell whether an amount belongs to the verb itself, as its object or after a preposition of measure."""
    current, sentence = amount, read.sentence
    for _ in range(4):
        if current.head == clause.head:
            return current.dep not in {"prep", "nsubj"} or current.lower in {"at", "to", "between", "of"}
        current = sentence.head(current)
    return False


def _thing(read: ReadSentence, token: Token) -> Token:
    """Go from a grade to what it is the grade of: `the grade of the apatite ore`."""
    if token.lemma not in {"grade", "concentration", "average"}:
        return token
    for child in read.sentence.children(token, "prep"):
        for inner in read.sentence.children(child, "pobj"):
            if (
                child.lower in {"of", "at"}
                and inner.pos in {"NOUN", "PROPN"}
                and inner.lemma not in {"%", "percent"}
            ):
                return inner
    return token
