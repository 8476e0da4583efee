// One question: read, judged, stored and explained.
import { copies, make, one, unsavedNote } from "./dom.js";
import { fieldOf } from "./fields.js";
import { grade, outcome } from "./logic/grade.js";
import { answered, latest } from "./logic/progress.js";
import { load, unsaved, update } from "./store.js";

/** @type {Record<string, string>} */
const LABELS = { right: "Rätt", wrong: "Fel", missed: "Missat" };

/** Return text as it is quoted, without a full stop of its own. @param {string} text */
const quoted = (text) => `”${text.trim().replace(/\.$/, "")}”`;

/** @param {number} value */
const decimal = (value) => value.toLocaleString("sv", { maximumFractionDigits: 2 });

/**
 * Return the line that says what questions come to.
 * @param {{points: number, score: number | null}[]} results
 * @param {number} pass per cent
 */
export function scoreLine(results, pass) {
  const { right, total, points, most, percent, passed } = outcome(results, pass);
  const counted = most === total && points === right ? "" : `, ${decimal(points)} av ${most} poäng`;
  const said = make("strong", {}, passed ? "Godkänt." : "Inte godkänt än.");
  return make("p", {}, said, ` ${right} av ${total} rätt${counted} (${percent} %). Gränsen är ${pass} %.`);
}

