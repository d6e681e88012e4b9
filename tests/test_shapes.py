"""Each shape accepts a minimal good example and rejects a minimal bad one."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from claimstake.assets import ONTOLOGY
from claimstake.reasoning.ontology_view import as_ntriples
from claimstake.reasoning.shapes import SHAPES, shape_findings

if TYPE_CHECKING:
    from claimstake.graph.build import ArticleGraphs

GOOD = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix id: <https://w3id.org/claimstake/id/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix stake: <https://w3id.org/claimstake/ontology#> .
@prefix stakev: <https://w3id.org/claimstake/vocab#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

id:d a stake:SourceDocument .
id:d rdfs:label "An article"@en .
id:d dcterms:title "An article" .
id:d dcterms:identifier "an-article" .
id:d dcterms:language "en" .
id:d dcterms:issued "2026-01-17T00:00:00Z"^^xsd:dateTime .
id:d stake:textDigest "0000000000000000000000000000000000000000000000000000000000000000" .
id:d stake:publishedBy id:agent .
id:d stake:citesDocument id:report .
id:report a stake:SourceDocument .
id:report rdfs:label "A report"@en .
id:run a stake:ExtractionActivity .
id:run dcterms:source id:d .
id:run prov:used id:d .
id:run stake:extractorName "rules" .
id:run stake:extractorVersion "1" .
id:agent a stake:Agent .
id:agent rdfs:label "An agent"@en .
id:c a stake:Claim .
id:c dcterms:source id:d .
id:c dcterms:identifier "F1" .
id:c stake:claimKind stakev:state .
id:c stake:hasMention id:m .
id:c stake:hasProposition id:p .
id:c stake:hasStance stakev:affirms .
id:c stake:hasCertainty stakev:certain .
id:c stake:hasModality stakev:asserted .
id:c stake:attributionKind stakev:narrator .
id:c stake:attributedTo id:agent .
id:c stake:reviewStatus stakev:accepted .
id:c stake:extractedBy id:run .
id:c stake:extractionConfidence 0.5 .
id:c stake:hasArgument id:a .
id:m a stake:Mention .
id:m dcterms:source id:d .
id:m stake:inDocument id:d .
id:m stake:exactText "word" .
id:m stake:startOffset 3 .
id:m stake:endOffset 7 .
id:m stake:inSection stakev:body .
id:a a stake:Argument .
id:a dcterms:source id:d .
id:a stake:argumentRole stakev:subject .
id:a stake:hasMention id:m .
id:a stake:argumentFiller id:agent .
id:p a stake:Proposition .
id:p dcterms:source id:d .
id:p stake:propositionText "An agent is in a state." .
id:p stake:propositionSubject id:agent .
id:p stake:propositionPredicate stake:developmentStatus .
id:p stake:contentKey "abc0" .
id:p stake:propositionQuantity id:q .
id:p stake:holdsDuring id:t .
id:q a stake:Quantity .
id:q dcterms:source id:d .
id:q stake:quantityText "5 %" .
id:q stake:hasComparator stakev:equal .
id:q stake:hasUnit stakev:unit-percent .
id:q stake:numericValue 5.0 .
id:q stake:lowerBound 5.0 .
id:q stake:upperBound 5.0 .
id:t a stake:TimeSpan .
id:t dcterms:source id:d .
id:t stake:edtfValue "2025-10" .
id:t stake:timeText "in October" .
id:t stake:notBefore "2025-10-01T00:00:00Z"^^xsd:dateTime .
id:t stake:notAfter "2025-10-31T23:59:59Z"^^xsd:dateTime .
id:v a stake:VerificationAssessment .
id:v dcterms:source id:d .
id:v stake:assessesClaim id:c .
id:v stake:underStandard stake:JORC .
id:v stake:hasOutcome stakev:failed .
id:v stake:statedInClaim id:c .
id:s a stake:Statement .
id:s dcterms:source id:d .
id:s stake:hasMention id:m .
id:s stake:predicateLemma "be" .
id:s stake:hasModality stakev:asserted .
id:s stake:hasStance stakev:affirms .
id:s stake:hasArgument id:a .
id:s stake:typedAs id:c .
id:deal a stake:Agreement, stake:Undertaking .
id:deal rdfs:label "A deal"@en .
id:deal stake:agreementKind stakev:agreement-unspecified .
id:law a stake:Constraint .
id:law rdfs:label "A law"@en .
id:law stake:constraintKind stakev:constraint-legal .
id:g a stake:InferredGraph .
id:g dcterms:source id:d .
id:g prov:wasDerivedFrom id:graph .
"""

