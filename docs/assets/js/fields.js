// What a reader answers with, kind by kind: options, selects, a list to put in order, or a line to write on.
import { make, one } from "./dom.js";
import { shuffle } from "./logic/shuffle.js";

/**
 * @typedef {object} Field
 * @property {HTMLElement[]} inputs what takes the focus, in order
 * @property {Map<string, HTMLElement>} holders what shows the mark of a part
 * @property {string} empty what is said when there is no answer to judge
 * @property {() => string[]} read
 * @property {(given: string[]) => void} write
 */

/**
 * Return the field of a question, its parts in the order of the day.
 * @param {HTMLFormElement} form
 * @param {string[]} right the ids of the key in order
 * @param {string} seed
 * @returns {Field}
 */
export function fieldOf(form, right, seed) {
  const kind = form.dataset.kind;
  if (kind === "matching") return selects(form, seed);
  if (kind === "ordering") return order(form, right, seed);
  if (kind === "number" || kind === "text") return line(form, kind);
  return choices(form, seed);
}

/** @type {(form: HTMLFormElement, seed: string) => Field} */
function choices(form, seed) {
  const labels = /** @type {HTMLLabelElement[]} */ ([...form.querySelectorAll("label.option")]);
  const shown = form.dataset.kind === "truefalse" ? labels : shuffle(labels, seed);
  if (labels.length) labels[0].before(...shown);
  const inputs = shown.map((label) => one(label, "input", HTMLInputElement));
  return {
    inputs,
    holders: new Map(inputs.map((input, place) => [input.value, shown[place]])),
    empty: "Välj ett svar först.",
    read: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    write: (given) => inputs.forEach((input) => (input.checked = given.includes(input.value))),
  };
}

/** @type {(form: HTMLFormElement, seed: string) => Field} */
function selects(form, seed) {
  const inputs = [...form.querySelectorAll("select")];
  for (const input of inputs) input.append(...shuffle([...input.options].slice(1), seed));
  return {
    inputs,
    holders: new Map(inputs.map((input) => [input.name, one(input.closest("label") ?? form, "span", HTMLElement)])),
    empty: "Välj något på varje rad först.",
    read: () => inputs.map(({ name, value }) => `${name}=${value}`),
    write: (given) => inputs.forEach((input) => (input.value = given.find((pair) => pair.startsWith(`${input.name}=`))?.slice(input.name.length + 1) ?? "")),
  };
}

/** @type {(form: HTMLFormElement, right: string[], seed: string) => Field} */
function order(form, right, seed) {
  const list = one(form, ".order", HTMLElement);
  const said = make("p", { class: "hidden-text", role: "status" });
  const items = new Map([...list.children].map((item) => [item.getAttribute("data-item") ?? "", /** @type {HTMLElement} */ (item)]));
  const read = () => [...list.children].map((item) => item.getAttribute("data-item") ?? "");
  let moved = false;
  for (const item of items.values()) {
    const name = one(item, ".item-text", HTMLElement).textContent ?? "";
    /** @type {(sign: string, word: string, step: number) => HTMLButtonElement} */
    const mover = (sign, word, step) => {
      const button = make("button", { type: "button", class: "md-button", "aria-label": `Flytta ${word}: ${name}` }, sign);
      button.addEventListener("click", () => {
        const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
        if (!other || button.ariaDisabled) return;
        if (step < 0) other.before(item);
        else other.after(item);
        moved = true;
        button.focus();
        said.textContent = `${name}: plats ${read().indexOf(item.dataset.item ?? "") + 1} av ${items.size}`;
        settle();
        form.dispatchEvent(new Event("input"));
      });
      return button;
    };
    item.append(make("span", { class: "movers" }, mover("↑", "upp", -1), mover("↓", "ner", 1)));
  }
  /** The first row goes no further up, the last no further down. */
  const settle = () =>
    list.querySelectorAll("button").forEach((button, at, { length }) => (button.ariaDisabled = at && at < length - 1 ? null : "true"));
  const write = (/** @type {string[]} */ given) => {
    list.append(...given.flatMap((id) => items.get(id) ?? []));
    settle();
  };
  const mixed = shuffle([...items.keys()], seed);
  write(mixed.join() === right.join() ? mixed.reverse() : mixed);
  list.after(said);
  return {
    inputs: [...list.querySelectorAll("button")],
    holders: items,
    empty: "Flytta minst en rad. De står aldrig rätt från början.",
    read: () => (moved ? read() : []),
    write: (given) => {
      moved = given.length > 0;
      write(given);
    },
  };
}

/** @type {(form: HTMLFormElement, kind: string) => Field} */
function line(form, kind) {
  const input = one(form, ".written input", HTMLInputElement);
  return {
    inputs: [input],
    holders: new Map(),
    empty: kind === "number" ? "Skriv ett tal, till exempel 16 eller 2,5." : "Skriv ett svar först.",
    read: () => [input.value],
    write: ([given = ""]) => (input.value = given),
  };
}
