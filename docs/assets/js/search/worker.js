// The theme's search worker, in a few lines: says it is ready, and fetches the engine when somebody is about to search.
// Messages: 1 ready, 2 question, 3 results. The theme also sends 0 with an index, which is not needed.
const root = new URL("../../../", self.location.href).href;
/** @returns {Promise<typeof import("./engine.js")>} made of engine.js and what it needs when the site is built */
const engine = () => import(new URL("../search.js", self.location.href).href);
let asked = 0;

self.addEventListener("message", async ({ data }) => {
  if (data.type !== 2) return;
  const mine = (asked += 1);
  const items = data.data.trim() ? await engine().then(({ answer }) => answer(root, data.data)).catch(() => []) : [];
  if (mine === asked) self.postMessage({ type: 3, data: { items } });
});
new BroadcastChannel("obruten-search").addEventListener("message", () => void engine().then(({ prepare }) => prepare(root)).catch(() => {}));
self.postMessage({ type: 1 });
