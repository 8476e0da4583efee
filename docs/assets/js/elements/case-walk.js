// <case-walk>: promotes a case that can be read from top to bottom to one that is walked, one decision at a time.
import { button, copies, define, make, one, unsavedNote } from "../dom.js";
import { walked } from "../logic/progress.js";
import { follow, recommended } from "../logic/walk.js";
import { load, unsaved, update } from "../store.js";

class CaseWalk extends HTMLElement {
  /** @type {HTMLElement[]} */
  #nodes = [];
  /** @type {import("../logic/walk.js").Scene[]} */
  #scenes = [];
  /** @type {import("../logic/walk.js").Choice[]} */
  #choices = [];
  #left = new AbortController();
  #bar = make("div", { class: "case-bar" });
  #trail = make("div");
  #whole = false;

  connectedCallback() {
    if (this.#nodes.length) return;
    this.#nodes = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".case-node")]);
    this.#scenes = this.#nodes.map((node) => ({ id: node.id, ways: ways(node) }));
    for (const node of this.#nodes) this.#prepare(node);
    one(this, ".case-about", HTMLElement).after(this.#bar);
    this.append(this.#trail);
    const stored = load().cases[this.dataset.case ?? ""];
    this.#choices = (stored?.choices ?? []).map(({ node, option }) => ({ node, option }));
    this.#choices = this.#way().steps.map(({ scene, way }) => ({ node: scene, option: way.id }));
    window.addEventListener("hashchange", () => this.#follow(location.hash), { signal: this.#left.signal });
    this.#show(this.#way().current);
    this.#follow(location.hash);
  }

  disconnectedCallback() {
    this.#left.abort();
  }

  #way() {
    return follow(this.#scenes, this.dataset.start ?? "", this.#choices);
  }

  /** Add what the browser needs to a scene: its phase, the choices as buttons and a place for what they lead to. */
  #prepare(/** @type {HTMLElement} */ node) {
    node.prepend(make("p", { class: "case-facts" }, node.dataset.phase ?? ""));
    one(node, "h3", HTMLElement).tabIndex = -1;
    const list = node.querySelector(".choices");
    if (!(list instanceof HTMLElement)) return;
    const buttons = [...list.querySelectorAll("li")].map((item) => button(copies(one(item, "summary", HTMLElement)), () => this.#choose(node, item)));
    list.after(make("div", { class: "choice-buttons" }, ...buttons), make("div", { class: "outcome", role: "status" }));
  }

  /**
   * @param {HTMLElement} node
   * @param {HTMLElement} item
   */
  #choose(node, item) {
    const at = this.#choices.findIndex((choice) => choice.node === node.id);
    const before = at < 0 ? this.#choices : this.#choices.slice(0, at);
    this.#choices = [...before, { node: node.id, option: item.dataset.option ?? "" }];
    this.#save();
    this.#show(node.id);
  }

  #save() {
    const record = { at: new Date().toISOString(), choices: this.#choices };
    update((progress) => walked(progress, this.dataset.case ?? "", record));
  }

  /** Show what was chosen in a scene and what it leads to, or the choices where nothing was. */
  #outcome(/** @type {HTMLElement} */ node) {
    const outcome = node.querySelector(".outcome");
    const buttons = node.querySelector(".choice-buttons");
    if (!(outcome instanceof HTMLElement) || !(buttons instanceof HTMLElement)) return;
    const choice = this.#choices.find((made) => made.node === node.id);
    const item = choice && [...node.querySelectorAll(".choices li")].find((one) => one.getAttribute("data-option") === choice.option);
    buttons.hidden = Boolean(item);
    if (!(item instanceof HTMLElement)) {
      outcome.replaceChildren();
      return;
    }
    const said = make("div", {}, ...copies(one(item, ".consequence", HTMLElement)));
    said.querySelector(".go-on")?.remove();
    const on = button("Gå vidare", () => this.#show(item.dataset.next ?? "", true), true);
    const back = button("Välj något annat", () => {
      this.#choices = this.#choices.slice(0, this.#choices.indexOf(/** @type {any} */ (choice)));
      this.#save();
      this.#show(node.id);
      /** @type {HTMLElement | null} */ (buttons.querySelector("button"))?.focus();
    });
    outcome.replaceChildren(
      make("p", {}, make("strong", {}, "Du valde: "), ...copies(one(item, "summary", HTMLElement))),
      said,
      make("p", {}, on, " ", back),
      ...(unsaved() ? [unsavedNote()] : []),
    );
    if (document.activeElement === document.body || buttons.contains(document.activeElement)) on.focus();
  }

  /**
   * Show one scene, with the way there.
   * @param {string} id
   * @param {boolean} [move] whether the reader's place moves there
   */
  #show(id, move = false) {
    for (const node of this.#nodes) {
      node.hidden = !this.#whole && node.id !== id;
      // the phases' headings are out of sight when the case is walked, and the scenes' move up a level
      one(node, "h3", HTMLElement).ariaLevel = this.#whole ? null : "2";
      for (const part of node.querySelectorAll(".choices")) /** @type {HTMLElement} */ (part).hidden = !this.#whole;
      for (const part of node.querySelectorAll(".choice-buttons, .outcome")) {
        /** @type {HTMLElement} */ (part).hidden = this.#whole;
      }
      if (!this.#whole) this.#outcome(node);
    }
    for (const phase of this.querySelectorAll(".case-phase")) /** @type {HTMLElement} */ (phase).hidden = !this.#whole;
    this.#showBar(id);
    this.#showTrail(id);
    if (move) {
      const heading = document.getElementById(`${id}-rubrik`);
      heading?.focus({ preventScroll: true });
      heading?.closest(".case-node")?.scrollIntoView({ block: "start" });
    }
  }

  /** @param {string} id */
  #showBar(id) {
    const whole = button(this.#whole ? "Gå igenom fallet steg för steg" : "Läs hela fallet som text", () => {
      this.#whole = !this.#whole;
      this.#show(id);
      /** @type {HTMLElement | null} */ (this.#bar.querySelector("button"))?.focus();
    });
    this.#bar.replaceChildren(whole);
    if (this.#choices.length && !this.#whole) {
      const again = button("Börja om", () => {
        this.#choices = [];
        this.#save();
        this.#show(this.dataset.start ?? "", true);
      });
      this.#bar.append(" ", again);
    }
  }

  /** @param {string} id */
  #showTrail(id) {
    const { steps, days } = this.#way();
    if (!steps.length || this.#whole) {
      this.#trail.replaceChildren();
      return;
    }
    const ended = this.#nodes.find((node) => node.id === id)?.hasAttribute("data-ending");
    const items = steps.map(({ scene, way }) => {
      const node = this.#nodes.find((one) => one.id === scene);
      const title = make("a", { href: `#${scene}` }, node?.querySelector("h3")?.textContent ?? "");
      const lost = way.days ? `${way.days} skoldagar förlorade` : "inga förlorade skoldagar";
      const advice = ended ? (way.recommended ? ", det rekommenderade valet" : ", ett annat val än det rekommenderade") : "";
      return make("li", {}, `${node?.dataset.phase ?? ""}: `, title, ` (${lost}${advice})`);
    });
    const best = recommended(this.#scenes, this.dataset.start ?? "").days;
    const sum = ended
      ? `Förlorade skoldagar på din väg: ${days}. På den rekommenderade vägen: ${best}.`
      : `Förlorade skoldagar hittills: ${days}.`;
    this.#trail.replaceChildren(
      make("p", {}, make("strong", {}, "Din väg")),
      make("ol", { class: "case-timeline" }, ...items),
      make("p", {}, sum),
    );
  }

  /** Show the scene an address points at. */
  #follow(/** @type {string} */ hash) {
    const id = decodeURIComponent(hash.slice(1)).replace(/-rubrik$/, "");
    if (this.#nodes.some((node) => node.id === id)) this.#show(id, true);
  }
}

/**
 * @param {Element} node
 * @returns {import("../logic/walk.js").Way[]}
 */
function ways(node) {
  return /** @type {HTMLElement[]} */ ([...node.querySelectorAll(".choices li")]).map((item) => ({
    id: item.dataset.option ?? "",
    next: item.dataset.next ?? "",
    days: Number(item.dataset.days),
    recommended: item.hasAttribute("data-recommended"),
  }));
}

define("case-walk", CaseWalk);
