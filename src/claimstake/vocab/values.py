# ruff: noqa: N815  (the names are those of the terms)
"""Value lists and units."""

from __future__ import annotations

from claimstake.vocab.namespace import Namespace


class STAKEV(Namespace, iri="https://w3id.org/claimstake/vocab#"):
    """Terms of `vocab.ttl`: the lists, then the values of each."""

    # Lists.
    agreement_kind: str
    argument_role: str
    attribution_kind: str
    certainty: str
    claim_kind: str
    comparator: str
    constraint_kind: str
    modality: str
    outcome: str
    review_status: str
    section: str
    stance: str
    unit: str

    # Stances.
    affirms: str
    denies: str
    doubts: str
    asks: str
    supposes: str

    # Certainties.
    certain: str
    probable: str
    possible: str
    underspecified: str

    # Modalities.
    asserted: str
    reported: str
    alleged: str
    presupposed: str
    epistemic: str
    intention: str
    ability: str
    deontic: str
    conditional: str
    hypothetical: str
    interrogative: str

    # Attribution kinds.
    narrator: str
    editorial: str
    named_agent: str
    named_document: str
    unnamed_group: str
    unnamed: str

    # Outcomes.
    verified: str
    failed: str
    explicitlyUnverified: str
    inconclusive: str
    notApplicable: str

    # Comparators.
    equal: str
    about: str
    nearly: str
    atLeast: str
    moreThan: str
    atMost: str
    lessThan: str
    between: str
    vague: str

    # Sections.
    headline: str
    synopsis: str
    takeaways: str
    body: str
    section_editorial: str
    faq: str
    boilerplate: str

    # Agreement kinds.
    agreement_treaty: str
    agreement_contract: str
    agreement_memorandum: str
    agreement_framework: str
    agreement_programme: str
    agreement_unspecified: str

    # Constraint kinds.
    constraint_structural: str
    constraint_political: str
    constraint_security: str
    constraint_environmental: str
    constraint_legal: str
    constraint_technological: str
    constraint_verification: str
    constraint_trust: str
    constraint_processing: str
    constraint_trade: str
    constraint_economic: str
    constraint_social: str
    constraint_infrastructure: str

    # Claim kinds.
    agreement: str
    aim: str
    allegation: str
    attribute: str
    background: str
    causal: str
    constraint: str
    dependency: str
    evaluation: str
    event: str
    forecast: str
    legal: str
    norm: str
    plan: str
    kind_quantity: str
    question: str
    relation: str
    resource_estimate: str
    risk: str
    state: str
    supposition: str
    trade_measure: str
    verification: str

    # Review statuses.
    candidate: str
    accepted: str
    rejected: str
    corrected: str

    # Argument roles.
    subject: str
    object: str
    origin: str
    destination: str
    recipient: str
    means: str
    purpose: str
    whole: str
    quantity: str
    time: str
    source: str
    condition: str
    oblique: str
    complement: str
    value: str

    # Units.
    unit_percent: str
    unit_percentage_point: str
    unit_basis_point: str
    unit_part_per_million: str
    unit_part_per_billion: str
    unit_share: str
    unit_number: str
    unit_currency: str
    unit_tonne: str
    unit_ton: str
    unit_kilogram: str
    unit_kilotonne: str
    unit_megatonne: str
    unit_gram: str
    unit_pound: str
    unit_ounce: str
    unit_carat: str
    unit_dmtu: str
    unit_flask: str
    unit_gram_per_tonne: str
    unit_metre: str
    unit_kilometre: str
    unit_mile: str
    unit_foot: str
    unit_square_metre: str
    unit_hectare: str
    unit_acre: str
    unit_square_kilometre: str
    unit_square_mile: str
    unit_litre: str
    unit_cubic_metre: str
    unit_gallon: str
    unit_barrel: str
    unit_kilowatt: str
    unit_megawatt: str
    unit_megawatt_hour: str
    unit_gigawatt: str
    unit_gigawatt_hour: str
    unit_year: str
    unit_quarter: str
    unit_month: str
    unit_week: str
    unit_day: str
    unit_hour: str
    unit_person: str
    unit_job: str
    unit_step: str
    unit_phase: str
    unit_point: str
    unit_mine: str
    unit_project: str
    unit_company: str
    unit_country: str
    unit_licence: str
    unit_permit: str
    unit_concession: str
    unit_shipment: str
    unit_magnet: str
    unit_vehicle: str
    unit_hole: str
    unit_seat: str
    unit_vote: str
    unit_province: str
    unit_deposit: str
    unit_site: str
    unit_plant: str
    unit_refinery: str
    unit_smelter: str
    unit_mineral: str
    unit_commodity: str
    unit_member: str
