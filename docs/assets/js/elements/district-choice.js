// <district-choice>: the link in the header to the list of districts becomes the choice among them.
import { chosen, choose, list, onChoice } from "../district.js";
import { define, make, one } from "../dom.js";

class DistrictChoice extends HTMLElement {
  #left = new AbortController();
  /** @type {HTMLSelectElement | null} */
  #select = null;

  connectedCallback() {
    void this.#build();
    onChoice(() => this.#show(), this.#left.signal);
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#left = new AbortController();
  }

  async #build() {
    const link = one(this, "a", HTMLAnchorElement);
    const wanted = link.dataset.opened !== undefined;
    const districts = await list(link.href);
    if (this.#select || !districts.length) {
      if (wanted && !districts.length) location.assign(link.href);
      return;
    }
    const select = make("select", { "aria-label": this.dataset.name ?? "" }, make("option", { value: "" }, link.textContent ?? ""));
    select.append(...districts.map(({ slug, name }) => make("option", { value: slug }, name)));
    select.addEventListener("change", () => choose(select.value));
    this.#select = select;
    if (chosen() && !districts.some(({ slug }) => slug === chosen())) choose("");
    this.#show();
    link.hidden = true;
    this.append(select);
    if (wanted) {
      select.focus();
      try {
        select.showPicker();
      } catch {
        // it opens when the reader opens it
      }
    }
  }

  #show() {
    if (this.#select) this.#select.value = chosen();
  }
}

define("district-choice", DistrictChoice);
