"""Turn the bytes of a file into text, or say why they are not an article."""

from __future__ import annotations

from claimstake.errors import InputError

# Long reads of the press have some 50,000 characters; what is far longer is a book, a log or a data file.
LARGEST = 2_000_000
_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
# Control characters that text may hold: tab, line feed, form feed, carriage return.
_ALLOWED = frozenset("\t\n\f\r")


def text_of(data: bytes, *, name: str) -> str:
    """Give the text of a file.

    Raises:
        InputError: The file is empty, too large, not UTF-8 or not text.
    """
    if len(data) > LARGEST:
        raise InputError(
            f"{name}: this is too large for an article ({len(data):,} bytes)",
            cure=f"Split it into articles of at most {LARGEST:,} bytes, or give JSON Lines.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        encoding = _BYTE_ORDER_MARKS.get(data[:2], "another encoding")
        raise InputError(
            f"{name}: this is not UTF-8 (byte {error.start}); it may be {encoding}, or no text at all",
            cure="Save it as UTF-8.",
        ) from None
    if any(ord(character) < 32 and character not in _ALLOWED for character in text):
        raise InputError(
            f"{name}: this is not text: it holds control characters", cure="Give the article as text."
        )
    if not text.strip():
        raise InputError(f"{name}: this article is empty", cure="Check that the file was saved.")
    return text
