// <district-choice>: the link in the header to the list of districts becomes the choice among them.
import { chosen, choose, forget, list, onChoice } from "../district.js";
import { define, make, one } from "../dom.js";

class DistrictChoice extends HTMLElement {
  #left = new AbortController();
  /** @type {HTMLSelectElement | null} */
  #select = null;
  #said = false;

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
    select.addEventListener("change", () => {
      if (!choose(select.value)) this.#unsaved();
    });
    this.#select = select;
    const gone = () => chosen() && !districts.some(({ slug }) => slug === chosen());
    if (gone()) {
      forget();
      choose(gone() ? "" : chosen());
    }
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

  /** Say once that the choice is not kept. */
  #unsaved() {
    if (this.#said) return;
    this.#said = true;
    const note = make("span", { class: "choice-note", role: "status" });
    const close = make("button", { type: "button" }, "Stäng");
    close.addEventListener("click", () => note.remove());
    this.append(note);
    note.append("Valet kunde inte sparas i den här webbläsaren. Det gäller tills du laddar om sidan. ", close);
  }

  #show() {
    if (this.#select) this.#select.value = chosen();
  }
}

define("district-choice", DistrictChoice);