# Name of the shape that must object, a line of the good example (or none), and what stands in its place.
BAD = [
    ("OfArticle", "id:a dcterms:source id:d .", ""),
    ("OfArticle", "id:m dcterms:source id:d .", "id:m dcterms:source id:agent ."),
    ("Claim", 'id:c dcterms:identifier "F1" .', ""),
    ("Claim", "id:c stake:claimKind stakev:state .", ""),
    ("Claim", "id:c stake:claimKind stakev:state .", "id:c stake:claimKind stakev:affirms ."),
    ("Claim", "id:c stake:hasMention id:m .", ""),
    ("Claim", "id:c stake:hasProposition id:p .", ""),
    ("Claim", "id:c stake:hasStance stakev:affirms .", ""),
    ("Claim", "", "id:c stake:hasStance stakev:denies ."),
    ("Claim", "id:c stake:hasStance stakev:affirms .", "id:c stake:hasStance stakev:certain ."),
    ("Claim", "id:c stake:hasCertainty stakev:certain .", ""),
    ("Claim", "id:c stake:hasCertainty stakev:certain .", "id:c stake:hasCertainty stakev:affirms ."),
    ("Claim", "id:c stake:hasModality stakev:asserted .", ""),
    ("Claim", "id:c stake:hasModality stakev:asserted .", "id:c stake:hasModality stakev:affirms ."),
    ("Claim", "id:c stake:attributionKind stakev:narrator .", ""),
    ("Claim", "id:c stake:attributionKind stakev:narrator .", "id:c stake:attributionKind stakev:affirms ."),
    ("Claim", "id:c stake:attributedTo id:agent .", ""),
    ("Claim", "id:c stake:attributedTo id:agent .", "id:c stake:attributedTo id:p ."),
    (
        "Claim",
        "id:c stake:attributionKind stakev:narrator .",
        "id:c stake:attributionKind stakev:named-document .",
    ),
    (
        "Claim",
        "id:c stake:attributionKind stakev:narrator .\nid:c stake:attributedTo id:agent .",
        "id:c stake:attributionKind stakev:named-agent .",
    ),
    ("Claim", "", "id:c stake:attributedToDocument id:agent ."),
    ("Claim", "", "id:c stake:reportedBy id:d ."),
    ("Claim", "id:c stake:reviewStatus stakev:accepted .", ""),
    ("Claim", "id:c stake:reviewStatus stakev:accepted .", "id:c stake:reviewStatus stakev:affirms ."),
    ("Claim", "id:c stake:extractedBy id:run .", ""),
    ("Claim", "0.5 .", "1.5 ."),
    ("Claim", "id:c stake:hasArgument id:a .", ""),
    ("Claim", "", "id:c stake:hasCondition id:c ."),
    ("Claim", "", "id:c stake:isAboutClaim id:p ."),
    ("Claim", "", "id:c stake:restates id:p ."),
    ("ResourceEstimateClaim", "", "id:c a stake:ResourceEstimateClaim ."),
    ("Allegation", "", "id:c a stake:Allegation ."),
    ("Forecast", "", "id:c a stake:Forecast ."),
    ("CausalClaim", "", "id:c a stake:CausalClaim ."),
    ("EvaluativeClaim", "", "id:c a stake:EvaluativeClaim ."),
    ("VerificationClaim", "", "id:c a stake:VerificationClaim ."),
    ("Mention", "id:m stake:inDocument id:d .", ""),
    ("Mention", 'id:m stake:exactText "word" .', ""),
    ("Mention", 'id:m stake:exactText "word" .', 'id:m stake:exactText "" .'),
    ("Mention", "id:m stake:startOffset 3 .", ""),
    ("Mention", "id:m stake:startOffset 3 .", "id:m stake:startOffset -1 ."),
    ("Mention", "id:m stake:startOffset 3 .", "id:m stake:startOffset 7 ."),
    ("Mention", "id:m stake:endOffset 7 .", 'id:m stake:endOffset "seven" .'),
    ("Mention", "id:m stake:inSection stakev:body .", ""),
    ("Mention", "id:m stake:inSection stakev:body .", "id:m stake:inSection stakev:editorial ."),
    ("Argument", "id:a stake:argumentRole stakev:subject .", ""),
    ("Argument", "id:a stake:argumentRole stakev:subject .", "id:a stake:argumentRole stakev:state ."),
    ("Argument", "id:a stake:hasMention id:m .", ""),
    ("Argument", "", 'id:a stake:argumentFiller "agent" .'),
    ("Argument", "", "id:a stake:antecedentMention id:agent ."),
    ("Statement", "id:s stake:hasMention id:m .", ""),
    ("Statement", 'id:s stake:predicateLemma "be" .', ""),
    ("Statement", "id:s stake:hasModality stakev:asserted .", ""),
    ("Statement", "id:s stake:hasStance stakev:affirms .", ""),
    ("Statement", "id:s stake:hasArgument id:a .", "id:s stake:hasArgument id:m ."),
    ("Statement", "id:s stake:typedAs id:c .", "id:s stake:typedAs id:p ."),
    ("Proposition", 'id:p stake:propositionText "An agent is in a state." .', ""),
    ("Proposition", "id:p stake:propositionSubject id:agent .", ""),
    ("Proposition", "", "id:p stake:propositionSubject id:deal ."),
    ("Proposition", "", "id:p stake:propositionPredicate stake:hasExtent ."),
    ("Proposition", 'id:p stake:contentKey "abc0" .', ""),
    ("Proposition", 'id:p stake:contentKey "abc0" .', 'id:p stake:contentKey "key" .'),
    ("Proposition", "id:p stake:propositionQuantity id:q .", "id:p stake:propositionQuantity id:t ."),
    ("Proposition", "id:p stake:holdsDuring id:t .", "id:p stake:holdsDuring id:q ."),
    ("Quantity", 'id:q stake:quantityText "5 %" .', ""),
    ("Quantity", "id:q stake:hasComparator stakev:equal .", ""),
    ("Quantity", "id:q stake:hasComparator stakev:equal .", "id:q stake:hasComparator stakev:affirms ."),
    ("Quantity", "id:q stake:hasComparator stakev:equal .", "id:q stake:hasComparator stakev:about ."),
    ("Quantity", "id:q stake:hasComparator stakev:equal .", "id:q stake:hasComparator stakev:nearly ."),
    ("Quantity", "id:q stake:hasComparator stakev:equal .", "id:q stake:hasComparator stakev:atLeast ."),
    ("Quantity", "id:q stake:hasComparator stakev:equal .", "id:q stake:hasComparator stakev:vague ."),
    ("Quantity", "id:q stake:lowerBound 5.0 .", "id:q stake:lowerBound 4.0 ."),
    ("Quantity", "id:q stake:lowerBound 5.0 .", "id:q stake:lowerBound 6.0 ."),
    ("Quantity", "id:q stake:upperBound 5.0 .", ""),
    ("Quantity", "id:q stake:upperBound 5.0 .", 'id:q stake:upperBound "5" .'),
    ("Quantity", "id:q stake:numericValue 5.0 .", 'id:q stake:numericValue "5" .'),
    ("Quantity", "id:q stake:hasUnit stakev:unit-percent .", ""),
    ("Quantity", "id:q stake:hasUnit stakev:unit-percent .", "id:q stake:hasUnit stakev:unit-currency ."),
    ("Quantity", "", 'id:q stake:currencyCode "USD" .'),
    (
        "Quantity",
        "id:q stake:hasUnit stakev:unit-percent .",
        'id:q stake:hasUnit stakev:unit-currency . id:q stake:currencyCode "dollars" .',
    ),
    ("Quantity", "", "id:q stake:perUnit stakev:affirms ."),
    ("TimeSpan", 'id:t stake:edtfValue "2025-10" .', ""),
    ("TimeSpan", 'id:t stake:timeText "in October" .', ""),
    ("TimeSpan", 'id:t stake:notBefore "2025-10-01', 'id:t stake:notBefore "2026-10-01'),
    ("TimeSpan", 'id:t stake:notBefore "2025-10-01T00:00:00Z"^^xsd:dateTime .', ""),
    ("TimeSpan", '"2025-10-31T23:59:59Z"^^xsd:dateTime', '"2025-10-31"^^xsd:date'),
    ("VerificationAssessment", "id:v stake:assessesClaim id:c .", ""),
    (
        "VerificationAssessment",
        "id:v stake:underStandard stake:JORC .",
        "id:v stake:underStandard id:agent .",
    ),
    ("VerificationAssessment", "id:v stake:hasOutcome stakev:failed .", ""),
    (
        "VerificationAssessment",
        "id:v stake:hasOutcome stakev:failed .",
        "id:v stake:hasOutcome stakev:affirms .",
    ),
    ("VerificationAssessment", "id:v stake:statedInClaim id:c .", ""),
    ("SourceDocument", 'id:report rdfs:label "A report"@en .', ""),
    ("SourceDocument", 'id:d dcterms:title "An article" .', ""),
    ("SourceDocument", '0000000000000000" .', 'g" .'),
    ("SourceDocument", '"2026-01-17T00:00:00Z"^^xsd:dateTime', '"2026-01-17"'),
    ("SourceDocument", "id:d stake:publishedBy id:agent .", "id:d stake:publishedBy id:p ."),
    ("SourceDocument", "id:d stake:citesDocument id:report .", "id:d stake:citesDocument id:agent ."),
    ("ExtractionActivity", "id:run prov:used id:d .", ""),
    ("ExtractionActivity", 'id:run stake:extractorName "rules" .', ""),
    ("ExtractionActivity", 'id:run stake:extractorVersion "1" .', ""),
    ("InferredGraph", "id:g dcterms:source id:d .", ""),
    ("InferredGraph", "id:g prov:wasDerivedFrom id:graph .", ""),
    ("Thing", 'id:agent rdfs:label "An agent"@en .', ""),
    ("Thing", "", "id:deal stake:concernsCommodity id:agent ."),
    ("Agreement", "id:deal stake:agreementKind stakev:agreement-unspecified .", ""),
    (
        "Agreement",
        "id:deal stake:agreementKind stakev:agreement-unspecified .",
        "id:deal stake:agreementKind stakev:constraint-legal .",
    ),
    ("Constraint", "stakev:constraint-legal", "stakev:agreement-treaty"),
    ("ApprovalRequirement", "", "id:law a stake:ApprovalRequirement ; stake:requiresApprovalFrom id:deal ."),
    ("Government", "", "id:agent a stake:Government ; stake:actsFor id:deal ."),
]


