"""Districts: where their pages are, what a page shows of them, and what is still to be filled in."""

from __future__ import annotations

import posixpath

from .content import Content
from .models import District, LocalPart
from .pages import Page

FOLDER = "stadsdelar"
"""Below docs/: the list of districts is its index page, and each district has a page named by its slug."""
WANTED_ROLES = ("skolsamordnare", "gruppchef")
"""The roles that every district is asked for: those that meet the readers of the site first."""
LOCAL_KINDS = ("guide", "topic", "door")
"""The kinds of page that always have a local side: a reader there may need to know whom to call."""


def page_path(slug: str) -> str:
    """Return where the page of a district is, below docs/."""
    return f"{FOLDER}/{slug}.md"


def shown_on(content: Content, page: Page) -> District | None:
    """Return the district that the page calls `district()` for: the named one, or that of the page's own name."""
    for call in page.calls:
        if call.name == "district":
            named = str(call.arguments[0]) if call.arguments else posixpath.basename(page.path).removesuffix(".md")
            return content.districts.get(named)
    return None


def anything_local(content: Content) -> bool:
    """Tell whether any district has filled in whom to turn to, a routine or a link."""
    return any(district.roles or district.routines or district.links for district in content.districts.values())


def has_local_side(content: Content, page: Page) -> bool:
    """Tell whether there is something local to say on a page: whom to turn to, or a district's routine or link."""
    if not anything_local(content) or page.meta.kind in ("home", "district", "kit"):
        return False
    parts: list[LocalPart] = [
        part for district in content.districts.values() for part in (*district.routines, *district.links)
    ]
    return page.meta.kind in LOCAL_KINDS or any(
        page.path in part.pages or set(part.topics) & set(page.meta.topics) for part in parts
    )


def lacking(district: District) -> list[tuple[str, str]]:
    """Return what is still to be filled in before the district's page should be published: the key, and in words."""
    missing = []
    if not district.status:
        missing.append(("status", "läget: planerar, inför, igång eller med i försöket"))
    if not district.start:
        missing.append(("start", "dagen då arbetet börjar eller började"))
    for wanted in WANTED_ROLES:
        role = next((role for role in district.roles if role.role.lower() == wanted), None)
        if role is None or not (role.email or role.phone):
            missing.append((f"roles ({wanted})", f"funktionsadress eller telefon till {wanted}"))
    if not district.routines:
        missing.append(("routines", "minst en lokal rutin, till exempel hur en fråga kommer in till skolsamordnaren"))
    if not district.links:
        missing.append(("links", "minst en länk som personalen behöver"))
    if not district.checked:
        missing.append(("checked", "dagen då uppgifterna kontrollerades"))
    return missing
