// <source-list>: what the page cites. It gives each citation in the text a popover with the summary that stands here.
// The popover shows on hover and on keyboard focus, stays while it is pointed at, and goes with Escape. On a touch
// screen the first touch shows it and the second follows the link.
import { copies, define, make } from "../dom.js";

class SourceList extends HTMLElement {
  #left = new AbortController();
  #popover = make("div", { class: "lag-popover", role: "tooltip", id: "lag-popover", popover: "manual" });
  /** @type {HTMLAnchorElement | null} */
  #shown = null;
  #timer = 0;

  connectedCallback() {
    const article = this.closest("article") ?? document.body;
    const { signal } = this.#left;
    /** @type {(type: string, act: (link: HTMLAnchorElement, event: Event) => void) => void} */
    const on = (type, act) =>
      article.addEventListener(
        type,
        (event) => {
          const link = event.target instanceof Element ? event.target.closest("a.lag") : null;
          if (link instanceof HTMLAnchorElement && !this.contains(link)) act(link, event);
        },
        { signal },
      );
    on("focusin", (link) => link.matches(":focus-visible") && this.#show(link));
    on("focusout", () => this.#hide());
    on("pointerover", (link, event) => isTouch(event) || this.#soon(() => this.#show(link), 150));
    on("pointerout", (_, event) => isTouch(event) || this.#soon(() => this.#hide(), 200));
    on("click", (link, event) => {
      if (isTouch(event) && this.#shown !== link) {
        event.preventDefault();
        event.stopPropagation();
        this.#show(link);
      }
    });
    this.#popover.addEventListener("pointerenter", () => clearTimeout(this.#timer), { signal });
    this.#popover.addEventListener("pointerleave", () => this.#soon(() => this.#hide(), 200), { signal });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#hide(), { signal });
    document.addEventListener(
      "pointerdown",
      ({ target }) => target instanceof Node && !this.#popover.contains(target) && target !== this.#shown && this.#hide(),
      { signal },
    );
    window.addEventListener("scroll", () => this.#place(), { signal, passive: true });
  }

  disconnectedCallback() {
    this.#hide();
    this.#popover.remove();
    this.#left.abort();
    this.#left = new AbortController();
  }

  /**
   * @param {() => void} act
   * @param {number} milliseconds
   */
  #soon(act, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(act, milliseconds);
  }

  /** @param {HTMLAnchorElement} link */
  #show(link) {
    clearTimeout(this.#timer);
    const entry = document.getElementById(`kalla-${link.dataset.lag}`);
    const title = entry?.querySelector("summary");
    const summary = entry?.querySelector(".source-summary");
    if (!title || !summary || this.#shown === link) return;
    this.#hide();
    this.#shown = link;
    this.#popover.replaceChildren(make("p", {}, ...copies(title)), make("p", {}, ...copies(summary)));
    link.after(this.#popover);
    link.setAttribute("aria-describedby", this.#popover.id);
    this.#popover.showPopover?.();
    this.#place();
  }

  #place() {
    if (!this.#shown) return;
    const link = this.#shown.getBoundingClientRect();
    const box = this.#popover.getBoundingClientRect();
    const left = Math.max(8, Math.min(link.left, window.innerWidth - box.width - 8));
    const below = link.bottom + 6;
    const top = below + box.height > window.innerHeight ? Math.max(8, link.top - box.height - 6) : below;
    this.#popover.style.left = `${left}px`;
    this.#popover.style.top = `${top}px`;
  }

  #hide() {
    clearTimeout(this.#timer);
    if (!this.#shown) return;
    this.#shown.removeAttribute("aria-describedby");
    this.#shown = null;
    this.#popover.hidePopover?.();
    this.#popover.remove();
  }
}

/** @param {Event} event */
function isTouch(event) {
  return event instanceof PointerEvent && event.pointerType === "touch";
}

define("source-list", SourceList);
