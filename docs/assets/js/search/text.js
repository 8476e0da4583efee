// Swedish words as the search sees them: folded, stemmed, told apart from the words that only hold a question together. Pure.

/** Lower case without accents, as many characters as before. @param {string} text */
export function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("å", "a")
    .replaceAll("ä", "a")
    .replaceAll("ö", "o")
    .replace(/[éèêëáàâãæóòôøõüúùûíìîïñç]/g, (letter) => "eeeeaaaaaoooooyuuuiiiinc"["éèêëáàâãæóòôøõüúùûíìîïñç".indexOf(letter)]);
}

/**
 * Return the words of a text with where they begin.
 * @param {string} folded
 * @returns {{word: string, at: number}[]}
 */
export function words(folded) {
  return [...folded.matchAll(/[a-z0-9]+/g)].map((match) => ({ word: match[0], at: match.index }));
}

const ENDINGS =
  "heternas heterna hetens heten heter het arnas arna ernas erna ornas orna andena andet anden andes ande ningarna ningens ningen ningar ning ingarna ingens ingen ingar ing arens aren are ades ade ats at ad aste ast ens ets erns ern ers ans iga igt ig ligt liga lig elser else um en et er ar or as es an na n a e o s t"
    .split(" ")
    .sort((a, b) => b.length - a.length);

/** The endings by their last letter, the longest first. @type {Record<string, string[]>} */
const BY_LAST = {};
for (const ending of ENDINGS) (BY_LAST[ending[ending.length - 1]] ??= []).push(ending);

/** How much of a word must be left before an ending, by the length of the ending. */
const LEFT = [0, 4, 3, 3, 3];

/** @type {Map<string, string>} */
const stems = new Map();

/**
 * Return what the forms of a Swedish word have in common. Two words that are written alike may share it too.
 * @param {string} word folded
 */
export function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    found = word;
    for (let round = 0; round < 4; round += 1) {
      const rest = shorter(found);
      if (rest === found) break;
      found = rest;
    }
    if (stems.size > 200000) stems.clear();
    stems.set(word, found);
  }
  return found;
}

/** @param {string} word */
function shorter(word) {
  for (const ending of BY_LAST[word[word.length - 1]] ?? []) {
    const left = word.length - ending.length;
    if (left < LEFT[Math.min(ending.length, 4)] || !word.endsWith(ending)) continue;
    const before = word[left - 1];
    if (ending === "n" && before !== "r" && before !== "l") continue;
    if (ending === "t" && !/[aeioudg]/.test(before)) continue;
    if (ending === "s" && /[sux]/.test(before)) continue;
    if (!/[aeiouy]/.test(word.slice(0, left))) continue;
    return word.slice(0, left);
  }
  // rätt, rätten: a double consonant is one
  return word.length > 3 && /([b-df-hj-np-tv-xz])\1$/.test(word) ? word.slice(0, -1) : word;
}

const INFLECTIONS = new Set(["", ...ENDINGS, "erna", "orna", "ena", "en", "ns", "nas", "er", "men", "met", "nen", "net"]);

/**
 * Tell whether two words are forms of one: alike but for their endings.
 * @param {string} one folded
 * @param {string} other folded
 */
export function inflected(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same > 1 && INFLECTIONS.has(one.slice(same)) && INFLECTIONS.has(other.slice(same));
}

const SMALL = new Set(
  (
    "ad alla allt annat ar att av bara behover behovs ber bli blir borde bra da de dem den denna det detta dig din dina ditt dock du eller en ens er era ett fa far fick finns fore for fraga fran ga galler gar ger gor gora ha han har hej hen henne hennes hit hitta hittar hjalp hon honom hur i icke ifall igen in ingen inget innan inte ja jag kan kanske kommer kunna man maste med mer mig min mina mitt mot mycket ni nagon nagot nar nej nu och ocksa om oss pa pga samma saker sa sadan sen ser sig sin sina sitt ska skall ska skulle snalla som stammer svar ta tack tar text till typ under ut vad var vara vart varfor vem vems vet vi vid vilka vilken vilket vill vore"
  ).split(" "),
);

/** Tell whether a word only holds a question together. @param {string} word folded */
export const isSmall = (word) => SMALL.has(word) || word.length < 2;

/**
 * Return the sentences in a section's HTML as plain text: those of its paragraphs and lists, not what stands in tables.
 * @param {string} html
 */
export function sentences(html) {
  const blocks = html.match(/<(p|li|dd)\b[^>]*>.*?(?=<\/?(?:p|li|dd|ul|ol)\b)/gs) ?? [];
  return blocks.flatMap((block) => {
    /** @type {string[]} */
    const found = [];
    let begun = "";
    for (const part of plain(block).trim().split(/([.!?]”?\s+)/)) {
      const ends = /^[.!?]”?\s+$/.test(part);
      // an abbreviation ends no sentence, and none begins with a small letter
      if (begun && !ends && /^[^a-zåäö§]/.test(part) && /[.!?]”?\s+$/.test(begun) && !/\b(kap|t\.ex|bl\.a|st|dvs|nr|prop|ref)\.\s+$/.test(begun)) {
        found.push(begun.trim());
        begun = "";
      }
      begun += part;
    }
    return begun.trim() ? [...found, begun.trim()] : found;
  });
}

/** @type {Record<string, string>} */
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", para: "" };

/**
 * Return HTML as text.
 * @param {string} html
 */
export function plain(html) {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39|para);/g, (_, name) => SIGNS[name])
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:!?)])/g, "$1");
}

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
