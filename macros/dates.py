"""Dates: today, as the build sees it, and how a date is written in Swedish."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def today() -> date:
    """Return the day of the build: that of SOURCE_DATE_EPOCH (seconds since 1970, UTC) where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date() if epoch.isdigit() else date.today()


def swedish(day: date) -> str:
    """Return a date as it is written in text: «1 juli 2028»."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
