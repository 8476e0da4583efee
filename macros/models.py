"""The shape of everything an editor writes: one model a kind, strict, no unknown keys, frozen.

Field names are the keys in the YAML files. Texts are Markdown unless said otherwise. Dates are days, without time.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Act = Annotated[str, StringConstraints(pattern=r"^\d{4}:\d+$")]
ChangeAct = Annotated[str, StringConstraints(pattern=r"^(\d{4}:\d+|prop\. \d{4}/\d{2}:\d+)$")]
"""The amending act, or the bill where the act's number has not been seen."""
Url = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[+0-9][0-9 -]{4,20}$")]
Provisions = tuple[Text, ...]
Certainty = Literal["bekräftad", "sannolik", "osäker"]
Phase = Literal["infor", "under", "avslut", "uppfoljning"]
Status = Literal["utkast", "kontrollerad", "godkänd"]
PageKind = Literal["home", "door", "topic", "guide", "module", "case", "path", "reference", "about", "district", "kit"]
Placement = Literal["hvb", "ungdomshem", "stodboende", "skyddat-boende", "familjehem", "jourhem"]
DocumentKind = Literal["e-post", "beslut", "schema", "anteckning", "betyg"]


class Model(BaseModel):
    """What all models share: exact types, no unknown keys, no change after loading."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


# --- facts ------------------------------------------------------------------------------------------------


class Statute(Model):
    """A law or ordinance: how it is cited, and its address at riksdagen.se."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-zÅÄÖåäö]+$")]
    name: Text
    """How the statute is named in running text, in the definite form: «skollagen»."""
    title: Text
    sfs: Act
    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$")]
    """The last part of its address at riksdagen.se."""
    unit: Literal["paragraf", "artikel"] = "paragraf"
    aliases: tuple[Text, ...] = ()
    """Other names that people write, for the search: «sol», «nya socialtjänstlagen»."""


class Change(Model):
    """A decided change of a provision. `applies_from` is when it applies, which may be after it enters into force."""

    applies_from: date
    act: ChangeAct | None = None
    text: Text
    certainty: Certainty


class Provision(Model):
    """One section of a statute, in our own words."""

    id: Text
    title: Text
    summary: Text
    amended_by: Act
    """The amending act of the wording that was read, or the statute's own number."""
    checked: date
    changes: tuple[Change, ...] = ()
    formerly: tuple[Annotated[str, StringConstraints(pattern=r"^(\d+( [a-z])?:)?\d+( [a-z])?$")], ...] = ()
    """What had its rule before, in the statute that this one replaced: «14:1». For the search and the register."""


class ProvisionFile(Model):
    """A file in data/provisions: provisions of one statute."""

    statute: Text
    provisions: tuple[Provision, ...]


class Source(Model):
    """A source that is no statute: a court decision, an authority's page, a report."""

    id: Slug
    name: Text
    title: Text
    publisher: Text
    url: Url | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    checked: date
    certainty: Certainty
    note: Text | None = None


class Term(Model):
    """A word in the glossary, with the other and the former words for it."""

    id: Slug
    term: Text
    long: Text | None = None
    definition: Text
    also: tuple[Text, ...] = ()
    formerly: tuple[Text, ...] = ()
    forms: tuple[Text, ...] = ()
    provisions: Provisions = ()
    see: tuple[Slug, ...] = ()
    certainty: Certainty | None = None


class Topic(Model):
    """One of the topics that pages, questions, modules and cases are sorted under."""

    slug: Slug
    name: Text
    about: Text


class Answer(Model):
    """A question that people ask, answered in a sentence or two, with the page that says more."""

    id: Slug
    question: Text
    asked: tuple[Text, ...] = ()
    """Other wordings that people use, misspelt ones too: for the search, never shown."""
    short: Text
    text: Text | None = None
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    provisions: Provisions = ()
    page: Text


class StatisticRow(Model):
    """One bar of a chart."""

    label: Text
    value: int | float = Field(ge=0)


class Statistic(Model):
    """Figures from one source, shown as bars in a table."""

    id: Slug
    title: Text
    unit: Text
    source: Slug
    year: int | Text
    note: Text | None = None
    rows: Annotated[tuple[StatisticRow, ...], Field(min_length=1)]


class WayOn(Model):
    """Where one can go next, and in which case."""

    id: Slug
    when: Text


class Way(Model):
    """A form of education on the map of ways; `step` is its column: 1 is compulsory school, 5 what comes after."""

    id: Slug
    label: Text
    page: Text
    step: int = Field(ge=1, le=5)
    to: tuple[WayOn, ...] = ()


class Organisation(Model):
    """Whose site it is, and its own words: mkdocs.yml's `extra.organisation`."""

    name: Text
    city: Text
    district_word: Text
    district_word_plural: Text
    district_short: Text
    district_short_definite: Text
    school_department: Text
    social_department: Text
    contact: str = ""
    """A functional address, or nothing."""
    pilot: Text = "Var med i försöket"
    """What is said of a district that tried the work before it was decided."""


class DistrictRole(Model):
    """Whom to turn to in a district: a role with a functional address, never a person."""

    role: Text
    name_of_function: Text | None = None
    email: Email | None = None
    phone: Phone | None = None


