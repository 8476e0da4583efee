// An element that shows the reader's progress, and shows it anew when it changes here or in another tab.
import { onChange } from "./store.js";

export class LiveElement extends HTMLElement {
  #left = new AbortController();
  #built = false;

  connectedCallback() {
    if (!this.#built) this.build();
    this.#built = true;
    this.show();
    onChange(() => this.show(), this.#left.signal);
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#left = new AbortController();
  }

  /** Put in what JavaScript adds, once. */
  build() {}

  /** Show the progress as it is now. */
  show() {}
}
