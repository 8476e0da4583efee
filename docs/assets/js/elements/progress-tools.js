// <progress-tools>: the reader's own file out and in, and the erase button.
import { button, define, make } from "../dom.js";
import { erase, exportText, importText } from "../store.js";

const FAULTS = {
  corrupt: "Filen är inte en fil med svar härifrån. Inget har ändrats.",
  newer: "Filen är sparad av en nyare version av sajten. Ladda om sidan och försök igen. Inget har ändrats.",
};

class ProgressTools extends HTMLElement {
  #said = make("p", { role: "status" });

  connectedCallback() {
    if (this.#said.isConnected) return;
    const save = button("Spara mina svar som fil", () => this.#save());
    const file = make("input", { type: "file", id: "las-in-svar", accept: ".json,application/json" });
    file.addEventListener("change", () => this.#read(file));
    this.replaceChildren(
      make("p", {}, save),
      make("p", {}, make("label", { for: "las-in-svar" }, "Läs in svar från en fil"), file),
      this.#eraser(),
      this.#said,
    );
  }

  #save() {
    const url = URL.createObjectURL(new Blob([exportText()], { type: "application/json" }));
    make("a", { href: url, download: `obruten-skolgang-${new Date().toISOString().slice(0, 10)}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    this.#said.textContent = "Filen är sparad bland dina nedladdningar.";
  }

  /** @param {HTMLInputElement} input */
  async #read(input) {
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text().catch(() => "");
    const fault = importText(text);
    this.#said.textContent = fault ? FAULTS[fault] : "Svaren är inlästa.";
    input.value = "";
  }

  #eraser() {
    const line = make("p");
    const ask = () => {
      const yes = button("Ja, radera alla mina svar", () => {
        erase();
        this.#said.textContent = "Alla svar är raderade.";
        start();
      });
      const no = button("Nej, behåll dem", start);
      line.replaceChildren(yes, " ", no);
      yes.focus();
    };
    const start = () => {
      const hadFocus = line.contains(document.activeElement);
      const first = button("Radera mina svar", ask);
      line.replaceChildren(first);
      if (hadFocus) first.focus();
    };
    start();
    return line;
  }
}

define("progress-tools", ProgressTools);
