import assert from "node:assert/strict";
import test from "node:test";
import { ask, halves, provisionsIn, rank, understand } from "../../docs/assets/js/search/ask.js";
import { Index } from "../../docs/assets/js/search/index.js";
import { results } from "../../docs/assets/js/search/show.js";
import { fold, inflected, sentences, stem, words } from "../../docs/assets/js/search/text.js";
import { distance } from "../../docs/assets/js/search/vocabulary.js";

/** The same sequence in every run: a test that fails fails again. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SITE = {
  pages: {
    "skjuts/": ["guide", "resa till skolan"],
    "anpassad/": ["guide"],
    "behorighet/": ["guide"],
    "plikt/": ["guide"],
    "anmalan/": ["guide"],
    "modul/": ["module", "skjuts"],
  },
  asked: [["fragor/#vem", "plikt/#kort-svar", "vem bär ansvaret för närvaron"]],
  glossary: "ordlista/",
  terms: { anpassad: [["AGR"], ["särskola", "särskolan"]], hvb: [["hem för vård eller boende"], []] },
  statutes: [
    { id: "SkolL", names: ["skollagen", "SkolL", "skollag"] },
    { id: "SoL", names: ["socialtjänstlagen", "SoL", "sol", "gamla sol"] },
    { id: "LVU", names: ["LVU"] },
  ],
  former: { "SoL 14:1": ["SoL 19:1"] },
  answers: "svar/",
  topics: [["Skolplikt", "plikt/"]],
  contact: "",
};
const ENTRIES = [
  ["skjuts/", "Skolskjuts i en annan kommun", "<p>Skjutsen ordnas av kommunen. Barnet på HVB åker dit.</p>"],
  ["skjuts/#undantag", "Två undantag", "<p>Den som övernattar har rätt till skolskjuts (10 kap. 33 § skollagen).</p>"],
  ["anpassad/", "Vem får gå i anpassad grundskola?", "<p>Barn med intellektuell funktionsnedsättning.</p>"],
  ["behorighet/", "Behörighet till gymnasiet", "<p>Den som har godkänt i tolv ämnen är behörig.</p>"],
  ["plikt/", "När slutar skolplikten?", ""],
  ["plikt/#kort-svar", "Kort svar", "<p>Skolplikten slutar efter tio år (7 kap. 13 § första stycket skollagen).</p>"],
  ["anmalan/", "Orosanmälan", "<p>Den som misstänker något anmäler genast (19 kap. 1 § socialtjänstlagen).</p>"],
  ["modul/", "Modul: Skolskjuts", "<p>Skjuts, skjuts och skjuts.</p>"],
  ["fragor/", "Frågor och svar", ""],
  ["fragor/#vem", "Vem ansvarar?", "<p>Vårdnadshavaren.</p>"],
  ["ordlista/", "Ordlista", ""],
  ["ordlista/#anpassad", "anpassad grundskola", "<p>Skolformen som förr hette särskola.</p>"],
  ["ordlista/#hvb", "HVB (hem för vård eller boende)", "<p>Ett boende.</p>"],
].map(([location, title, text]) => ({ location, title, text }));
const index = new Index(ENTRIES, SITE);
const first = (question) => results(index, question)[0]?.find(({ location }) => !location.includes("#"))?.location;

test("a stem is the same for the forms of a word", () => {
  for (const forms of [
    ["skolskjuts", "skolskjutsen", "skolskjutsens"],
    ["tilläggsbelopp", "tilläggsbeloppet", "tilläggsbeloppen"],
    ["åtgärdsprogram", "åtgärdsprogrammet", "åtgärdsprogrammen"],
    ["skola", "skolan", "skolor", "skolorna", "skolornas", "skolans"],
    ["rektor", "rektorn", "rektorer", "rektors", "rektorns"],
    ["placering", "placeringen", "placeringar", "placerad", "placerade", "placerats"],
    ["kommun", "kommunen", "kommuner", "kommunernas"],
    ["behörig", "behörighet", "behörigheten"],
    ["gymnasium", "gymnasiet", "gymnasiets"],
    ["ansökan", "ansöka", "ansöker", "ansökningar"],
  ]) {
    assert.equal(new Set(forms.map((word) => stem(fold(word)))).size, 1, `${forms.map((word) => stem(fold(word)))}`);
  }
  for (const [one, other] of [["skola", "skuld"], ["vård", "värld"], ["grund", "gryning"], ["betyg", "betalar"]]) {
    assert.notEqual(stem(fold(one)), stem(fold(other)));
  }
});

test("a stem stays as it is, and keeps something of the word", () => {
  const next = random(3);
  const parts = ["skol", "plikt", "en", "ar", "het", "ning", "s", "an", "gr", "orna", "et", "ig", "st", "m"];
  for (let round = 0; round < 2000; round += 1) {
    const word = Array.from({ length: 1 + next(5) }, () => parts[next(parts.length)]).join("");
    const root = stem(word);
    assert.ok(root.length > 0 && word.startsWith(root));
    assert.ok(root.length >= Math.min(3, word.length));
  }
});

test("forms of one word are told from words that share a stem by chance", () => {
  assert.ok(inflected("skolan", "skolor"));
  assert.ok(inflected("gymnasiet", "gymnasium"));
  assert.ok(!inflected("gymnasiet", "gymnasiesar"));
});

test("folding keeps every letter in its place", () => {
  for (const text of ["Åtgärdsprogram à la carte", "ÅÄÖÉ é", "§ 12-hem", "x\u0000y"]) assert.equal(fold(text).length, text.length);
  assert.equal(fold("Särskolan på Öland"), "sarskolan pa oland");
});

test("the distance between words is what a plain table says", () => {
  const plain = (a, b) => {
    const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
    return table[a.length][b.length];
  };
  const next = random(7);
  const word = () => Array.from({ length: next(9) }, () => "abcd"[next(4)]).join("");
  for (let round = 0; round < 4000; round += 1) {
    const [a, b, most] = [word(), word(), next(4)];
    assert.equal(distance(a, b, most), Math.min(plain(a, b), most + 1), `${a} ${b} ${most}`);
  }
});

test("words that begin and end so are those a filter finds", () => {
  for (const part of ["skol", "s", "kommun", "zz", "plikten"]) {
    assert.deepEqual(index.vocabulary.beginning(part, 99), index.vocabulary.written.filter((word) => word.startsWith(part)));
    assert.deepEqual(index.vocabulary.ending(part, 99).sort(), index.vocabulary.written.filter((word) => word.endsWith(part)));
  }
});

test("pages are ranked as a plain reading of all documents ranks them", () => {
  const next = random(11);
  const letters = ["skola", "hvb", "resa", "betyg", "rektor", "plikt", "kommun", "val"];
  for (let round = 0; round < 60; round += 1) {
    const entries = [];
    for (let page = 0; page < 1 + next(5); page += 1) {
      for (const anchor of ["", "#a", "#b"].slice(0, 1 + next(3))) {
        const text = (most) => Array.from({ length: next(most) }, () => letters[next(letters.length)]).join(" ");
        entries.push({ location: `p${page}/${anchor}`, title: text(4), text: `<p>${text(30)}</p>` });
      }
    }
    const small = new Index(entries, { ...SITE, pages: {}, asked: [], terms: {} });
    const groups = Array.from({ length: 1 + next(3) }, () => ({
      counts: 1,
      meanings: Array.from({ length: 1 + next(2) }, () => ({
        roots: Array.from({ length: 1 + next(2) }, () => stem(letters[next(letters.length)])),
        weight: (1 + next(10)) / 10,
      })),
    }));
    const ranked = rank(small, groups);
    const scores = reference(entries, groups);
    assert.deepEqual(ranked.map(({ page }) => page), [...scores.keys()], JSON.stringify([entries, groups]));
    for (const { page, score } of ranked) assert.ok(Math.abs(score - scores.get(page)) < 1e-9);
  }
});

/** The scores of pages, best first, by reading every document for every word. */
function reference(entries, groups) {
  const has = (entry, root) => {
    const count = (text) => words(fold(text)).filter(({ word }) => stem(word) === root).length;
    const length = words(fold(entry.text.replace(/<[^>]*>/g, " "))).length;
    const weight = count(entry.text.replace(/<[^>]*>/g, " ")) / Math.sqrt((400 + length) / 200) + 6 * count(entry.title);
    return weight / (weight + 3.5);
  };
  const rarity = (root) => {
    const count = entries.filter((entry) => has(entry, root) > 0).length;
    return Math.log(1 + (entries.length - count + 0.5) / (count + 0.5));
  };
  const best = (entry, { meanings }) =>
    Math.max(0, ...meanings.map(({ roots, weight }) => weight * Math.max(...roots.map(rarity)) * Math.min(...roots.map((root) => has(entry, root)))));
  const rare = groups.map(({ meanings }) => {
    const known = meanings.filter(({ weight }) => weight > 0.7);
    return known.length ? Math.max(...known.flatMap(({ roots }) => roots.map(rarity))) : 2;
  });
  const pages = new Map();
  for (const entry of entries) {
    const page = entry.location.split("#")[0];
    const head = entries.find(({ location }) => location === page);
    const rows = groups.map((group) => [best(entry, group), entry === head ? 0 : best(head, group)]);
    if (!rows.some(([own]) => own > 0)) continue;
    const each = rows.map(([own, above]) => Math.max(own, 0.7 * above) + 0.3 * Math.min(own, above));
    const covered = each.reduce((sum, score, at) => sum + (score > 0 ? rare[at] : 0), 0) / rare.reduce((sum, one) => sum + one, 0);
    const list = pages.get(page) ?? [];
    list.push(each.reduce((sum, score) => sum + score, 0) * 0.7 * covered ** 1.5);
    pages.set(page, list);
  }
  const summed = [...pages].map(([page, list]) => {
    const [a = 0, b = 0, c = 0] = list.sort((x, y) => y - x);
    return [page, a + 0.25 * b + 0.05 * c];
  });
  return new Map(summed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

test("the right page comes first for exact, inflected, misspelt, split, joined, old and whole questions", () => {
  for (const [question, page] of [
    ["skolskjuts", "skjuts/"], ["skolskjutsens", "skjuts/"], ["skollskjuts", "skjuts/"], ["skol skjuts", "skjuts/"],
    ["skolskjuts hvb", "skjuts/"], ["särskola", "anpassad/"], ["sarskolan", "anpassad/"], ["särkola", "anpassad/"],
    ["gymnasiebehörighet", "behorighet/"], ["behörighet gymnasiet", "behorighet/"], ["Hej! När slutar egentligen skolplikten, tack?", "plikt/"],
    ["skolpl", "plikt/"], ["7 kap 13 § skollagen", "plikt/"], ["skollagen 7:13", "plikt/"], ["SkolL 10:33", "skjuts/"], ["14:1 sol", "anmalan/"],
    ["19 kap. 1 § socialtjänstlagen", "anmalan/"], ["vem bär ansvaret", "plikt/"],
  ]) {
    assert.equal(first(question), page, question);
  }
});

test("an old word is told what it is called now, once", () => {
  const { text } = results(index, "särskolan")[0][0];
  assert.match(text, /^<p><em>Anpassad grundskola: tidigare eller i vardagstal kallat särskola\.<\/em> /);
  assert.equal(results(index, "anpassad grundskola")[0][0].text.includes("tidigare"), false);
});

test("provisions are read as people write them", () => {
  for (const [question, label, rest] of [
    ["7 kap. 13 § skollagen", "7 kap. 13 § skollagen", ""],
    ["7 kap 13 § skollag", "7 kap. 13 § skollagen", ""],
    ["skoll 7:13 a", "7 kap. 13 a § skollagen", ""],
    ["skollagen 7:13", "7 kap. 13 § skollagen", ""],
    ["12 § lvu hem", "12 § lvu", "hem"],
    ["lvu § 12", "12 § lvu", ""],
    ["19:1 socialtjänstlagen vem", "19 kap. 1 § socialtjanstlagen", "vem"],
  ]) {
    const found = provisionsIn(index, fold(question));
    assert.ok(found.labels.includes(label), `${question}: ${found.labels}`);
    assert.equal(found.rest.trim(), rest, question);
  }
  assert.deepEqual(provisionsIn(index, fold("gamla sol 14:1")).labels, ["14 kap. 1 § socialtjanstlagen", "19 kap. 1 § socialtjanstlagen"]);
  for (const none of ["klockan 12:30 på dagen x", "12 år", "§12-hem", "solen skiner", "årskurs 9"]) {
    const { rest, labels } = provisionsIn(index, fold(none));
    if (!labels.length) assert.equal(rest, fold(none));
  }
});

test("two words that make up one are found in it", () => {
  const known = new Set(["gymnasie", "behorighet", "verksam", "chef"].map(stem));
  assert.deepEqual(halves("gymnasiebehorighet", (root) => known.has(root)), [[stem("gymnasie"), stem("behorighet")]]);
  assert.deepEqual(halves("hej", () => true), []);
});

test("sentences are whole, and those of tables are left out", () => {
  assert.deepEqual(
    sentences("<p>Regeln står i 7 kap. 13 § skollagen. Den gäller t.ex. barn. ”Stämmer det?” Ja.</p> En tabell Ja Nej <ul> <li>Ett.</li> <li>Två &amp; tre</li> </ul>"),
    ["Regeln står i 7 kap. 13 § skollagen.", "Den gäller t.ex. barn.", "”Stämmer det?”", "Ja.", "Ett.", "Två & tre"],
  );
});

test("a text shown for a section is one of its sentences", () => {
  for (const list of results(index, "skolskjuts övernattar")) {
    for (const { location, text } of list) {
      const bare = text.replace(/<em>.*?<\/em> ?/g, "").replace(/<[^>]*>/g, "");
      if (!bare) continue;
      const page = location.split("#")[0];
      const all = ENTRIES.filter((entry) => entry.location.startsWith(page)).flatMap((entry) => sentences(entry.text));
      assert.ok(all.includes(bare), bare);
    }
  }
});

test("nothing found is no dead end: the nearest words, somebody to ask and all topics", () => {
  const lists = results(index, "anpasskola <b>");
  const flat = results(index, "qqqqq").flat();
  assert.ok(flat.some(({ location }) => location.startsWith("mailto:?subject=Fr%C3%A5ga%20om%20skolg%C3%A5ng%3A%20qqqqq")));
  assert.ok(flat.some(({ location }) => location === "plikt/"));
  assert.ok(lists.length > 0);
});

test("whatever is typed is answered, and is never HTML", () => {
  const next = random(5);
  const odd = ["<img src=x onerror=alert(1)>", "\"", "'", "&", "+", "-", "*", "~1", ":", "^", "\\", "(", "[", "$", "§", "å", "7:13", "\u0000", "\ud83d", "skola", " "];
  const typed = ["", " ", "a", "§", "§§ 7:", "x".repeat(10000), "skolplikt ".repeat(1000), "<script>alert(1)</script>", "+skola -hvb *plikt* ~2 title:x ^3 \"a b\""];
  for (let round = 0; round < 400; round += 1) typed.push(Array.from({ length: next(12) }, () => odd[next(odd.length)]).join(next(2) ? "" : " "));
  for (const question of typed) {
    for (const { title, text } of results(index, question).flat()) {
      assert.match(title + text, /^(?:[^<]|<\/?(?:p|em|mark)(?: data-md-highlight)?>)*$/);
    }
  }
  assert.deepEqual(results(index, ""), []);
  assert.deepEqual(results(index, " ?! "), []);
});

test("small words alone are looked for, and with others they are not", () => {
  assert.equal(understand(index, ["vem"]).groups.length, 1);
  assert.equal(understand(index, ["vem", "skolskjuts"]).groups.length, 1);
  assert.ok(ask(index, "vem är det").found.length > 0);
});
