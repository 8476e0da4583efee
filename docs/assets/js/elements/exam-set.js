// <exam-set>: draws some of its questions, and judges none of them until the reader hands in. Time is shown, never enforced.
import { button, define, make } from "../dom.js";
import { grade } from "../logic/grade.js";
import { shuffle } from "../logic/shuffle.js";
import { Question, scoreLine } from "../question.js";

class ExamSet extends HTMLElement {
  /** @type {HTMLFormElement[]} */
  #forms = [];
  #timer = 0;
  #said = make("div", { class: "quiz-result", tabindex: "-1", role: "status" });

  connectedCallback() {
    if (this.#forms.length) return;
    this.#forms = /** @type {HTMLFormElement[]} */ ([...this.querySelectorAll("form.question")]);
    for (const form of this.#forms) form.remove();
    const count = Math.min(Number(this.dataset.count), this.#forms.length);
    this.replaceChildren(
      make("p", {}, `Provet drar ${count} av ${this.#forms.length} frågor. Svaren rättas när du lämnar in. Tiden visas men tar aldrig slut.`),
      make("p", {}, button("Börja provet", () => this.#start(count), true)),
    );
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** @param {number} count */
  #start(count) {
    const began = Date.now();
    const drawn = shuffle(this.#forms, `${began}`).slice(0, count);
    const time = make("p", { role: "timer" });
    const tick = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      time.textContent = `Tid: ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    };
    tick();
    this.#timer = window.setInterval(tick, 1000);
    let warned = 0;
    const handIn = button("Lämna in", () => {
      const open = questions.filter(({ kind, field, parts, rules }) => !grade(kind, field.read(), parts, rules));
      if (open.length && open.length !== warned) {
        warned = open.length;
        const numbers = open.map((question) => questions.indexOf(question) + 1).join(", ");
        this.#said.replaceChildren(make("p", {}, `Inte besvarade: fråga ${numbers}. Lämna in igen om du vill hoppa över dem.`));
        return;
      }
      clearInterval(this.#timer);
      handIn.remove();
      for (const question of questions) {
        question.quiet(false);
        if (open.includes(question)) question.key.hidden = false;
        else question.submit(0);
        question.button.hidden = true;
      }
      const results = questions.map(({ points, score }) => ({ points, score: score ?? 0 }));
      this.#said.replaceChildren(scoreLine(results, Number(this.dataset.pass)), time);
      this.#said.focus();
    }, true);
    this.replaceChildren(...drawn, time, make("p", { class: "quiz-actions" }, handIn), this.#said);
    const questions = drawn.map((form, at) => {
      const question = new Question(form);
      question.promote(false);
      question.quiet(true);
      question.number(at + 1, count);
      return question;
    });
    questions[0]?.field.inputs[0].focus({ preventScroll: true });
    drawn[0]?.scrollIntoView({ block: "start" });
  }
}

define("exam-set", ExamSet);