class LocalPart(Model):
    """Something local. It stands on pages with its topics, and on its pages (paths in docs/)."""

    title: Text
    topics: tuple[Slug, ...] = ()
    pages: tuple[Text, ...] = ()


class Routine(LocalPart):
    """How a district does something of its own."""

    text: Text


class DistrictLink(LocalPart):
    """A page elsewhere that a district refers to."""

    url: Url


class District(Model):
    """A part of the municipality with a social service of its own. What is not known is left out."""

    slug: Slug
    name: Text
    status: Literal["pilot", "planerar", "inför", "igång"] | None = None
    start: date | None = None
    checked: date | None = None
    roles: tuple[DistrictRole, ...] = ()
    routines: tuple[Routine, ...] = ()
    links: tuple[DistrictLink, ...] = ()


class ReadinessLevel(Model):
    """How far something has come; `value` counts from 0 without a gap."""

    value: int = Field(ge=0, le=9)
    name: Text


class ReadinessArea(Model):
    """What some of the statements are about."""

    id: Slug
    name: Text
    about: Text


class ReadinessStatement(Model):
    """Something that is in place or not. Its `id` is what the reader's stored answer refers to."""

    id: Slug
    area: Slug
    text: Text
    next: Text
    """What to do next where it is not in place."""
    page: Text


class Readiness(Model):
    """The self-assessment of a district that is to begin."""

    levels: Annotated[tuple[ReadinessLevel, ...], Field(min_length=2, max_length=6)]
    areas: Annotated[tuple[ReadinessArea, ...], Field(min_length=1)]
    statements: Annotated[tuple[ReadinessStatement, ...], Field(min_length=1)]

    @property
    def id(self) -> str:
        """There is one of them."""
        return "readiness"


class Indicator(Model):
    """What an effect goal is followed up by. Days are counted a row a placement, the others as so many of so many."""

    id: Slug
    goal: Literal["nyckel", "1", "2", "3"]
    name: Text
    definition: Text
    source: Text
    how_to_count: Text
    baseline: Text
    unit: Literal["skoldagar", "procent", "antal"]
    numerator: Text
    denominator: Text
    key: bool = False


class NewsItem(Model):
    """A line under «Nytt» on the home page. `page` is a path in docs/."""

    date: date
    text: Text
    page: Text | None = None


# --- pages ------------------------------------------------------------------------------------------------


class FrontMatter(Model):
    """The head of a page in docs/."""

    title: Text
    kind: PageKind
    topics: tuple[Slug, ...] = ()
    description: Text
    owner: Text
    checked: date
    review_by: date
    review_status: Status
    """Not named `status`, which the theme reads as its own."""
    search_terms: tuple[Text, ...] = ()
    related: tuple[Text, ...] = ()
    questions: tuple[Slug, ...] = ()
    hide: tuple[Literal["navigation", "toc", "path", "footer"], ...] = ()


# --- training ---------------------------------------------------------------------------------------------


class Option(Model):
    """One option of a choice question. Its `id` is what the reader's stored answer refers to."""

    id: Slug
    text: Text
    correct: bool = False
    feedback: Text


class CaseDocument(Model):
    """An invented document in a case or a question."""

    kind: DocumentKind
    title: Text
    text: Text


class Image(Model):
    """A picture in a question: its path below docs/, and what one who does not see it is told."""

    file: Text
    alt: Text


class QuestionBase(Model):
    """What every question has. Its `id` is what the reader's progress is stored under."""

    id: Slug
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    phase: Phase | Literal["alla"] = "alla"
    difficulty: int = Field(ge=1, le=3)
    points: int = Field(default=1, ge=1, le=10)
    stem: Text
    document: CaseDocument | None = None
    image: Image | None = None
    hint: Text | None = None
    explanation: Text
    provisions: Provisions
    section: Text
    """The page and anchor in docs/ that the question rests on: `kunskap/x/y.md#anchor`."""


class ChoiceQuestion(QuestionBase):
    """Single or multiple choice."""

    kind: Literal["single", "multiple"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]


class ScenarioOption(Option):
    """A way to act in a scenario. `school_days` is how many school days the young person loses by it."""

    school_days: int = Field(ge=0, le=400)


class ScenarioQuestion(QuestionBase):
    """A decision on a document: one right way to act, and what every way costs in school days."""

    kind: Literal["scenario"]
    document: CaseDocument
    options: Annotated[tuple[ScenarioOption, ...], Field(min_length=2, max_length=4)]


class Verdicts(Model):
    """What a reader is told who answers true, and who answers false."""

    true: Text
    false: Text


class TrueFalseQuestion(QuestionBase):
    """A statement that is true or false."""

    kind: Literal["truefalse"]
    answer: bool
    feedback: Verdicts

    @property
    def options(self) -> tuple[Option, ...]:
        """The two options, as a choice question has them."""
        return (
            Option(id="sant", text="Sant", correct=self.answer, feedback=self.feedback.true),
            Option(id="falskt", text="Falskt", correct=not self.answer, feedback=self.feedback.false),
        )


