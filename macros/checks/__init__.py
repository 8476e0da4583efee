"""The rules that hold between things, one function a rule. `run` gives every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..content import Content
from ..problems import Problem
from . import cases, districts, facts, law, modules, pages, questions, readiness

Rule = Callable[[Content], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    law.cited_provisions_exist,
    law.cited_sources_exist,
    law.changes_follow_the_check,
    law.written_citations_are_current,
    law.the_register_is_shown_once,
    pages.macro_calls_are_known,
    pages.forms_hold_what_a_document_can,
    pages.frame_is_there,
    pages.links_lead_somewhere,
    pages.related_pages_exist,
    pages.topics_are_known,
    pages.dates_are_in_order,
    pages.guides_follow_the_template,
    pages.rules_are_cited,
    pages.text_is_readable,
    pages.tables_have_headers,
    pages.every_page_is_in_the_navigation,
    facts.terms_refer_to_terms,
    facts.answers_lead_somewhere,
    facts.statistics_have_a_source,
    facts.ways_lead_somewhere,
    districts.organisation_is_there,
    districts.districts_are_named_by_their_files,
    districts.every_district_has_its_page,
    districts.local_parts_are_placed,
    readiness.statements_belong_together,
    readiness.shown_facts_are_there,
    questions.keys_are_sound,
    questions.right_options_are_not_the_longest,
    questions.parts_differ,
    questions.rows_have_their_choice,
    questions.images_exist,
    questions.traps_are_wrong,
    questions.topics_are_known,
    questions.sections_exist,
    questions.embedded_questions_exist,
    questions.practice_pages_have_questions,
    modules.prerequisites_exist,
    modules.prerequisites_have_no_cycle,
    modules.questions_exist,
    modules.pages_exist,
    modules.module_pages_have_a_module,
    modules.paths_are_whole,
    modules.exams_are_on_something,
    cases.nodes_are_sound,
    cases.every_node_is_reached,
    cases.every_way_ends,
    cases.topics_and_pages_exist,
    cases.shown_cases_exist,
)


def run(content: Content) -> list[Problem]:
    """Return the problems between things in the content."""
    return [problem for rule in RULES for problem in rule(content)]
