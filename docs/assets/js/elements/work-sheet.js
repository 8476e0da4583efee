// <work-sheet>: prints the sheet alone, with what has been written on it.
import { button, define, make } from "../dom.js";

class WorkSheet extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const print = button("Skriv ut bladet", () => {
      document.body.classList.add("sheet-alone");
      window.print();
      document.body.classList.remove("sheet-alone");
    });
    this.append(make("p", {}, print));
  }
}

define("work-sheet", WorkSheet);
