"""Find what a standard, or a word about checking, is said of: by the grammar around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimstake.detectors.endowments import read_words
from claimstake.statements.cues import read_cues
from claimstake.word_lists import read_lists, word_sets

if TYPE_CHECKING:
    from claimstake.drafts.reading import Reading, ReadSentence
    from claimstake.mentions import Span
    from claimstake.sentences import Sentence, Token
    from claimstake.statements import Clause

_LISTS = ("assessable", "pointing", "keeping", "putting", "checking", "examining", "acting")
_MODIFYING = {"compound", "amod", "nmod", "nummod", "npadvmod", "poss"}
_GOING_UP = {"dobj", "attr", "acomp", "advmod", "npadvmod", "oprd", "dep", "xcomp", "pobj", "pcomp"}
_SITES = {"ExtractionSite", "MineralEndowment", "Undertaking"}
# What is done under a code: no estimates.
_UNDER_CODES = {"audit", "work", "table", "survey"}
_AGENTS = {"Organization", "Government", "State", "Place", "AgentGroup", "ExtractionSite", "Undertaking"}


_SOME = {"several", "many", "some", "most", "others"}
_HABITUAL = {"VBZ", "VBP", "VB", "NN", "NNS", "VBG"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The lists of words of data/rules/verification.yaml."""

    assessable: frozenset[str]
    pointing: frozenset[str]
    keeping: frozenset[str]
    putting: frozenset[str]
    checking: frozenset[str]
    examining: frozenset[str]
    acting: frozenset[str]
    outsiders: re.Pattern[str]


@cache
def read_wording() -> Wording:
    """Read the word lists.

    Raises:
        InputError: If a list is missing or empty.
    """
    data = read_lists("verification", (*_LISTS, "outsiders"))
    outsiders = re.compile(re.sub(r"\s*\n\s*", "", data["outsiders"]), re.IGNORECASE)
    return Wording(outsiders=outsiders, **word_sets(data, _LISTS))


