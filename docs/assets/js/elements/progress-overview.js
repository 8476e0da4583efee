// <progress-overview>: how far the reader has come in the modules and topics, and when the next repetition is.
import { define, make, one } from "../dom.js";
import { dayOf, repetition } from "../logic/leitner.js";
import { moduleState, readQuestions } from "../logic/modules.js";
import { latest } from "../logic/progress.js";
import { load, onChange } from "../store.js";

class ProgressOverview extends HTMLElement {
  #left = new AbortController();
  #next = make("p", { role: "status" });

  connectedCallback() {
    if (!this.#next.isConnected) this.prepend(this.#next);
    this.#show();
    onChange(() => this.#show(), this.#left.signal);
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#left = new AbortController();
  }

  #show() {
    const progress = load();
    const today = dayOf(new Date().toISOString());
    const rows = [...this.querySelectorAll("tr[data-questions]")];
    const asked = rows.map((row) => readQuestions(row.getAttribute("data-questions") ?? ""));
    rows.forEach((row, at) => {
      const known = asked[at].filter(({ id, print }) => ![null, "changed"].includes(/** @type {any} */ (latest(progress, id, print))));
      const { percent } = moduleState(progress, known, 100);
      one(row, ".answered", HTMLElement).textContent = `${known.length} av ${asked[at].length}`;
      const bar = make("span", { class: "chart-bar", "aria-hidden": "true" });
      bar.style.width = `${percent}%`;
      one(row, ".share", HTMLElement).replaceChildren(...(known.length ? [bar, `${percent} %`] : ["–"]));
    });
    const unique = [...new Map(asked.flat().map((question) => [question.id, question])).values()];
    const { due, next } = repetition(progress, unique, today);
    const days = next === null ? 0 : next - today;
    const rest = next === null ? "Svara på några frågor, så kommer de tillbaka." : `Nästa repetition är ${days === 1 ? "i morgon" : `om ${days} dagar`}.`;
    this.#next.textContent = due.length ? `Att repetera i dag: ${due.length}.` : rest;
  }
}

define("progress-overview", ProgressOverview);
