// <work-sheet>: prints the sheet alone, with what has been written on it.
import { define, make } from "../dom.js";

class WorkSheet extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const button = make("button", { type: "button", class: "md-button" }, "Skriv ut bladet");
    button.addEventListener("click", () => {
      document.body.classList.add("sheet-alone");
      window.print();
      document.body.classList.remove("sheet-alone");
    });
    this.append(make("p", {}, button));
  }
}

define("work-sheet", WorkSheet);
