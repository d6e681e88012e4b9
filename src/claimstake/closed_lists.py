"""The closed lists of the vocabulary, by the names that claims files write.

A test compares them with the value lists of the ontology.
"""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """Stance of the source on the proposition."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"
    SUPPOSES = "supposes"


class Certainty(StrEnum):
    """Certainty that the wording expresses."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Modality(StrEnum):
    """Way in which the wording puts the proposition forward."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    PRESUPPOSED = "presupposed"
    EPISTEMIC = "epistemic"
    INTENTION = "intention"
    ABILITY = "ability"
    DEONTIC = "deontic"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    INTERROGATIVE = "interrogative"


class AttributionKind(StrEnum):
    """How the article names the source of a claim."""

    NARRATOR = "narrator"
    EDITORIAL = "editorial"
    NAMED_AGENT = "named-agent"
    NAMED_DOCUMENT = "named-document"
    UNNAMED_GROUP = "unnamed-group"
    UNNAMED = "unnamed"


class Comparator(StrEnum):
    """How a stated number relates to the amount meant."""

    EQUAL = "equal"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "atLeast"
    MORE_THAN = "moreThan"
    AT_MOST = "atMost"
    LESS_THAN = "lessThan"
    BETWEEN = "between"
    VAGUE = "vague"


class Outcome(StrEnum):
    """Result of an assessment under a reporting standard."""

    VERIFIED = "verified"
    FAILED = "failed"
    EXPLICITLY_UNVERIFIED = "explicitlyUnverified"
    INCONCLUSIVE = "inconclusive"
    NOT_APPLICABLE = "notApplicable"


class Status(StrEnum):
    """Where a claim stands in review."""

    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


class Section(StrEnum):
    """Part of a news article."""

    HEADLINE = "headline"
    SYNOPSIS = "synopsis"
    TAKEAWAYS = "takeaways"
    BODY = "body"
    EDITORIAL = "editorial"
    FAQ = "faq"
    BOILERPLATE = "boilerplate"
