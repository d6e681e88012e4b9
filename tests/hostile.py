"""An article that tries to be more than text."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WORD = "unobtainium" * 910
# Each of these would set a variable of the page, load something, end an element or turn a line round.
SCRIPT = "<script>window.pwned = 1</script>"
IMAGE = '<img src=x onerror="window.pwned = 2">'
STYLE = "</style><style>* { display: none }</style>"
ENDING = "</script><script>window.pwned = 3</script><!--"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${window.pwned = 4} #{1+1}"
OVERRIDE = "\u202edetrevni si siht\u202c"
ESCAPE = "the \x1b[31mred\x1b[0m mine"

TITLE = f"Deal {SCRIPT} {TEMPLATE}"
TEXT = (
    f"{TITLE}\n\n"
    f"Minister {SCRIPT} said the ore {IMAGE} is worth $5 billion. "
    f"The mine {STYLE} depends on {ENDING} for water. "
    f"A firm {TEMPLATE} signed a deal. "
    f"The report {OVERRIDE} denies it. "
    f"It was called {WORD} by {ESCAPE}.\n"
)

_ENTITIES = {
    "Paper": ("Organization", f"Paper {IMAGE}"),
    "Minister": ("Person", f"Minister {SCRIPT}"),
    "Ore": ("MineralEndowment", f"ore {IMAGE}"),
    "Mine": ("ExtractionSite", f"mine {STYLE}"),
    "Supplier": ("Organization", f"supplier {ENDING}"),
    "Firm": ("Organization", f"firm {TEMPLATE}"),
    "Deal": ("Agreement", f"deal {SCRIPT}"),
    "Report": ("SourceDocument", f"report {OVERRIDE}"),
    "Thing": ("StateOfAffairs", WORD),
}


def write_hostile(folder: Path) -> Path:
    """Write the article and its claims into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "claims.yaml").write_text(_yaml(), encoding="utf-8")
    return folder


def _yaml() -> str:
    claims = [
        _claim("H1", "resource-estimate", f"the ore {IMAGE} is worth $5 billion", "Ore", f"ore {IMAGE}",
               relation="hasEstimatedValue",
               quantity={"value": 5000000000, "words": "$5 billion", "unit": "USD", "comparator": "equal"},
               attribution={"kind": "named-agent", "agents": ["Minister"],
                            "words": f"Minister {SCRIPT} said"}),
        _claim("H2", "dependency", f"The mine {STYLE} depends on {ENDING}", "Mine", f"mine {STYLE}",
               relation="dependsOn", objects=[{"entity": "Supplier", "words": ENDING}]),
        _claim("H3", "event", f"A firm {TEMPLATE} signed a deal", "Firm", f"firm {TEMPLATE}",
               relation="signs", objects=[{"entity": "Deal", "words": "a deal"}]),
        _claim("H4", "evaluation", f"It was called {WORD}", "Thing", WORD,
               relation="evaluatedAs", objects=[{"value": WORD, "words": WORD}]),
        _claim("H5", "evaluation", f"The report {OVERRIDE} denies it", "Report", f"report {OVERRIDE}",
               relation="evaluatedAs", objects=[{"value": f"untrue {OVERRIDE}", "words": "denies it"}],
               stance="denies"),
    ]  # fmt: skip
    # JSON is YAML, and quotes whatever the text holds
    file = {
        "claimstake": 1,
        "article": {
            "id": "hostile",
            "file": "article.txt",
            "sha256": sha256(TEXT.encode()).hexdigest(),
            "title": TITLE,
            "language": "en",
            "published": "2026-02-03",
            "publisher": "Paper",
            "sections": [{"section": "body", "start": 0, "end": len(TEXT)}],
        },
        "extractor": {"name": f"reader {SCRIPT}", "version": "1"},
        "entities": {key: {"type": kind, "label": label} for key, (kind, label) in _ENTITIES.items()},
        "claims": claims,
    }
    return json.dumps(file)


def _claim(
    claim_id: str, kind: str, quote: str, subject: str, words: str, **rest: object
) -> dict[str, object]:
    return {
        "id": claim_id,
        "kind": kind,
        "quote": quote,
        "subject": {"entity": subject, "words": words},
        "attribution": {"kind": "narrator"},
        "stance": "affirms",
        "certainty": "certain",
        "modality": "asserted",
        "status": "accepted",
        **rest,
    }