export class Question {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    const { question = "", fingerprint = "", kind = "", points, tolerance, unit, forgive = "", endings = "" } = form.dataset;
    this.form = form;
    this.id = question;
    this.print = fingerprint;
    this.kind = kind;
    this.points = Number(points ?? 1);
    this.rules = { tolerance: Number(tolerance ?? 0), unit, forgive: forgive.split(" "), endings: endings.split(" ").filter(Boolean) };
    this.key = one(form, "details.answer", HTMLDetailsElement);
    this.parts = [...this.key.querySelectorAll("[data-option]")].map((item) => ({
      id: item.getAttribute("data-option") ?? "",
      correct: item.getAttribute("data-correct"),
      text: one(item, ".verdict-text", HTMLElement).textContent ?? "",
      label: one(item, "strong", HTMLElement).textContent ?? "",
      why: one(item, ".verdict-why", HTMLElement),
    }));
    const seed = `${question} ${new Date().toLocaleDateString("sv")}`;
    this.field = fieldOf(form, this.parts.map(({ id }) => id), seed);
    /** @type {string[]} */
    this.given = [];
    /** How much of the answer is right, between 0 and 1; null while there is none. @type {number | null} */
    this.score = null;
    this.answeredAt = -1e3;
    this.error = make("p", { class: "question-error", id: `fel-${this.id}`, role: "alert" });
    this.button = make("button", { type: "submit", class: "md-button md-button--primary" }, "Svara");
    this.feedback = make("div", { class: "feedback", role: "status" });
  }

  /** @param {boolean} restore whether an answer that is stored is shown */
  promote(restore) {
    this.form.noValidate = true;
    this.key.hidden = true;
    // on `input`, since a line that goes when a field is left moves the button away under the click
    this.form.addEventListener("input", () => {
      // an answer stands until the reader tries again
      if (this.score !== null) this.field.write(this.given);
      else this.fault("");
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(event.timeStamp);
    });
    this.form.append(this.error, make("p", { class: "question-actions" }, this.button), this.feedback);
    if (restore) this.restore();
  }

  /** Judge nothing until asked to. @param {boolean} on */
  quiet(on) {
    this.button.hidden = on;
  }

  /**
   * Say which question of how many it is, where they are not those of the page.
   * @param {number} at
   * @param {number} total
   */
  number(at, total) {
    one(this.form, ".question-number", HTMLElement).textContent = `Fråga ${at} av ${total}`;
  }

  /** @param {number} now milliseconds, of the event */
  submit(now) {
    if (this.button.hidden) return;
    if (this.score !== null) {
      // the second click of a double click must not take the answer away
      if (now - this.answeredAt > 500) this.again();
      return;
    }
    const given = this.field.read();
    const verdict = grade(this.kind, given, this.parts, this.rules);
    if (!verdict) {
      this.fault(this.field.empty);
      this.field.inputs[0].focus();
      return;
    }
    this.answeredAt = now;
    const { right, score } = verdict;
    const attempt = { at: new Date().toISOString(), given, right, ...(score > 0 && score < 1 ? { score } : {}) };
    update((progress) => answered(progress, this.id, this.print, attempt));
    this.show(given, verdict);
    this.form.dispatchEvent(new CustomEvent("question-answered", { bubbles: true }));
  }

  /** Show what is stored, if it fits the question as it is now. */
  restore() {
    const attempt = latest(load(), this.id, this.print);
    if (attempt === "changed") {
      this.feedback.replaceChildren(make("p", {}, "Frågan har ändrats sedan du svarade. Svara en gång till."));
    } else if (attempt) {
      const verdict = grade(this.kind, attempt.given, this.parts, this.rules);
      if (verdict) this.show(attempt.given, verdict);
    }
  }

  /**
   * @param {string[]} given
   * @param {import("./logic/grade.js").Verdict} verdict
   */
  show(given, { right, score, marks }) {
    this.given = given;
    this.score = score;
    this.fault("");
    this.field.write(given);
    this.lock(true);
    const own = this.kind === "matching" || this.kind === "ordering" ? "" : "ditt svar, ";
    for (const [id, holder] of this.field.holders) {
      const mark = marks.get(id) ?? "left";
      holder.dataset.mark = mark;
      const said = mark === "missed" ? "rätt svar, missat" : own + LABELS[mark]?.toLowerCase();
      if (mark !== "left") holder.append(make("span", { class: "option-mark" }, ` (${said})`));
    }
    this.button.textContent = "Försök igen";
    const partly = !right && score > 0 ? ` Delvis rätt: ${decimal(score * this.points)} av ${this.points} poäng.` : "";
    this.feedback.replaceChildren(
      make("p", { class: "verdict" }, make("strong", {}, right ? "Rätt." : "Fel."), partly),
      make("ul", { class: "reasons" }, ...this.reasons(marks)),
      ...copies(one(this.key, ".explanation", HTMLElement)),
      make("p", { class: "read-more" }, ...copies(one(this.key, ".read-more", HTMLElement))),
      ...(unsaved() ? [unsavedNote()] : []),
    );
    this.form.dataset.verdict = right ? "right" : "wrong";
  }

  /**
   * Return what was answered and why it is right or wrong, one line a part: what was chosen first, as it stands on the
   * screen, but the rows of an order as they should stand.
   * @param {Map<string, string>} marks
   */
  reasons(marks) {
    const { kind, given } = this;
    const key = this.parts.find(({ correct }) => correct !== null);
    const shown = kind === "ordering" ? [] : [...this.field.holders.keys()];
    const place = (/** @type {string} */ id) => shown.indexOf(id) + (marks.get(id) === "missed" ? 99 : 0);
    const said = this.parts.filter(({ id }) => (marks.get(id) ?? "left") !== "left").sort((a, b) => place(a.id) - place(b.id));
    return said.map(({ id, text, label, why }) => {
      const mark = marks.get(id) ?? "";
      let own = quoted(text);
      let right = "";
      if (kind === "matching") {
        const select = one(this.form, `[name="${id}"]`, HTMLSelectElement);
        own = `${text} – ${quoted(select.selectedOptions[0]?.text ?? "")}`;
        right = quoted(label);
      } else if (kind === "ordering") {
        own += ` på plats ${given.indexOf(id) + 1}`;
        right = `plats ${parseInt(label)}`;
      } else if (kind === "number" || kind === "text") {
        own = quoted(given[0]);
        right = key ? quoted(key.text) : "";
      }
      const end = mark === "wrong" && right ? `. Rätt är ${right}.` : "";
      return make("li", {}, make("p", {}, `${LABELS[mark]}: ${own}${end}`), ...copies(why.childNodes.length || !key ? why : key.why));
    });
  }

  again() {
    this.score = null;
    delete this.form.dataset.verdict;
    this.lock(false);
    this.field.write(this.kind === "ordering" ? this.given : []);
    for (const holder of this.field.holders.values()) {
      holder.removeAttribute("data-mark");
      holder.querySelector(".option-mark")?.remove();
    }
    this.button.textContent = "Svara";
    this.feedback.replaceChildren();
    this.form.dispatchEvent(new CustomEvent("question-answered", { bubbles: true }));
  }

  /** @param {boolean} on */
  lock(on) {
    for (const input of this.field.inputs) {
      input.ariaDisabled = on ? "true" : null;
      if (input instanceof HTMLInputElement) input.readOnly = on;
    }
  }

  /** @param {string} text */
  fault(text) {
    this.error.textContent = text;
    for (const input of this.field.inputs) {
      input.ariaInvalid = text ? "true" : null;
      if (text) input.setAttribute("aria-describedby", this.error.id);
      else input.removeAttribute("aria-describedby");
    }
  }

  get link() {
    const link = one(this.key, ".read-more a", HTMLAnchorElement);
    return { href: link.getAttribute("href") ?? "", text: link.textContent ?? "" };
  }
}
