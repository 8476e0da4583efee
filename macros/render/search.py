"""What the search knows beside the pages' text: their search terms, the glossary's words, statutes and their numbers.

The search worker in the browser (docs/assets/js/search/) fetches it with the index when somebody begins to search.
"""

from __future__ import annotations

import json
from functools import lru_cache

from ..content import Content
from ..models import Term

FILE = "search/words.json"
LONGEST_ENDING = 3
"""An ending that a word may have more than its own form in the glossary, in letters, and still share its stem."""


@lru_cache(maxsize=2)
def words(content: Content) -> bytes:
    """Return everything the search knows beside the index, as docs/assets/js/search/index.js describes it (`Words`).

    Made once for a content: a builder may ask for it once a page.
    """
    glossary, questions = content.page_calling("glossary"), content.page_calling("answers")
    ways_in = content.page_calling("topic_list")
    known: dict[str, object] = {
        "pages": {page.url: [page.meta.kind, *page.meta.search_terms] for page in content.pages.values()},
        "asked": [
            [f"{questions.url if questions else ''}#{answer.id}", _address(content, answer.page), *answer.asked]
            for answer in content.answers.values()
        ],
        "glossary": glossary.url if glossary else "",
        "terms": {
            term.id: [[*([term.long] if term.long else []), *term.also, *_told(term)], term.formerly]
            for term in content.terms.values()
        },
        "statutes": [
            {"id": statute.id, "names": list(dict.fromkeys([statute.name, statute.id, *statute.aliases]))}
            for statute in content.statutes.values()
        ],
        "former": _former(content),
        "answers": ways_in.url if ways_in else "",
        "topics": [
            [content.topics[page.meta.topics[0]].name, page.url]
            for page in content.pages.values()
            if page.meta.kind == "topic" and page.meta.topics
        ],
        "contact": content.organisation.contact if content.organisation else "",
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()


def _told(term: Term) -> list[str]:
    """Return the forms of a term that the search could not tell from the term itself: not «hemkommunens»."""
    own = term.term.casefold()
    return [
        form for form in term.forms if not (form.casefold().startswith(own) and len(form) - len(own) <= LONGEST_ENDING)
    ]


def _address(content: Content, target: str) -> str:
    path, _, anchor = target.partition("#")
    return content.pages[path].url + (f"#{anchor}" if anchor else "")


def _former(content: Content) -> dict[str, list[str]]:
    """Return the provisions by the number they had in the statute before: `SoL 14:1` to `[SoL 19:1]`."""
    found: dict[str, list[str]] = {}
    for identity, provision in content.provisions.items():
        for number in provision.formerly:
            found.setdefault(f"{content.citation(identity)[1].id} {number}", []).append(identity)
    return found
