# ruff: noqa: N815  (the names are those of the terms)
"""Relations that propositions state."""

from __future__ import annotations

from claimstake.vocab.namespace import Namespace
from claimstake.vocab.terms import Terms


class Relations(Namespace, iri=Terms.iri):
    """Terms of `relations.ttl`."""

    accusedOf: str
    acquires: str
    approves: str
    asExtensiveAsClaimed: str
    asLucrativeAsClaimed: str
    becomes: str
    builds: str
    buys: str
    canAssure: str
    canCause: str
    canOvershadow: str
    causes: str
    competesWith: str
    constrainedBy: str
    containsCommodity: str
    contrastsWith: str
    contributesShareOf: str
    convertsReservesInto: str
    cooperatesWith: str
    costs: str
    dependsOn: str
    developmentStatus: str
    develops: str
    discovers: str
    distrusts: str
    dominates: str
    employs: str
    encountered: str
    encounters: str
    evaluatedAs: str
    explores: str
    exports: str
    exportsMainly: str
    extracts: str
    facedScrutiny: str
    fallsShortOf: str
    grants: str
    hasAgreedValue: str
    hasAmount: str
    hasAuthorityOver: str
    hasCapacity: str
    hasDeadline: str
    hasDestination: str
    hasEstimatedValue: str
    hasExtent: str
    hasGoal: str
    hasGrade: str
    hasLifetime: str
    hasOrigin: str
    hasParty: str
    hasPrice: str
    hasRevenue: str
    hasShareOf: str
    hasTonnage: str
    hinders: str
    imports: str
    imposesMeasure: str
    increases: str
    investedAmount: str
    invests: str
    involvedIn: str
    isFirstOfKind: str
    isSupportedBy: str
    leads: str
    leadsTo: str
    lends: str
    liftsMeasure: str
    locatedIn: str
    memberOf: str
    negotiates: str
    occurredAt: str
    operates: str
    opposes: str
    owns: str
    partlyExplains: str
    pays: str
    plans: str
    possessesResource: str
    processes: str
    producesCommodity: str
    promises: str
    reduces: str
    rejects: str
    relatedTo: str
    reportsUnder: str
    requires: str
    reshapes: str
    sells: str
    ships: str
    shouldNotOverlook: str
    signs: str
    startsProduction: str
    succeeds: str
    supplies: str
    supports: str
    suspendsMeasure: str
    symbolizes: str
    terminates: str
    threatens: str
    timeToImpact: str
    underPressureTo: str
    undermines: str
    underscores: str
    usedFor: str
    verifiedUnder: str
    visits: str
    vulnerableTo: str
    wasUnveiled: str
