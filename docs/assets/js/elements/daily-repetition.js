// <daily-repetition>: says what is to be repeated today, and fetches those questions from the practice pages.
import { button, define, make, one } from "../dom.js";
import { dayOf, repetition, whenNext } from "../logic/leitner.js";
import { readQuestions } from "../logic/modules.js";
import { LiveElement } from "../live.js";
import { load } from "../store.js";
import "./quiz-set.js";

const AT_A_TIME = 10;

/** @param {number} count */
const counted = (count) => (count === 1 ? "En fråga" : `${count} frågor`);

class DailyRepetition extends LiveElement {
  #summary = make("p", { role: "status" });
  #button = button("", () => this.#start(), true);
  #questions = make("div", {});

  build() {
    one(this, "details", HTMLElement).before(this.#questions, this.#summary, this.#button);
    this.addEventListener("question-answered", () => this.show());
  }

  #now() {
    const bank = [...this.querySelectorAll("a[data-questions]")].map((link) => ({
      href: /** @type {HTMLAnchorElement} */ (link).href,
      asked: readQuestions(link.getAttribute("data-questions") ?? ""),
    }));
    const today = dayOf(new Date().toISOString());
    return { bank, today, ...repetition(load(), bank.flatMap(({ asked }) => asked), today) };
  }

  show() {
    const { due, next, today } = this.#now();
    const forms = [...this.#questions.querySelectorAll("form")];
    const open = forms.some(({ dataset }) => !dataset.verdict);
    const more = forms.length ? " till" : "";
    const right = forms.filter(({ dataset }) => dataset.verdict === "right").length;
    const result = forms.length && !open ? `${right} av ${forms.length} rätt. ` : "";
    const left = due.length ? `${counted(due.length)}${more} att repetera i dag.` : `Inget${more} att repetera i dag. ${whenNext(next, today)}`;
    this.#summary.textContent = result + left;
    this.#button.hidden = !due.length || open;
    this.#button.textContent = `Repetera ${counted(Math.min(due.length, AT_A_TIME)).toLowerCase()}${more}`;
  }

  async #start() {
    const { bank, due } = this.#now();
    const wanted = due.slice(0, AT_A_TIME);
    const pages = bank.filter(({ asked }) => asked.some(({ id }) => wanted.includes(id)));
    try {
      const found = new Map((await Promise.all(pages.map(({ href }) => fetchQuestions(href)))).flat());
      const forms = wanted.flatMap((id) => found.get(id) ?? []);
      forms.forEach((form, at) => {
        one(form, ".question-number", HTMLElement).textContent = `Fråga ${at + 1} av ${forms.length}`;
      });
      this.#questions.replaceChildren(make("quiz-set", { "data-fresh": true }, ...forms));
      this.show();
      forms[0]?.scrollIntoView({ block: "start" });
      /** @type {HTMLElement | null | undefined} */ (forms[0]?.querySelector("input, select, button"))?.focus({ preventScroll: true });
    } catch {
      this.#questions.replaceChildren(make("p", {}, "Frågorna kunde inte hämtas. Öva direkt på sidorna i stället."));
    }
  }
}

/**
 * Return the questions on a page by id, their links made to work from here.
 * @param {string} href
 * @returns {Promise<[string, HTMLFormElement][]>}
 */
async function fetchQuestions(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status} ${href}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("form.question")].map((found) => {
    const form = /** @type {HTMLFormElement} */ (document.importNode(found, true));
    for (const name of ["href", "src"]) {
      for (const part of form.querySelectorAll(`[${name}]`)) {
        part.setAttribute(name, new URL(part.getAttribute(name) ?? "", href).href);
      }
    }
    return [form.dataset.question ?? "", form];
  });
}

define("daily-repetition", DailyRepetition);
