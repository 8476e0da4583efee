// <local-side>: what the chosen district says on this page, fetched from its own page.
import { chosen, choose, onChoice, page } from "../district.js";
import { copies, define, make, one } from "../dom.js";
import { belongs, named } from "../logic/district.js";

class LocalSide extends HTMLElement {
  #left = new AbortController();
  #shown = "";
  #local = make("div", { class: "local" });

  connectedCallback() {
    if (!this.#local.isConnected) this.append(this.#local);
    void this.#show();
    onChoice(() => this.#show(), this.#left.signal);
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#left = new AbortController();
  }

  async #show() {
    const slug = chosen();
    if (slug === this.#shown) return;
    this.#shown = slug;
    const start = one(this, "a", HTMLAnchorElement);
    const address = new URL(`${slug}/`, start.href).href;
    const found = slug ? await page(address) : null;
    if (slug !== this.#shown) return;
    const title = found?.querySelector("[data-district]")?.getAttribute("data-district");
    start.parentElement?.toggleAttribute("hidden", Boolean(title));
    this.#local.replaceChildren(...(found && title ? this.#parts(found, address, title) : []));
  }

  /** @type {(found: Document, address: string, title: string) => Node[]} */
  #parts(found, address, title) {
    const own = make("a", { href: address }, title);
    const share = make("a", { href: `?stadsdel=${this.#shown}` }, "Länk till sidan med samma val");
    /** @type {Node[]} */
    const parts = [make("p", { class: "local-title" }, make("strong", {}, own))];
    const links = make("ul");
    for (const part of found.querySelectorAll("[data-local]")) {
      if (!belongs(part.getAttribute("data-local") ?? "", this.dataset.here ?? "")) continue;
      for (const link of part.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", address).href;
      if (part.localName === "li") links.append(make("li", {}, ...copies(part)));
      else parts.push(make(/** @type {"div"} */ (part.localName), { class: part.className }, ...copies(part)));
    }
    if (links.children.length) parts.push(links);
    if (parts.length === 1) return [make("p", { class: "local-title" }, own, ": inget ifyllt för den här sidan.")];
    const foot = make("p", { class: "local-foot" }, share);
    if (named(location.search) === this.#shown) {
      const keep = make("button", { type: "button", class: "md-button" }, "Behåll som mitt val");
      keep.addEventListener("click", () => {
        const saved = choose(this.#shown);
        keep.replaceWith(saved ? "Valet är sparat i den här webbläsaren." : "Valet kunde inte sparas i den här webbläsaren.");
      });
      foot.append(" ", keep);
    }
    return [...parts, foot];
  }
}

define("local-side", LocalSide);
