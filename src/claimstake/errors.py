"""The errors that users meet: each says what is wrong, how to cure it, and which exit code it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class ClaimstakeError(Exception):
    """Something a user can cure.

    Args:
        problem: What is wrong, in one sentence, naming the file, query, store or value.
        cure: What to do about it, in one sentence.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, problem: str, *, cure: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.problem}\n  {self.cure}" if self.cure else self.problem


class UsageError(ClaimstakeError):
    """The command or call was put together wrongly."""

    exit_code = 2


class InputError(ClaimstakeError):
    """An article, a claims file, a query or another file cannot be used as it is."""

    exit_code = 3


class FaultsFound(InputError):
    """Input that has one or more faults, all of them reported at once.

    Args:
        problem: What was read.
        faults: One line a fault, in the order of the input.
        cure: What to do about it.
    """

    def __init__(self, problem: str, *, faults: Sequence[str], cure: str = "") -> None:
        super().__init__(problem, cure=cure)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(
            part for part in (*self.faults, self.problem, self.cure and f"  {self.cure}") if part
        )


class StoreUnavailable(ClaimstakeError):
    """A store cannot be reached, is locked, or did not answer in time."""

    exit_code = 4


class StoreRefused(ClaimstakeError):
    """A store refused the credentials that were sent, or wants some."""

    exit_code = 5


class NotVerified(ClaimstakeError):
    """Data was sent, but what arrived is not what was sent."""

    exit_code = 6


class PartialAnswer(ClaimstakeError):
    """A store answered only in part."""

    exit_code = 7
