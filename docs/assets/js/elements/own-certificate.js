// <own-certificate>: the modules the reader has passed, to print or save. The name is typed here and kept nowhere.
import { button, define, make } from "../dom.js";
import { nearest } from "../logic/grade.js";
import { moduleState, readQuestions } from "../logic/modules.js";
import { LiveElement } from "../live.js";
import { load } from "../store.js";

class OwnCertificate extends LiveElement {
  #rows = make("tbody");
  #print = button("Skriv ut eller spara som PDF", () => window.print(), true);
  #none = make("p", {}, "Du har inte klarat någon modul än. Här visas de moduler du har klarat.");
  #paper = make("div", { class: "certificate" });

  build() {
    const field = make("input", { type: "text", id: "intyg-namn", autocomplete: "off", maxlength: "80" });
    const name = make("p", { class: "certificate-name" });
    field.addEventListener("input", () => (name.textContent = field.value));
    const heads = ["Modul", "Klar", "Resultat"].map((text) => make("th", { scope: "col" }, text));
    this.#paper.append(
      name,
      make("table", { class: "chart overview" }, make("caption", {}, "Genomgångna moduler"), make("thead", {}, make("tr", {}, ...heads)), this.#rows),
      make("p", {}, `Innehållets version: ${this.dataset.version}. Utskrivet ${new Date().toLocaleDateString("sv")}.`),
      make("p", {}, "Det här är läsarens egen anteckning om sina studier. Ingen har kontrollerat vem som har svarat."),
    );
    const label = make("label", { for: field.id }, "Namn på intyget (sparas inte)");
    this.append(this.#none, make("p", { class: "certificate-form written" }, label, " ", field, " ", this.#print), this.#paper);
  }

  show() {
    const progress = load();
    const rows = [...this.querySelectorAll("li[data-module]")].flatMap((item) => {
      const questions = readQuestions(item.getAttribute("data-questions") ?? "");
      const result = moduleState(progress, questions, Number(item.getAttribute("data-pass")));
      if (!result.passed) return [];
      const cells = [new Date(result.day).toLocaleDateString("sv"), `${nearest(result)} %`].map((text) => make("td", {}, text));
      return [make("tr", {}, make("th", { scope: "row" }, item.querySelector(".step-title")?.textContent ?? ""), ...cells)];
    });
    this.#rows.replaceChildren(...rows);
    this.#none.hidden = rows.length > 0;
    this.#paper.hidden = !rows.length;
    this.#print.disabled = !rows.length;
  }
}

define("own-certificate", OwnCertificate);
