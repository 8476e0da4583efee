// <readiness-check>: the self-assessment's answers kept in this browser, its picture by area, the next three steps, and
// several people's files as one picture.
import { button, copies, define, make, one, unsavedNote } from "../dom.js";
import { KEY, LEAST, byArea, empty, group, nextSteps, read } from "../logic/readiness.js";

/** @param {number} value */
const decimal = (value) => value.toLocaleString("sv", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A random name that says nothing of the person. */
const newId = () => crypto.getRandomValues(new Uint32Array(3)).join("-");

class ReadinessCheck extends HTMLElement {
  #top = 0;
  /** @type {import("../logic/readiness.js").Statement[]} */
  #statements = [];
  #sheet = empty(newId());
  /** The files that are read during this visit. @type {import("../logic/readiness.js").Sheet[]} */
  #sheets = [];
  #result = make("div", { class: "readiness-result" });
  #group = make("div");
  #said = make("p", { role: "status" });
  #unsaved = unsavedNote();

  connectedCallback() {
    if (this.#result.isConnected) return;
    this.#top = Number(this.dataset.levels) - 1;
    this.#statements = this.#fields().map(({ dataset }) => ({ id: dataset.statement ?? "", area: dataset.area ?? "" }));
    try {
      this.#sheet = read(localStorage.getItem(KEY), this.#top) ?? this.#sheet;
    } catch {
      // nothing is stored where storage is forbidden
    }
    for (const input of this.querySelectorAll("input")) input.checked = this.#sheet.answers[input.name] === Number(input.value);
    this.addEventListener("change", (event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.type !== "radio") return;
      this.#sheet.answers[input.name] = Number(input.value);
      this.#save();
      this.#show();
    });
    const file = make("input", { type: "file", id: "las-in-beredskap", accept: ".json,application/json", multiple: true });
    file.addEventListener("change", () => this.#read(file));
    this.append(
      make("h2", { id: "bilden" }, "Din bild"),
      this.#said,
      this.#result,
      make("p", { class: "readiness-tools" }, button("Spara mina svar som fil", () => this.#export()), " ", button("Skriv ut bilden", () => this.#print()), " ", button("Radera mina svar", () => this.#erase())),
      make("h2", { id: "gemensam-bild" }, "Gemensam bild"),
      make("p", {}, `Samla allas filer, också din egen, och läs in dem, på en gång eller några i taget. Filerna lämnar inte din dator. Bilden visas först när ni är ${LEAST}. Den säger inte vem som har svarat vad.`),
      make("p", { class: "readiness-tools" }, make("label", { for: file.id }, "Läs in allas filer "), file),
      this.#group,
    );
    this.#show();
  }

  #fields() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-statement]")]);
  }

  #save() {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#sheet));
      this.#unsaved.remove();
    } catch {
      this.#said.after(this.#unsaved);
    }
  }

  #erase() {
    if (!confirm("Radera alla dina svar på självskattningen?")) return;
    this.#sheet = empty(newId());
    try {
      localStorage.removeItem(KEY);
    } catch {
      // nothing is stored where storage is forbidden
    }
    one(this, "form", HTMLFormElement).reset();
    for (const input of this.querySelectorAll("input")) input.checked = false;
    this.#show();
    this.#said.textContent = "Svaren är raderade.";
  }

  #export() {
    const url = URL.createObjectURL(new Blob([JSON.stringify(this.#sheet)], { type: "application/json" }));
    make("a", { href: url, download: `beredskap-${this.#sheet.id.slice(0, 4)}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  /** @param {HTMLInputElement} input */
  async #read(input) {
    const texts = await Promise.all([...(input.files ?? [])].map((file) => file.text().catch(() => "")));
    const sheets = texts.flatMap((text) => read(text, this.#top) ?? []);
    input.value = "";
    this.#sheets.push(...sheets);
    const { people, areas } = group(this.#statements, this.#sheets);
    const bad = texts.length - sheets.length;
    const again = this.#sheets.length - people;
    const said = make("p", { role: "status" });
    this.#group.replaceChildren(said);
    const rows = areas.map(({ area, middle, spread }) =>
      this.#row(area, middle, [spread ? `${decimal(spread[0])}–${decimal(spread[1])}` : "–"]),
    );
    if (people >= LEAST) this.#group.append(table(["Område", "Mittersta värdet", "Hälften av er ligger mellan"], rows));
    if (people) this.#group.append(make("p", { class: "readiness-tools" }, button("Börja om med filerna", () => this.#anew())));
    said.textContent =
      (people < LEAST ? `Det behövs filer från minst ${LEAST} personer. Inlästa: ${people}.` : `Bilden bygger på svar från ${people} personer.`) +
      (again ? ` ${again > 1 ? "Flera" : "Två"} av filerna kommer från samma person; den som lästes in sist räknas.` : "") +
      (bad ? ` Filer som inte gick att läsa: ${bad}.` : "");
  }

  #anew() {
    this.#sheets = [];
    this.#group.replaceChildren(make("p", { role: "status" }, "Inga filer är inlästa."));
  }

  /** Print the pictures without the statements. */
  #print() {
    this.classList.add("only-picture");
    print();
    this.classList.remove("only-picture");
  }

  #show() {
    const { answers } = this.#sheet;
    const areas = byArea(this.#statements, answers);
    const answered = areas.reduce((sum, area) => sum + area.answered, 0);
    this.#said.textContent = `Besvarade påståenden: ${answered} av ${this.#statements.length}.`;
    const rows = areas.map(({ area, mean, answered, count }) => this.#row(area, mean, [`${answered} av ${count}`]));
    const steps = nextSteps(this.#statements, answers, this.#top).map((id) => {
      const field = one(this, `[data-statement="${id}"]`, HTMLElement);
      return make("li", {}, make("strong", {}, field.querySelector("legend")?.textContent ?? ""), make("br"), ...copies(one(field, "details p", HTMLElement)));
    });
    this.#result.replaceChildren(table(["Område", `Nivå, av ${this.#top}`, "Besvarade"], rows));
    if (steps.length) this.#result.append(make("h3", {}, "Dina nästa steg"), make("ol", {}, ...steps));
  }

  /** @type {(area: string, value: number | null, rest: string[]) => HTMLTableRowElement} */
  #row(area, value, rest) {
    const bar = make("span", { class: "chart-bar", "aria-hidden": "true" });
    bar.style.width = `${(100 * (value ?? 0)) / this.#top}%`;
    const cells = rest.map((text) => make("td", {}, text));
    const name = this.querySelector(`[id="${area}"]`)?.firstChild?.textContent ?? area;
    return make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, ...(value === null ? ["–"] : [bar, decimal(value)])), ...cells);
  }
}

/** @type {(heads: string[], rows: HTMLTableRowElement[]) => HTMLTableElement} */
function table(heads, rows) {
  const head = heads.map((text) => make("th", { scope: "col" }, text));
  return make("table", { class: "chart readiness-picture" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

define("readiness-check", ReadinessCheck);
