"""Questions: sound keys, known topics, and a section they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..content import Content
from ..models import ChoiceQuestion, MatchingQuestion, NumberQuestion, ScenarioQuestion, TextQuestion
from ..problems import Problem, nearest
from ..training import is_accepted, practised
from .pages import find_target


def keys_are_sound(content: Content) -> Iterator[Problem]:
    """Q001, Q002: a choice question has the right number of right options."""
    for identity, question in content.questions.items():
        if not isinstance(question, ChoiceQuestion | ScenarioQuestion):
            continue
        place = content.place("question", identity)
        right = sum(option.correct for option in question.options)
        if right == 0:
            hint = "Skriv «correct: true» på det rätta svaret."
            yield place.problem("Q001", f"frågan «{identity}» har inget rätt svar", hint, ("options",))
        elif question.kind != "multiple" and right > 1:
            message = f"frågan «{identity}» har {right} rätta svar men är av typen «{question.kind}»"
            yield place.problem("Q002", message, "Ta bort ett «correct: true» eller välj «multiple».", ("options",))
        elif question.kind == "multiple" and right < 2:
            message = f"frågan «{identity}» har ett rätt svar men är av typen «multiple»"
            yield place.problem("Q002", message, "Lägg till ett rätt svar eller välj «single».", ("options",))


def parts_differ(content: Content) -> Iterator[Problem]:
    """Q003, Q004: the options, rows, choices or items of a question differ in text and id."""
    for identity, question in content.questions.items():
        for name, word in (("options", "svaren"), ("rows", "raderna"), ("choices", "valen"), ("items", "delarna")):
            if name not in type(question).model_fields:
                continue
            for key, rule in (("text", "Q003"), ("id", "Q004")):
                seen: dict[str, int] = {}
                for number, part in enumerate(getattr(question, name)):
                    value = " ".join(str(getattr(part, key)).casefold().split())
                    if value in seen:
                        what = "samma text" if key == "text" else f"samma id («{part.id}»)"
                        message = f"{word} {seen[value] + 1} och {number + 1} i «{identity}» har {what}"
                        place = content.place("question", identity)
                        yield place.problem(rule, message, "Skriv om det ena.", (name, number, key))
                    seen.setdefault(value, number)


def rows_have_their_choice(content: Content) -> Iterator[Problem]:
    """Q007: what a row of a matching question belongs to is one of the choices."""
    for identity, question in content.questions.items():
        if isinstance(question, MatchingQuestion):
            choices = [choice.id for choice in question.choices]
            for number, row in enumerate(question.rows):
                if row.choice not in choices:
                    message = f"valet «{row.choice}» finns inte i «{identity}»"
                    hint = nearest(row.choice, choices, "Skriv ett id som står under «choices».")
                    yield content.place("question", identity).problem("Q007", message, hint, ("rows", number, "choice"))


def images_exist(content: Content) -> Iterator[Problem]:
    """Q008: a question's image is a file below docs/."""
    for identity, question in content.questions.items():
        if question.image:
            docs = (content.root / "docs").resolve()
            file = (docs / question.image.file).resolve()
            if not file.is_relative_to(docs) or not file.is_file():
                message = f"bilden «{question.image.file}» finns inte"
                hint = "Sökvägen räknas från docs/, som «assets/bilder/schema.svg»."
                yield content.place("question", identity).problem("Q008", message, hint, ("image", "file"))


def traps_are_wrong(content: Content) -> Iterator[Problem]:
    """Q009: an answer under `traps` is not one that is right."""
    for identity, question in content.questions.items():
        if isinstance(question, NumberQuestion):
            off = [abs(trap.answer - question.answer) for trap in question.traps]
            right = [distance <= question.tolerance for distance in off]
        elif isinstance(question, TextQuestion):
            right = [is_accepted(question, trap.answer) for trap in question.traps]
        else:
            continue
        for number, is_right in enumerate(right):
            if is_right:
                message = f"felsvar {number + 1} i «{identity}» godkänns som rätt"
                hint = "Ta bort det eller ändra vad som godkänns."
                yield content.place("question", identity).problem("Q009", message, hint, ("traps", number, "answer"))


def right_options_are_not_the_longest(content: Content) -> Iterator[Problem]:
    """Q011: in a bank (a file), the right option of single-choice questions is not the longest more often than chance.

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
                path, 1, "Q011", message, f"Korta det, eller låt ett fel svar vara längre: {', '.join(longest)}."
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
        if any(call.name == "practice" for call in page.calls):
            quiz.update(practised(content, page))
        seen: set[str] = set()
        for identity, line in shown:
            if not content.knows("question", identity):
                hint = nearest(identity, content.questions, "Frågorna finns i training/questions/.")
                yield Problem(page.shown, line, "Q006", f"frågan «{identity}» finns inte", hint)
            elif identity in seen or identity in quiz:
                message = f"frågan «{identity}» visas två gånger på sidan"
                yield Problem(page.shown, line, "Q006", message, "Välj en annan fråga.")
            seen.add(identity)


def practice_pages_have_questions(content: Content) -> Iterator[Problem]:
    """Q010: a page that calls practice() has a topic, and there are questions on it."""
    if not content.is_whole("question"):
        return
    for page in content.pages.values():
        call = next((call for call in page.calls if call.name == "practice"), None)
        if call and not practised(content, page):
            topic = page.meta.topics[0] if page.meta.topics else ""
            message = f"ämnet «{topic}» har inga frågor att öva på" if topic else "övningssidan har inget ämne"
            yield Problem(page.shown, call.line, "Q010", message, "Skriv ett ämne som har frågor först under «topics».")
