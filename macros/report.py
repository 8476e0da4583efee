"""What the content holds, for people and for other programs. Keys may be added, never renamed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from . import citing
from .content import Content
from .pages import plain
from .readability import lix, words


def report(content: Content) -> dict[str, list[dict[str, Any]]]:
    """Return the report as plain lists and dictionaries; dates as ISO text, LIX with one decimal."""
    return {
        "pages": [
            {
                "path": page.path,
                "url": page.url,
                "title": page.meta.title,
                "kind": page.meta.kind,
                "topics": list(page.meta.topics),
                "status": page.meta.review_status,
                "checked": page.meta.checked.isoformat(),
                "review_by": page.meta.review_by.isoformat(),
                "words": len(words(plain(page.body))),
                "lix": round(lix(plain(page.body)), 1),
                "provisions": citing.provisions(content, page),
            }
            for page in content.pages.values()
        ],
        "provisions": [
            {"id": provision.id, "amended_by": provision.amended_by, "checked": provision.checked.isoformat()}
            for provision in content.provisions.values()
        ],
        "questions": [
            {
                "id": question.id,
                "kind": question.kind,
                "topics": list(question.topics),
                "difficulty": question.difficulty,
                "provisions": citing.thing_provisions(question),
                "section": question.section,
            }
            for question in content.questions.values()
        ],
        "modules": [
            {"id": module.id, "topics": list(module.topics), "questions": list(module.questions)}
            for module in content.modules.values()
        ],
        "cases": [
            {
                "id": case.id,
                "topics": list(case.topics),
                "nodes": len(case.nodes),
                "decisions": sum(node.decision is not None for node in case.nodes),
            }
            for case in content.cases.values()
        ],
        "answers": [{"id": answer.id, "topics": list(answer.topics)} for answer in content.answers.values()],
        "terms": [{"id": term.id, "term": term.term} for term in content.terms.values()],
        "districts": [{"slug": district.slug, "status": district.status} for district in content.districts.values()],
    }


def as_text(result: dict[str, list[dict[str, Any]]]) -> str:
    """Return the report as a person reads it: how much there is, and how it is spread."""
    kinds = Counter(page["kind"] for page in result["pages"])
    lines = [f"{len(result['pages'])} sidor: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())]
    for page in result["pages"]:
        lines.append(f"  {page['path']}: {page['words']} ord, LIX {page['lix']}, {len(page['provisions'])} lagrum")
    topics = Counter(topic for question in result["questions"] for topic in question["topics"])
    lines.append(
        f"{len(result['questions'])} frågor: " + ", ".join(f"{n} {topic}" for topic, n in topics.most_common())
    )
    names = {"provisions": "lagrum", "modules": "moduler", "cases": "fall", "answers": "svar", "terms": "ord"}
    lines += [f"{len(result[key])} {name}" for key, name in names.items()]
    lines.append(f"{len(result['districts'])} stadsdelar")
    return "\n".join(lines)
