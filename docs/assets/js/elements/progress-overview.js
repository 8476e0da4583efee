// <progress-overview>: how far the reader has come in the modules and topics, and when the next repetition is.
import { define, make, one } from "../dom.js";
import { nearest, outcome } from "../logic/grade.js";
import { dayOf, repetition, whenNext } from "../logic/leitner.js";
import { readQuestions } from "../logic/modules.js";
import { attemptsAt, scoreOf } from "../logic/progress.js";
import { LiveElement } from "../live.js";
import { load } from "../store.js";

class ProgressOverview extends LiveElement {
  #next = make("p", { role: "status" });

  build() {
    this.prepend(this.#next);
  }

  show() {
    const progress = load();
    const today = dayOf(new Date().toISOString());
    const rows = [...this.querySelectorAll("tr[data-questions]")];
    const asked = rows.map((row) => readQuestions(row.getAttribute("data-questions") ?? ""));
    rows.forEach((row, at) => {
      const known = asked[at].flatMap(({ id, print, points }) =>
        attemptsAt(progress, id, print).slice(-1).map((attempt) => ({ points, score: scoreOf(attempt) })),
      );
      const share = `${nearest(outcome(known, 100))} %`;
      one(row, ".answered", HTMLElement).textContent = `${known.length} av ${asked[at].length}`;
      const bar = make("span", { class: "chart-bar", "aria-hidden": "true" });
      bar.style.setProperty("--share", share.replace(" ", ""));
      one(row, ".share", HTMLElement).replaceChildren(...(known.length ? [bar, share] : ["–"]));
    });
    const unique = [...new Map(asked.flat().map((question) => [question.id, question])).values()];
    const { due, next } = repetition(progress, unique, today);
    this.#next.textContent = due.length ? `Att repetera i dag: ${due.length}.` : whenNext(next, today);
  }
}

define("progress-overview", ProgressOverview);
