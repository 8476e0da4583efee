"""LIX, the Swedish readability index: words per sentence plus the share of long words, in per cent."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")


def words(text: str) -> list[str]:
    """Return the words of plain text."""
    return _WORD.findall(text)


def lix(text: str) -> float:
    """Return the LIX of plain text: under 30 very easy, 30–40 easy, 40–50 medium, over 50 difficult; 0 if empty."""
    found = words(text)
    if not found:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    long_words = sum(len(word) > 6 for word in found)
    return len(found) / sentences + 100 * long_words / len(found)
