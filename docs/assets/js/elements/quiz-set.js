// <quiz-set>: promotes a readable list of questions to one that answers. The key stands in the HTML that everyone gets.
import { button, define, make } from "../dom.js";
import { moduleState } from "../logic/modules.js";
import { Question, scoreLine } from "../question.js";
import { load } from "../store.js";

class QuizSet extends HTMLElement {
  /** @type {Question[]} */
  #questions = [];
  #errors = make("div", { class: "error-summary", tabindex: "-1", role: "alert" });
  #result = make("div", { class: "quiz-result", role: "status" });

  connectedCallback() {
    if (this.#questions.length) return;
    this.#questions = [...this.querySelectorAll("form.question")].map(
      (form) => new Question(/** @type {HTMLFormElement} */ (form)),
    );
    for (const question of this.#questions) question.promote(!("fresh" in this.dataset));
    if (!this.dataset.module) return;
    this.append(this.#errors, make("p", { class: "quiz-actions" }, button("Visa resultat", () => this.#finish())), this.#result);
    this.addEventListener("question-answered", () => {
      this.#errors.replaceChildren();
      this.#result.replaceChildren();
    });
    if (this.#questions.every(({ score }) => score !== null)) this.#show();
  }

  #finish() {
    const open = this.#questions.filter(({ score }) => score === null);
    if (!open.length) {
      this.#errors.replaceChildren();
      this.#show();
      return;
    }
    this.#result.replaceChildren();
    const links = open.map((question) => {
      const number = this.#questions.indexOf(question) + 1;
      const link = make("a", { href: `#${question.form.id}` }, `Fråga ${number}: välj ett svar`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        event.stopPropagation(); // the theme would follow the address too, and take the focus with it
        question.form.scrollIntoView({ block: "start" });
        question.field.inputs[0].focus({ preventScroll: true });
      });
      return make("li", {}, link);
    });
    const left = open.length === 1 ? "En fråga är inte besvarad" : `${open.length} frågor är inte besvarade`;
    this.#errors.replaceChildren(make("p", {}, make("strong", {}, left)), make("ul", {}, ...links));
    this.#errors.focus();
  }

  #show() {
    const wrong = this.#questions.filter(({ score }) => score !== 1);
    const pass = Number(this.dataset.pass);
    const parts = [scoreLine(this.#questions, pass)];
    if (moduleState(load(), this.#questions, pass).passed) parts.push(make("p", {}, "Modulen är klar. Dina bästa svar räknas."));
    if (wrong.length) {
      const links = new Map(wrong.map((question) => [question.link.href, question.link.text]));
      const again = button("Gör om dem som blev fel", () => {
        for (const question of wrong) question.again();
        wrong[0].field.inputs[0].focus();
      });
      parts.push(
        make("p", {}, "Läs igen:"),
        /** @type {any} */ (
          make("ul", {}, ...[...links].map(([href, text]) => make("li", {}, make("a", { href }, text))))
        ),
        make("p", {}, again),
      );
    }
    this.#result.replaceChildren(...parts);
  }
}

define("quiz-set", QuizSet);
