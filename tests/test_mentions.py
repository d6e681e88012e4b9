from __future__ import annotations

import pytest

from claimstake.article import Article
from claimstake.coreference import antecedent_of
from claimstake.drafts.reading import Reading, read_article
from claimstake.mentions import phrase_span
from claimstake.mentions.names import without_legal_form
from wording import said


def _reading(text: str) -> Reading:
    return read_article(Article(id="x", text=f"Title\n\n{text}\n", title="Title"))


def _named(reading: Reading, word: str) -> tuple[str, str]:
    for read in reading.sentences:
        for token in read.sentence.tokens:
            if token.text == word:
                mention = reading.naming.mention_of(read.sentence, token)
                return mention.type, mention.label
    raise AssertionError(word)


@pytest.mark.parametrize(
    ("text", "word", "type_", "label"),
    [
        ("Beijing imposed a ban.", "Beijing", "Government", "Government of China"),
        ("The talks were held in Beijing.", "Beijing", "Place", "Beijing"),
        ("The Chilean government agreed.", "government", "Government", "Government of Chile"),
        ("The mine was sold to Drina Lithium.", "Lithium", "Organization", "Drina Lithium"),
        ("Mines Minister Tendai Marowa spoke.", "Marowa", "Person", "Tendai Marowa"),
        ("It signed an offtake agreement.", "agreement", "Agreement", "offtake agreement"),
        ("Analysts doubt it.", "Analysts", "AgentGroup", "Analysts"),
        ("They lifted the export ban.", "ban", "TradeMeasure", "export ban"),
        ("It was reported under the JORC Code.", "Code", "ReportingStandard", "JORC Code"),
        ("Spodumene is shipped abroad.", "Spodumene", "Commodity", "lithium"),
    ],
)
def test_noun_names_a_thing(text: str, word: str, type_: str, label: str) -> None:
    assert _named(_reading(text), word) == (type_, label)


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("US Strategic Metals (USSM) signed. Later USSM paid.", "USSM", "US Strategic Metals"),
        ("Gascoyne Vanadium has a loan. Gascoyne signed a deal.", "Gascoyne", "Gascoyne Vanadium"),
        ("The minister, Lena Shikongo, agreed. Shikongo said more.", "Shikongo", "Lena Shikongo"),
    ],
)
def test_short_form_is_the_full_name(text: str, word: str, label: str) -> None:
    reading = _reading(text)
    last = [t for r in reading.sentences for t in r.sentence.tokens if t.text == word][-1]
    sentence = reading.sentences[-1].sentence

    assert reading.naming.mention_of(sentence, last).label == label


def _antecedent(text: str, word: str) -> str | None:
    reading = _reading(text)
    sentence = reading.sentences[-1].sentence
    token = next(t for t in sentence.tokens if t.text == word)
    found = antecedent_of(reading.context, sentence, token)
    return None if found is None else found.label


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Zimbabwe imposed a ban on exports. The country wants plants.", "country", "Zimbabwe"),
        (
            "Zimbabwe imposed a ban on exports. The government wants plants.",
            "government",
            "Government of Zimbabwe",
        ),
        ("Drina Lithium owns a mine. The company denies it.", "company", "Drina Lithium"),
        ("Codelco owns the mine. It will sell the ore.", "It", "Codelco"),
        ("Zimbabwe imposed a ban on exports. Miners oppose the ban.", "ban", "ban"),
    ],
)
def test_reference_is_resolved(text: str, word: str, label: str) -> None:
    assert _antecedent(text, word) == label


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It rained. The ban came later.", "ban"),
        ("Nobody spoke. It rained.", "It"),
    ],
)
def test_reference_without_a_plain_antecedent_is_left_open(text: str, word: str) -> None:
    assert _antecedent(text, word) is None


def test_phrase_holds_what_belongs_to_the_noun() -> None:
    reading = _reading("It banned all exports of lithium concentrate in May.")
    read = reading.sentences[-1]
    token = next(t for t in read.sentence.tokens if t.text == "exports")

    span = phrase_span(read.sentence, token)

    assert reading.article.text[span.start : span.end] == "all exports of lithium concentrate"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nordic Lithium Inc. owns a mine. Nordic Lithium owns a smelter.", 1),
        ("Nordic Lithium owns a mine. Nordic Lithium Inc. owns a smelter.", 1),
        ("Nordic Lithium Ltd. owns a mine. Nordic Lithium Ltd owns a smelter.", 1),
        ("Nordic Copper plc owns a mine. Nordic Copper PLC owns a smelter.", 1),
        ("Ostfeld Metals AG owns a mine. Ostfeld Metals owns a smelter.", 1),
        ("Nordic Copper Corp. owns a mine. Nordic Copper Corporation owns a smelter.", 1),
        ("Barrick Gold Corp. owns a mine. Barrick owns a smelter.", 1),
        ("Nordic Lithium Inc. owns a mine. Nordic Copper Inc. owns a smelter.", 2),
        ("Nordic Holdings Ltd owns a mine. Nordic Mining Ltd owns a smelter.", 2),
    ],
)
def test_company_is_one_with_and_without_its_legal_form(text: str, count: int) -> None:
    found = said(text)

    owners = [found.name(claim.subject) for claim in found.all("owns")]

    assert len(owners) == 2
    assert len(set(owners)) == count


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Kyushu Magnetics Co., Ltd.", "Kyushu Magnetics"),
        ("Frontier North Lithium Inc.", "Frontier North Lithium"),
        ("Rio Verde S.A.", "Rio Verde"),
        ("Limited", "Limited"),
        ("Pacific Incline", "Pacific Incline"),
    ],
)
def test_legal_form_is_left_out(label: str, bare: str) -> None:
    assert without_legal_form(label) == bare
