// Small helpers for building and reading HTML without `innerHTML`.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T | "quiz-set"} tag
 * @param {Record<string, string | boolean>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = /** @type {HTMLElementTagNameMap[T]} */ (document.createElement(tag));
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * @param {(Node | string)[] | string} label
 * @param {() => void} action what a click does
 * @param {boolean} [first] whether it is what one most likely wants
 */
export function button(label, action, first = false) {
  const made = make("button", { type: "button", class: `md-button${first ? " md-button--primary" : ""}` }, ...[label].flat());
  made.addEventListener("click", action);
  return made;
}

/**
 * Return the one element that must be there.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function one(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no ${selector}`);
  return found;
}

/**
 * Return copies of an element's children, without ids.
 * @param {Element} element
 */
export function copies(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const inner of copy.querySelectorAll("[id]")) inner.removeAttribute("id");
  return [...copy.childNodes];
}

/**
 * Define a custom element once.
 * @param {string} name
 * @param {CustomElementConstructor} type
 */
export function define(name, type) {
  if (!customElements.get(name)) customElements.define(name, type);
}

/** A note that answers cannot be saved in this browser. */
export function unsavedNote() {
  return make(
    "p",
    { class: "unsaved" },
    "Svaren kunde inte sparas i den här webbläsaren. De finns kvar tills du lämnar eller laddar om sidan.",
  );
}
