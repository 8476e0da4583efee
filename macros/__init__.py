"""Obruten skolgång: the site's macros. Data and training are loaded, checked and rendered from here.

`define_env` only registers: it is called once for a build by MkDocs, and once a page by Zensical.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from . import bundle, checks, content, dates, publish
from .content import Content
from .problems import ContentError
from .render import district, followup, kit, law, page, pictures, search, training
from .render.context import Context

MACROS = (
    law.lag,
    law.source,
    law.provision_index,
    law.register_list,
    law.coming_changes,
    page.page_head,
    page.page_foot,
    page.topic_pages,
    page.topic_list,
    page.whats_new,
    page.glossary,
    page.answers,
    district.organisation,
    district.district,
    district.rollout,
    district.local,
    kit.field,
    kit.download,
    followup.readiness,
    followup.indicators,
    pictures.chart,
    pictures.ways_map,
    page.home_search,
    page.progress_tools,
    training.questions,
    training.practice,
    training.exam,
    training.overview,
    training.certificate,
    training.module_quiz,
    training.module_head,
    training.worksheet,
    training.module_list,
    training.path_list,
    training.learning_path,
    training.case_list,
    training.case,
)


def define_env(env: Any) -> None:
    """Register the macros. Faulty content raises `ContentError` with every fault, before anything is rendered."""
    root = Path(env.project_dir)
    site = sound_content(root)
    site_dir, site_url = root / env.conf["site_dir"], str(env.conf["site_url"] or "")
    site_name = str(env.conf["site_name"])

    @cache
    def publish_files() -> None:
        for name, data in bundle.bundles(root / env.conf["docs_dir"] / "assets" / "js").items():
            publish.publish(site_dir, f"assets/js/{name}", data)
        publish.publish(site_dir, search.FILE, search.words(site))

    def registered(macro: Any) -> Any:
        def call(*arguments: str) -> str:
            publish_files()
            context = Context(site, site.page_by_url(env.page.url), dates.today(), site_dir, site_url, site_name)
            return str(macro(context, *arguments))

        call.__name__, call.__doc__ = macro.__name__, macro.__doc__
        return call

    for macro in MACROS:
        env.macro(registered(macro))
        env.variables.pop(macro.__name__, None)  # `extra.organisation` would hide the macro of the same name


def sound_content(root: Path) -> Content:
    """Return the content below `root` as it is on disk now; raises `ContentError` when it has faults."""
    return _checked(root.resolve(), content.signature(root))


@lru_cache(maxsize=2)
def _checked(root: Path, _signature: tuple[tuple[str, int, int], ...]) -> Content:
    loaded, problems = content.load(root)
    problems += checks.run(loaded)
    if problems:
        raise ContentError(problems)
    return loaded
