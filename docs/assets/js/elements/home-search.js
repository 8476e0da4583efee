// <home-search>: hands what is written in the home page's field over to the theme's own search.
import { define } from "../dom.js";

class HomeSearch extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const field = this.querySelector("input");
    form?.addEventListener("submit", (event) => {
      const toggle = document.querySelector("[data-md-toggle=search]");
      const query = document.querySelector("[data-md-component=search-query]");
      if (!(toggle instanceof HTMLInputElement) || !(query instanceof HTMLInputElement) || !field) return;
      event.preventDefault();
      if (!toggle.checked) toggle.click();
      query.focus();
      query.value = field.value;
      for (const type of ["input", "keyup"]) query.dispatchEvent(new Event(type, { bubbles: true }));
    });
  }
}

define("home-search", HomeSearch);
