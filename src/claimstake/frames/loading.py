"""Read the frames of data/rules/frames, and say what is wrong with them."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimstake.assets import DATA
from claimstake.errors import FaultsFound
from claimstake.frames.model import ROLES, Frame, Frames
from claimstake.statements.model import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FOLDER = DATA / "rules" / "frames"
_FORMS = {"verbs": Form.VERB, "nouns": Form.NOUN, "adjectives": Form.ADJECTIVE}
_KEYS = {
    "id",
    "relation",
    "kind",
    *_FORMS,
    "roles",
    "types",
    "heads",
    "unlike",
    "needs",
    "quantity",
    "quantity_at",
    "voice",
    "denies",
    "value",
    "modality",
    "certainty",
    "also",
    "beside",
    "join",
    "alone",
    "without",
    "done",
    "by_subject",
    "spread",
    "examples",
    "counter",
}
# A class in `types` may be one of these names for several.
GROUPS = MappingProxyType(
    {
        "Agent": frozenset({"Agent", "State", "Government", "Organization", "Person", "AgentGroup"}),
        "Body": frozenset({"State", "Government", "Organization", "AgentGroup"}),
        "Site": frozenset({"ExtractionSite", "Facility", "Undertaking", "MineralEndowment"}),
        "Goods": frozenset({"Commodity", "MineralEndowment", "Shipment", "EconomicAggregate", "Resource"}),
        "Deal": frozenset({"Agreement", "Commitment"}),
        "Territory": frozenset({"State", "Place"}),
    }
)


@cache
def read_frames(folder: Path = FOLDER) -> Frames:
    """Read all frames of a folder, its files in the order of their names.

    Raises:
        FaultsFound: If a file is not YAML or a frame is not well formed.
    """
    import yaml

    frames: list[Frame] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            faults.append(f"{path.name}: {error}")
            continue
        for n, entry in enumerate(entries or (), start=1):
            found = _faults_of(entry)
            if found:
                faults += [
                    f"{path.name}, frame {entry.get('id', n) if isinstance(entry, dict) else n}: {f}"
                    for f in found
                ]
                continue
            frames.extend(_frames_of(entry, source=path.name))
    seen: set[tuple[str, Form]] = set()
    for frame in frames:
        if (frame.id, frame.form) in seen:
            faults.append(f"{frame.source}, frame {frame.id}: another frame has this id")
        seen.add((frame.id, frame.form))
    if faults or not frames:
        raise FaultsFound(
            f"The rules in {folder.name} cannot be used.", faults=faults, cure="Mend the lines above."
        )
    return Frames(
        all=tuple(frames),
        by_word=_by_word(frames),
        nouns=frozenset(word for frame in frames if frame.form is Form.NOUN for word in frame.words),
        adjectives=frozenset(
            word for frame in frames if frame.form is Form.ADJECTIVE for word in frame.words
        ),
    )


def _faults_of(entry: object) -> list[str]:
    if not isinstance(entry, dict):
        return ["it is not a mapping"]
    faults = [f"{key} is no part of a frame" for key in entry if key not in _KEYS]
    faults += [
        f"it has no {key}" for key in ("id", "relation", "kind", "roles", "examples") if not entry.get(key)
    ]
    if not any(entry.get(form) for form in _FORMS):
        faults.append(f"it has none of {', '.join(_FORMS)}")
    faults += [f"{role} is no role" for role in entry.get("roles") or () if role not in ROLES]
    return faults


def _frames_of(entry: Mapping[str, object], *, source: str) -> Iterable[Frame]:
    for key, form in _FORMS.items():
        words = _listed(entry.get(key))
        if words:
            yield Frame(
                id=str(entry["id"]),
                relation=str(entry["relation"]),
                kind=str(entry["kind"]),
                form=form,
                words=frozenset(words),
                roles=_mapped(entry["roles"]),
                types={role: _classes(names) for role, names in _mapped(entry.get("types")).items()},
                nouns={role: frozenset(names) for role, names in _mapped(entry.get("heads")).items()},
                unlike={role: frozenset(names) for role, names in _mapped(entry.get("unlike")).items()},
                needs=frozenset(_listed(entry.get("needs"))) or frozenset({"subject", *_only_object(entry)}),
                quantity=frozenset(_listed(entry.get("quantity"))),
                quantity_at=tuple(_listed(entry.get("quantity_at"))),
                voice=_text(entry.get("voice")),
                denies=bool(entry.get("denies", False)),
                value=entry.get("value"),  # type: ignore[arg-type]
                modality=_text(entry.get("modality")),
                certainty=_text(entry.get("certainty")),
                also=bool(entry.get("also", False)),
                beside=bool(entry.get("beside", False)),
                join=bool(entry.get("join", False)),
                alone=bool(entry.get("alone", False)),
                without=frozenset(_listed(entry.get("without"))),
                done=_text(entry.get("done")),
                by_subject=bool(entry.get("by_subject", False)),
                spread=bool(entry.get("spread", False)),
                examples=tuple(_listed(entry.get("examples"))),
                counter=tuple(_listed(entry.get("counter"))),
                source=source,
            )


def _only_object(entry: Mapping[str, object]) -> tuple[str, ...]:
    roles = entry["roles"]
    assert isinstance(roles, dict)  # noqa: S101 - checked before
    return tuple(role for role in ("_noun", "objects", "value") if role in roles)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _mapped(value: object) -> dict[str, tuple[str, ...]]:
    return {str(k): tuple(_listed(v)) for k, v in value.items()} if isinstance(value, dict) else {}


def _classes(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for given in names for name in GROUPS.get(given, {given}))


def _by_word(frames: Iterable[Frame]) -> Mapping[tuple[Form, str], tuple[Frame, ...]]:
    found: dict[tuple[Form, str], list[Frame]] = {}
    for frame in frames:
        for word in frame.words:
            found.setdefault((frame.form, word), []).append(frame)
    return MappingProxyType({key: tuple(sorted(group, key=_specificity)) for key, group in found.items()})


def _specificity(frame: Frame) -> tuple[int, float]:
    """Order frames so that those that ask for more come first; among equals the order of the files counts."""
    demanding = len(frame.needs & {"quantity", "_noun", "time"})
    narrow = sum(1 / len(classes) for classes in frame.types.values()) + len(frame.nouns)
    return -demanding, -round(narrow, 1)
