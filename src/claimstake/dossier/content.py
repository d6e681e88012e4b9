"""The data of a page: all that a reading holds, as plain values that the page's script draws from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimstake.card.model import local_name
from claimstake.card.record import Plain, present
from claimstake.card.verification import Status, applies, statuses
from claimstake.dossier.coverage import coverage
from claimstake.dossier.entries import claim_entry, entity_entry, entity_key
from claimstake.picture.lanes import lay_out
from claimstake.picture.network import Network, network
from claimstake.vocab import STAKE, STAKEV

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimstake.card.model import Claim, Document, Reading
    from claimstake.dossier.answers import QuestionAnswered

# More things than this cannot be told apart on a screen; each article has a picture of its own.
_MOST_THINGS = 120
_UNNAMED = {STAKEV.unnamed, STAKEV.unnamed_group}
_REVIEWED = {STAKEV.accepted, STAKEV.corrected}
_AGAINST = {STAKEV.denies, STAKEV.doubts}


def page_content(reading: Reading, answers: Iterable[QuestionAnswered]) -> dict[str, Plain]:
    """Give the data of the page."""
    whole = network(reading)
    return {
        "articles": [_article(reading, document) for document in reading.documents],
        "claims": [claim_entry(reading, claim) for claim in reading.claims],
        "things": {
            entity_key(iri): entity_entry(reading, entity) for iri, entity in reading.entities.items()
        },
        "terms": _terms(reading),
        "standards": [
            {"key": local_name(standard), "label": reading.label(standard)}
            for standard in sorted(reading.standards, key=reading.label)
        ],
        "summary": _summary(reading, reading.claims),
        "graph": _graph(reading, whole) if len(reading.documents) > 1 else {},
        "answers": [_answer(answer) for answer in answers],
    }


def _article(reading: Reading, document: Document) -> dict[str, Plain]:
    claims = reading.claims_of.get(document.iri, ())
    covered = coverage(reading, document)
    return {
        **present(
            id=document.id,
            title=document.title or document.id,
            text=document.text,
            language=document.language,
            published=document.published,
            issued=document.issued[:10],
            dateline=document.dateline,
            url=document.url if document.url.startswith(("https://", "http://")) else "",
            publisher=", ".join(reading.label(iri) for iri in document.publishers),
            cites=[reading.label(iri) for iri in document.cites],
            digest=document.digest,
            readers=list(document.readers),
        ),
        "summary": _summary(reading, claims),
        "graph": _graph(reading, network(reading, claims=claims)),
        "sentences": covered.sentences,
        "bare": [list(span) for span in covered.bare],
        "untyped": [
            present(id=s.id, words=s.span.text, predicate=s.predicate, reason=s.reason)
            for s in covered.untyped
        ],
    }


def _summary(reading: Reading, claims: Sequence[Claim]) -> dict[str, Plain]:
    # the same claims as in the table of verification
    estimates = [c for c in claims if applies(c) and not c.restates]
    found = Counter(status for claim in estimates for status in statuses(reading, claim))
    return {
        "claims": len(claims),
        "restating": sum(1 for claim in claims if claim.restates),
        "speakers": len({(c.attribution.agents, c.attribution.documents) for c in claims} - {((), ())}),
        "hedged": sum(1 for claim in claims if claim.certainty != STAKEV.certain),
        "against": sum(1 for claim in claims if claim.stance in _AGAINST),
        "unnamed": sum(1 for claim in claims if claim.attribution.kind in _UNNAMED),
        "estimates": len(estimates),
        "reviewed": sum(1 for claim in claims if claim.review in _REVIEWED),
        "candidates": sum(1 for claim in claims if claim.review == STAKEV.candidate),
        "statuses": {str(status): found[status] for status in Status if found[status]},
    }


def _graph(reading: Reading, drawn: Network) -> dict[str, Plain]:
    shown = _busiest(drawn)
    layout = lay_out(shown)
    place = {node.iri: number for number, node in enumerate(shown.nodes)}
    return {
        "width": layout.width,
        "height": layout.height,
        "all": len(drawn.nodes),
        "headings": [[str(group), x] for group, x in layout.headings],
        "nodes": [
            [entity_key(node.iri), spot.x, spot.y, spot.height, list(spot.lines), str(node.group)]
            for node in shown.nodes
            for spot in (layout.places[node.iri],)
        ],
        "edges": [
            [
                place[edge.source],
                place[edge.target],
                edge.label,
                str(edge.mood),
                [reading.place[iri] for iri in edge.claims],
            ]
            for edge in shown.edges
        ],
    }


def _busiest(drawn: Network) -> Network:
    """Keep the things that most relations tie, where there are more than a picture can show."""
    if len(drawn.nodes) <= _MOST_THINGS:
        return drawn
    ties = Counter(end for edge in drawn.edges for end in (edge.source, edge.target))
    ranked = sorted(drawn.nodes, key=lambda node: (-ties[node.iri], node.label, node.iri))
    kept = {node.iri for node in ranked[:_MOST_THINGS]}
    return Network(
        nodes=tuple(node for node in drawn.nodes if node.iri in kept),
        edges=tuple(edge for edge in drawn.edges if edge.source in kept and edge.target in kept),
    )


def _terms(reading: Reading) -> dict[str, Plain]:
    """Name the terms that entries use, with what they mean."""
    used: set[str] = set()
    for claim in reading.claims:
        used |= {claim.kind, claim.stance, claim.certainty, claim.modality, claim.attribution.kind}
        used |= {claim.span.section, claim.review, claim.content.relation}
        used |= {argument.role for argument in claim.arguments}
        used |= {claim.content.amount.comparator} if claim.content.amount else set()
    used |= {entity.kind for entity in reading.entities.values()}
    used |= {*reading.standards, STAKE.Claim}
    return {
        local_name(term): [reading.label(term), reading.definitions.get(term, "")]
        for term in sorted(used - {""})
    }


def _answer(answer: QuestionAnswered) -> dict[str, Plain]:
    return present(
        name=answer.name,
        summary=answer.summary,
        description=answer.description,
        tags=list(answer.tags),
        values=answer.values,
        columns=[[column.name, column.help, column.unit] for column in answer.columns],
        rows=[list(row) for row in answer.rows],
        more=answer.more,
        problem=answer.problem,
    )
