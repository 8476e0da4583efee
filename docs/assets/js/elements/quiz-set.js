// <quiz-set>: promotes a readable list of questions to one that answers. The key stands in the HTML that everyone gets.
import { copies, define, make, one, unsavedNote } from "../dom.js";
import { grade, outcome } from "../logic/grade.js";
import { answered, latest } from "../logic/progress.js";
import { load, unsaved, update } from "../store.js";

const SPOKEN = { right: "ditt svar, rätt", wrong: "ditt svar, fel", missed: "rätt svar som du inte valde", left: "" };

class Question {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.id = form.dataset.question ?? "";
    this.print = form.dataset.fingerprint ?? "";
    this.inputs = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".option input")]);
    this.key = one(form, "details.answer", HTMLDetailsElement);
    this.options = [...this.key.querySelectorAll("[data-option]")].map((item) => ({
      id: item.getAttribute("data-option") ?? "",
      correct: item.hasAttribute("data-correct"),
      text: one(item, ".verdict-text", HTMLElement).textContent ?? "",
      why: one(item, ".verdict-why", HTMLElement),
    }));
    /** @type {boolean | null} */
    this.verdict = null;
    this.answeredAt = 0;
    this.error = make("p", { class: "question-error", id: `fel-${this.id}`, role: "alert" });
    this.button = make("button", { type: "submit", class: "md-button md-button--primary" }, "Svara");
    this.feedback = make("div", { class: "feedback", role: "status" });
  }

  promote() {
    this.form.noValidate = true;
    this.key.hidden = true;
    for (const input of this.inputs) {
      input.addEventListener("click", (event) => this.verdict !== null && event.preventDefault());
      input.addEventListener("change", () => this.fault(""));
    }
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(event.timeStamp);
    });
    this.form.append(this.error, make("p", { class: "question-actions" }, this.button), this.feedback);
    this.restore();
  }

  /** @param {number} now milliseconds, of the event */
  submit(now) {
    if (this.verdict !== null) {
      // the second click of a double click must not take the answer away
      if (now - this.answeredAt > 500) this.again();
      return;
    }
    const given = this.inputs.filter((input) => input.checked).map((input) => input.value);
    if (!given.length) {
      this.fault("Välj ett svar först.");
      this.inputs[0].focus();
      return;
    }
    this.answeredAt = now;
    const attempt = { at: new Date().toISOString(), given, right: grade(given, this.options).right };
    update((progress) => answered(progress, this.id, this.print, attempt));
    this.show(attempt);
    this.form.dispatchEvent(new CustomEvent("question-answered", { bubbles: true }));
  }

  /** Show what is stored, if it fits the question as it is now. */
  restore() {
    const attempt = latest(load(), this.id, this.print);
    if (attempt === "changed") {
      this.feedback.replaceChildren(make("p", {}, "Frågan har ändrats sedan du svarade. Svara en gång till."));
    } else if (attempt && attempt.given.every((id) => this.options.some((option) => option.id === id))) {
      this.show(attempt);
    }
  }

  /** @param {import("../logic/progress.js").Attempt} attempt */
  show(attempt) {
    const { right, marks } = grade(attempt.given, this.options);
    this.verdict = right;
    this.fault("");
    for (const input of this.inputs) {
      const mark = marks.get(input.value) ?? "left";
      input.checked = attempt.given.includes(input.value);
      input.setAttribute("aria-disabled", "true");
      const label = one(this.form, `label:has(input[value="${input.value}"])`, HTMLLabelElement);
      label.dataset.mark = mark;
      if (SPOKEN[mark]) label.append(make("span", { class: "option-mark" }, ` (${SPOKEN[mark]})`));
    }
    this.button.textContent = "Försök igen";
    const reasons = this.options.filter(({ id }) => marks.get(id) !== "left");
    const said = reasons.map(({ id, text, why }) => {
      const heading = marks.get(id) === "missed" ? "Du valde inte" : "Du valde";
      return make("li", {}, make("p", {}, `${heading} «${text.trim()}».`), ...copies(why));
    });
    const explanation = one(this.key, ".explanation", HTMLElement);
    const more = one(this.key, ".read-more", HTMLElement);
    this.feedback.replaceChildren(
      make("p", { class: "verdict" }, make("strong", {}, right ? "Rätt." : "Fel.")),
      make("ul", { class: "reasons" }, ...said),
      ...copies(explanation),
      make("p", { class: "read-more" }, ...copies(more)),
      ...(unsaved() ? [unsavedNote()] : []),
    );
    this.form.dataset.verdict = right ? "right" : "wrong";
  }

  again() {
    this.verdict = null;
    delete this.form.dataset.verdict;
    for (const input of this.inputs) {
      input.checked = false;
      input.removeAttribute("aria-disabled");
    }
    for (const label of this.form.querySelectorAll("label.option")) {
      label.removeAttribute("data-mark");
      label.querySelector(".option-mark")?.remove();
    }
    this.button.textContent = "Svara";
    this.feedback.replaceChildren();
    this.form.dispatchEvent(new CustomEvent("question-answered", { bubbles: true }));
  }

  /** @param {string} text */
  fault(text) {
    this.error.textContent = text;
    for (const input of this.inputs) {
      if (text) {
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", this.error.id);
      } else {
        input.removeAttribute("aria-invalid");
        input.removeAttribute("aria-describedby");
      }
    }
  }

  get link() {
    const link = one(this.key, ".read-more a", HTMLAnchorElement);
    return { href: link.getAttribute("href") ?? "", text: link.textContent ?? "" };
  }
}

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
    for (const question of this.#questions) question.promote();
    if (!this.dataset.module) return;
    const button = make("button", { type: "button", class: "md-button" }, "Visa resultat");
    button.addEventListener("click", () => this.#finish());
    this.append(this.#errors, make("p", { class: "quiz-actions" }, button), this.#result);
    this.addEventListener("question-answered", () => {
      this.#errors.replaceChildren();
      this.#result.replaceChildren();
    });
    if (this.#questions.every(({ verdict }) => verdict !== null)) this.#show();
  }

  #finish() {
    const open = this.#questions.filter(({ verdict }) => verdict === null);
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
        question.inputs[0].focus({ preventScroll: true });
      });
      return make("li", {}, link);
    });
    const left = open.length === 1 ? "En fråga är inte besvarad" : `${open.length} frågor är inte besvarade`;
    this.#errors.replaceChildren(make("p", {}, make("strong", {}, left)), make("ul", {}, ...links));
    this.#errors.focus();
  }

  #show() {
    const pass = Number(this.dataset.pass);
    const { right, total, percent, passed } = outcome(
      this.#questions.map(({ verdict }) => verdict),
      pass,
    );
    const wrong = this.#questions.filter(({ verdict }) => verdict === false);
    const parts = [
      make(
        "p",
        { class: "quiz-score" },
        make("strong", {}, passed ? "Godkänt." : "Inte godkänt än."),
        ` ${right} av ${total} rätt (${percent} %). Gränsen är ${pass} %.`,
      ),
    ];
    if (wrong.length) {
      const links = new Map(wrong.map((question) => [question.link.href, question.link.text]));
      const again = make("button", { type: "button", class: "md-button" }, "Gör om dem som blev fel");
      again.addEventListener("click", () => {
        for (const question of wrong) question.again();
        wrong[0].inputs[0].focus();
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
