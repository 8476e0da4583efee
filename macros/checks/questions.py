"""Questions: sound keys, known topics, and a section they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..content import Content
from ..models import ChoiceQuestion
from ..problems import Problem, nearest
from .pages import find_target


def keys_are_sound(content: Content) -> Iterator[Problem]:
    """Q001–Q004: the right number of right options, and options that differ in id and text."""
    for identity, question in content.questions.items():
        if not isinstance(question, ChoiceQuestion):
            continue
        place = content.place("question", identity)
        right = sum(option.correct for option in question.options)
        if right == 0:
            hint = "Skriv «correct: true» på det rätta svaret."
            yield place.problem("Q001", f"frågan «{identity}» har inget rätt svar", hint, ("options",))
        elif question.kind == "single" and right > 1:
            message = f"frågan «{identity}» har {right} rätta svar men är av typen «single»"
            yield place.problem("Q002", message, "Ta bort ett «correct: true» eller välj «multiple».", ("options",))
        elif question.kind == "multiple" and right < 2:
            message = f"frågan «{identity}» har ett rätt svar men är av typen «multiple»"
            yield place.problem("Q002", message, "Lägg till ett rätt svar eller välj «single».", ("options",))
        for key, rule in (("text", "Q003"), ("id", "Q004")):
            seen: dict[str, int] = {}
            for number, option in enumerate(question.options):
                value = " ".join(str(getattr(option, key)).casefold().split())
                if value in seen:
                    what = "samma text" if key == "text" else f"samma id («{option.id}»)"
                    message = f"svaren {seen[value] + 1} och {number + 1} i «{identity}» har {what}"
                    yield place.problem(rule, message, "Skriv om det ena.", ("options", number, key))
                seen.setdefault(value, number)


def right_options_are_not_the_longest(content: Content) -> Iterator[Problem]:
    """Q007: in a bank (a file), the right option of single-choice questions is not the longest more often than chance.

    Chance is one in as many as there are options; the limit is two standard deviations above what it gives.
    """
    banks: dict[str, list[ChoiceQuestion]] = defaultdict(list)
    for identity, question in content.questions.items():
        if isinstance(question, ChoiceQuestion) and question.kind == "single":
            banks[content.place("question", identity).document.path].append(question)
    for path, bank in banks.items():
        chances = [1 / len(question.options) for question in bank]
        limit = sum(chances) + 2 * sum(chance * (1 - chance) for chance in chances) ** 0.5
        longest = [question.id for question in bank if _right_is_longest(question)]
        if len(bank) >= 6 and len(longest) > limit:
            message = f"det rätta svaret är längst i {len(longest)} av {len(bank)} frågor"
            yield Problem(
                path, 1, "Q007", message, f"Korta det, eller låt ett fel svar vara längre: {', '.join(longest)}."
            )


def _right_is_longest(question: ChoiceQuestion) -> bool:
    lengths = sorted(len(option.text) for option in question.options)
    right = next((len(option.text) for option in question.options if option.correct), 0)
    return right == lengths[-1] and lengths[-1] > lengths[-2]


def topics_are_known(content: Content) -> Iterator[Problem]:
    """T001: a question's topics are in data/topics.yml."""
    for identity, question in content.questions.items():
        for number, topic in enumerate(question.topics):
            if not content.knows("topic", topic):
                hint = nearest(topic, content.topics, f"Ämnena: {', '.join(content.topics)}.")
                place = content.place("question", identity)
                yield place.problem("T001", f"ämnet «{topic}» finns inte", hint, ("topics", number))


def sections_exist(content: Content) -> Iterator[Problem]:
    """P004, P005: the section that a question rests on is a page and an anchor."""
    for identity, question in content.questions.items():
        place = content.place("question", identity)
        yield from find_target(content, question.section, place, ("section",))
        if "#" not in question.section:
            yield place.problem("Q005", f"«{identity}» pekar inte på ett avsnitt", "Lägg till «#ankare».", ("section",))


def embedded_questions_exist(content: Content) -> Iterator[Problem]:
    """Q006: the questions a page shows are in the bank, and a page shows each of them once."""
    for page in content.pages.values():
        shown = [
            (identity, page.document.line("questions", number)) for number, identity in enumerate(page.meta.questions)
        ]
        for call in page.calls:
            if call.name == "questions" and call.arguments:
                shown += [(str(identity), call.line) for identity in call.arguments]
        module = next((module for module in content.modules.values() if module.page == page.path), None)
        quiz = set(module.questions) if module else set()
        seen: set[str] = set()
        for identity, line in shown:
            if not content.knows("question", identity):
                hint = nearest(identity, content.questions, "Frågorna finns i training/questions/.")
                yield Problem(page.shown, line, "Q006", f"frågan «{identity}» finns inte", hint)
            elif identity in seen or identity in quiz:
                message = f"frågan «{identity}» visas två gånger på sidan"
                yield Problem(page.shown, line, "Q006", message, "Välj en annan fråga.")
            seen.add(identity)