@dataclass(frozen=True, slots=True)
class Assessed:
    """Looks for what is verified in a sentence."""

    reading: Reading
    read: ReadSentence

    def can_be(self, token: Token) -> bool:
        """Tell whether a word can stand for what is verified: an estimate, a document, an amount."""
        words = read_wording()
        if token.lower in words.pointing:
            return token.lower != "one" or not any(
                c.lower == "no" for c in self.read.sentence.children(token)
            )
        if token.pos in {"PRON", "DET"}:
            return False
        if token.pos == "NUM" or token.text == "$":
            return True
        known = read_words().endowment | read_words().estimate | words.assessable
        if token.lemma.lower() in known or token.lower in known:
            return True
        return (
            token.lemma not in _UNDER_CODES
            and self.reading.naming.mention_of(self.read.sentence, token).type in _SITES
        )

    def is_estimate(self, token: Token) -> bool:
        """Tell whether a word stands for an estimate or a document, not for a site as such."""
        kind = self.reading.naming.mention_of(self.read.sentence, token).type
        return (
            self.can_be(token)
            and token.lemma != "site"
            and (kind not in _SITES or kind == "MineralEndowment")
        )

    def is_acting(self, span: Span) -> bool:
        """Tell whether a standard does something itself, or has it done to it: `SAMREC does not treat`."""
        sentence, words = self.read.sentence, read_wording()
        token = head_of_span(sentence, span)
        while token is not None and token.dep in _MODIFYING | {"conj", "appos"} and token.head != token.i:
            token = sentence.head(token)
            if token.lemma not in words.acting and token.pos != "PROPN":
                return False
            if token.lemma in {"change", "revision", "amendment", "tag"}:
                return True
        if token is None or token.dep not in {"nsubj", "nsubjpass", "ROOT"}:
            return False
        return token.dep != "ROOT" and (token.lemma in words.acting or token.pos == "PROPN")

    def reporter(self, span: Span) -> Token | None:
        """Give who makes its estimates public under a standard: `files its estimates under`."""
        sentence = self.read.sentence
        before = [t for t in sentence.tokens if t.end <= span.start]
        for token in reversed(before[-8:]):
            if token.lemma in {"report", "file", "disclose", "publish"} and token.tag in _HABITUAL:
                return self._who(token)
        return None

    def _who(self, token: Token) -> Token | None:
        sentence = self.read.sentence
        clause = next((c for c in self.read.clauses if c.head == token.i), None)
        if clause is not None and token.pos == "VERB" and not clause.passive:
            thing, who = clause.argument("obj"), clause.argument("subj")
            general = thing is None or any(c.lower in {"its", "their"} for c in sentence.children(thing))
            return who if who is not None and general and self._is_agent(who) else None
        before = sentence.tokens[token.i - 1] if token.i else None
        if before is not None and before.lower in _SOME:
            return before
        bare = not any(c.dep in {"det", "poss", "amod"} for c in sentence.children(token))
        return before if before is not None and bare and self._is_agent(before) else None

    def _is_agent(self, token: Token) -> bool:
        if token.pos == "PRON" or token.lower in _SOME:
            return True
        return self.reading.naming.mention_of(self.read.sentence, token).type in _AGENTS

    def by(self, span: Span) -> Token | None:
        """Give what words that name a standard or a check are said of; none if grammar does not tell."""
        sentence = self.read.sentence
        token = head_of_span(sentence, span)
        if token is None:
            return None
        if token.pos in {"VERB", "AUX", "ADJ"}:
            found = self.of_predicate(token)
            if found is not None:
                return self._holder(found)
        for _ in range(9):
            head = sentence.head(token)
            if head.i == token.i or head.lemma in _UNDER_CODES:
                return None
            found = self._beside(token, head, span)
            if found is not None:
                return self._holder(found)
            if token.dep in {"ccomp", "advcl", "relcl", "ROOT", "parataxis"}:
                return None
            token = head
        return None

    def _holder(self, token: Token) -> Token:
        """Give who has a report, where a clause says just that: "two have reports under JORC"."""
        above = next((c for c in self.read.clauses if c.head == token.head), None)
        if token.lemma not in {"report", "statement"} or above is None or above.lemma != "have":
            return token
        return above.argument("subj") or token if token.dep == "dobj" else token

    def _beside(self, token: Token, head: Token, span: Span) -> Token | None:
        noun = head.pos in {"NOUN", "PROPN"}
        if noun and token.dep in _MODIFYING and head.start >= span.end and self.can_be(head):
            return head
        verbal = head.pos in {"VERB", "AUX", "ADJ"}
        if verbal and token.dep in _GOING_UP | {"prep", "agent", "conj"}:
            return self.of_predicate(head)
        if (
            not verbal
            and head.dep == "nsubj"
            and any(c.lower == "no" for c in self.read.sentence.children(head))
        ):
            # "No statement under JORC backs the figure": it is the figure that has none.
            above = next((c for c in self.read.clauses if c.head == head.head), None)
            backed = self.first(above, ("obj",)) if above is not None and not above.passive else None
            if backed is not None:
                return backed
        hangs = token.dep in {"prep", "agent", "appos"} and (token.dep != "appos" or "(" in token.text)
        return head if hangs and not verbal and head.start < span.start and self.can_be(head) else None

    def of_predicate(self, token: Token) -> Token | None:
        """Give what a verb or adjective says to be checked, or to keep to a code."""
        sentence, words = self.read.sentence, read_wording()
        head = sentence.head(token)
        by_head = {clause.head: clause for clause in self.read.clauses}
        if token.dep == "amod":
            return head if self.can_be(head) else None
        clause = by_head.get(token.i)
        if clause is None and token.pos == "ADJ":
            if token.dep in {"acl", "relcl", "appos"}:
                return head if self.can_be(head) else None
            above = by_head.get(head.i)
            return self.first(above, ("obj", "subj")) if above is not None else None
        if clause is None:
            return None
        if clause.passive:
            return self.first(clause, ("obj",))
        if token.tag == "VBN" and token.dep == "acl":
            return head if self.can_be(head) else None
        if clause.lemma in words.keeping or token.pos == "ADJ":
            return self.first(clause, ("subj",))
        return self.first(clause, ("obj", "subj")) if clause.lemma.split()[0] in words.putting else None

    def first(self, clause: Clause, labels: tuple[str, ...]) -> Token | None:
        """Give the first argument with one of some labels that can be verified."""
        tokens = (clause.sentence.tokens[i] for label in labels for i in clause.arguments.get(label, ()))
        return next((token for token in tokens if self.can_be(token)), None)


def head_of_span(sentence: Sentence, span: Span) -> Token | None:
    """Give the token of a span that the others hang on."""
    inside = sentence.at(span.start, span.end)
    ids = {t.i for t in inside}
    return next((t for t in inside if t.head not in ids or t.head == t.i), inside[0] if inside else None)


def is_document(token: Token) -> bool:
    """Tell whether a noun names what estimates are published in, or an estimate itself."""
    return token.lemma in read_cues().documents | {"estimate", "figure", "number"}
