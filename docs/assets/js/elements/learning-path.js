// <learning-path>: marks each module as done, started or left, and names the next one.
import { define, make } from "../dom.js";
import { moduleState, readQuestions } from "../logic/modules.js";
import { LiveElement } from "../live.js";
import { load } from "../store.js";

class LearningPath extends LiveElement {
  #summary = make("p", { class: "path-summary", role: "status" });

  build() {
    this.prepend(this.#summary);
  }

  show() {
    const progress = load();
    const steps = [...this.querySelectorAll("li[data-module]")].map((item) => {
      const questions = readQuestions(item.getAttribute("data-questions") ?? "");
      const result = moduleState(progress, questions, Number(item.getAttribute("data-pass")));
      const { state, answered, total, percent } = result;
      const short = answered < total ? `Påbörjad: ${answered} av ${total} frågor besvarade` : `Inte godkänt än: ${percent} %`;
      item.setAttribute("data-state", state);
      mark(item.querySelector("a"), state);
      item.querySelector(".step-state")?.remove();
      item.append(make("span", { class: "step-state" }, ` ${{ done: "Klar", started: short, left: "Kvar" }[state]}`));
      return { ...result, title: item.querySelector(".step-title")?.textContent ?? "" };
    });
    const done = steps.filter(({ state }) => state === "done").length;
    const next = steps.find(({ state }) => state !== "done");
    const rest = next ? `Nästa: ${next.title}.` : "Du har klarat alla.";
    this.#summary.textContent = `Du har klarat ${done} av ${steps.length} moduler. ${rest}`;
  }
}

/**
 * Mark a module in the navigation too.
 * @param {HTMLAnchorElement | null} link
 * @param {string} state
 */
function mark(link, state) {
  for (const found of document.querySelectorAll("a.md-nav__link")) {
    // a folded section has the address of its first page, and an icon
    if (found.querySelector(".md-nav__icon")) continue;
    if (link && /** @type {HTMLAnchorElement} */ (found).href.split("#")[0] === link.href) {
      found.querySelector(".nav-mark")?.remove();
      const word = state === "done" ? "klar" : "påbörjad";
      if (state !== "left") found.append(make("span", { class: "nav-mark" }, ` (${word})`));
    }
  }
}

define("learning-path", LearningPath);