def turtle(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(input=text, format=RdfFormat.TURTLE)]


REFERENCE = turtle((ONTOLOGY / "vocab.ttl").read_text(encoding="utf-8"))


def spoilt(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1) if old else GOOD + new


def shapes_that_object(text: str) -> set[str]:
    return {finding.check for finding in shape_findings([*turtle(text), *REFERENCE])}


def test_the_good_example_conforms() -> None:
    assert shape_findings([*turtle(GOOD), *REFERENCE]) == []


@pytest.mark.parametrize(("shape", "old", "new"), BAD, ids=[f"{s}: {o or n}" for s, o, n in BAD])
def test_a_bad_example_is_rejected_by_its_shape(shape: str, old: str, new: str) -> None:
    assert shape in {name.split("-")[0] for name in shapes_that_object(spoilt(old, new))}


def test_every_shape_with_a_target_has_a_bad_example() -> None:
    store = turtle(SHAPES.read_text(encoding="utf-8"))
    targeted = {
        triple.subject.value.rpartition("#")[2]  # type: ignore[union-attr]
        for triple in store
        if triple.predicate.value.endswith("#targetClass")
    }

    assert targeted - {shape for shape, _, _ in BAD} == set()


def test_every_message_is_given_for_some_bad_example() -> None:
    store = turtle(SHAPES.read_text(encoding="utf-8"))
    messages = {t.object.value for t in store if t.predicate.value.endswith("#message")}  # type: ignore[union-attr]
    given = {
        finding.problem
        for _, old, new in BAD
        for finding in shape_findings([*turtle(spoilt(old, new)), *REFERENCE])
    }

    assert {
        message for message in messages if not any(problem.startswith(message) for problem in given)
    } == set()


def test_the_article_conforms(article_graphs: ArticleGraphs) -> None:
    assert shape_findings([*article_graphs.article, *article_graphs.reference]) == []


def conforms_in_pyshacl(triples: list[Triple]) -> bool:
    import pyshacl
    from rdflib import Graph

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        conforms, _, _ = pyshacl.validate(
            Graph().parse(data=as_ntriples(triples), format="nt"), shacl_graph=Graph().parse(SHAPES)
        )
    return bool(conforms)


def test_another_validator_agrees(article_graphs: ArticleGraphs) -> None:
    assert conforms_in_pyshacl([*article_graphs.article, *article_graphs.reference])
    assert conforms_in_pyshacl([*turtle(GOOD), *REFERENCE])
    assert [bad for bad in BAD[::9] if conforms_in_pyshacl([*turtle(spoilt(*bad[1:])), *REFERENCE])] == []