class Choice(Model):
    """What a row can be matched with. A choice that no row has is a decoy."""

    id: Slug
    text: Text


class Row(Model):
    """One row of a matching question; `choice` is the id of the choice that belongs to it."""

    id: Slug
    text: Text
    choice: Slug
    feedback: Text


class MatchingQuestion(QuestionBase):
    """Rows that each belong to one of some choices."""

    kind: Literal["matching"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=8)]
    rows: Annotated[tuple[Row, ...], Field(min_length=2, max_length=8)]


class Item(Model):
    """Something that has its place in an order; `feedback` says why it is there."""

    id: Slug
    text: Text
    feedback: Text


class OrderingQuestion(QuestionBase):
    """Things to put in order: they are written in the right one, and shown in another."""

    kind: Literal["ordering"]
    items: Annotated[tuple[Item, ...], Field(min_length=3, max_length=8)]


class WrittenFeedback(Model):
    """What a reader is told who writes a right answer, and one whose answer is not foreseen."""

    right: Text
    wrong: Text


class NumberTrap(Model):
    """A number that people wrongly answer, and why it is wrong."""

    answer: Number
    feedback: Text


class NumberQuestion(QuestionBase):
    """A number to write, right when it is at most `tolerance` from the answer."""

    kind: Literal["number"]
    answer: Number
    tolerance: Number = Field(default=0.0, ge=0)
    unit: Text | None = None
    feedback: WrittenFeedback
    traps: tuple[NumberTrap, ...] = ()


class TextTrap(Model):
    """A word that people wrongly answer, and why it is wrong."""

    answer: ShortText
    feedback: Text


class TextQuestion(QuestionBase):
    """A word or two to write. The first accepted answer is the one that is shown."""

    kind: Literal["text"]
    accepts: Annotated[tuple[ShortText, ...], Field(min_length=1, max_length=20)]
    forgive: tuple[Literal["case", "letters"], ...] = ("case", "letters")
    """`case`: capitals do not count; `letters`: a for å and ä, o for ö, e for é."""
    endings: tuple[Annotated[str, StringConstraints(pattern=r"^[a-zåäö]{1,6}$")], ...] = ()
    """What may be added to an accepted answer: `["n", s]` lets «rektorn» and «rektors» pass for «rektor»."""
    feedback: WrittenFeedback
    traps: tuple[TextTrap, ...] = ()


Question = (
    ChoiceQuestion
    | TrueFalseQuestion
    | ScenarioQuestion
    | MatchingQuestion
    | OrderingQuestion
    | NumberQuestion
    | TextQuestion
)
QUESTION_MODELS: dict[str, type[Question]] = {
    "single": ChoiceQuestion,
    "multiple": ChoiceQuestion,
    "truefalse": TrueFalseQuestion,
    "matching": MatchingQuestion,
    "ordering": OrderingQuestion,
    "number": NumberQuestion,
    "text": TextQuestion,
    "scenario": ScenarioQuestion,
}


class Module(Model):
    """Something to learn in one sitting. `pass_mark` is in per cent of its closing quiz."""

    id: Slug
    title: Text
    page: Text
    topics: tuple[Slug, ...]
    minutes: int = Field(ge=5, le=240)
    goals: Annotated[tuple[Text, ...], Field(min_length=3, max_length=5)]
    prerequisites: tuple[Slug, ...] = ()
    reading: tuple[Text, ...] = ()
    questions: Annotated[tuple[Slug, ...], Field(min_length=1)]
    pass_mark: int = Field(default=80, ge=1, le=100)


class LearningPath(Model):
    """Modules that belong together; their order follows from the prerequisites."""

    id: Slug
    title: Text
    page: Text
    about: Text
    modules: Annotated[tuple[Slug, ...], Field(min_length=1)]
    cases: tuple[Slug, ...] = ()


class CaseOption(Model):
    """A way to act. `school_days` is how many school days the young person loses by it."""

    id: Slug
    text: Text
    recommended: bool = False
    feedback: Text
    school_days: int = Field(ge=0, le=400)
    next: Slug
    provisions: Provisions = ()


class Decision(Model):
    """A choice the reader makes in a case."""

    question: Text
    options: Annotated[tuple[CaseOption, ...], Field(min_length=2, max_length=4)]


class CaseNode(Model):
    """A scene in a case: either it ends in a decision or it is an ending."""

    id: Slug
    phase: Phase
    title: Text
    text: Text
    documents: tuple[CaseDocument, ...] = ()
    decision: Decision | None = None
    ending: bool = False


class Facilitator(Model):
    """How to use a case with colleagues, by the time there is."""

    minutes_30: Text
    minutes_60: Text
    minutes_90: Text


class Case(Model):
    """An invented young person's story as a graph of scenes."""

    id: Slug
    title: Text
    page: Text
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    placement: Placement
    legal_basis: Literal["SoL", "LVU"]
    age: int = Field(ge=0, le=21)
    about: Text
    start: Slug
    nodes: Annotated[tuple[CaseNode, ...], Field(min_length=1)]
    discussion: tuple[Text, ...] = ()
    facilitator: Facilitator | None = None
