// A way through a case. Pure.

/**
 * @typedef {{id: string, next: string, days: number, recommended: boolean}} Way
 * @typedef {{id: string, ways: Way[]}} Scene
 * @typedef {{node: string, option: string}} Choice
 */

/**
 * Follow choices from the start as far as they fit the case as it is now.
 * @param {Scene[]} scenes
 * @param {string} start
 * @param {Choice[]} choices
 * @returns {{current: string, steps: {scene: string, way: Way}[], days: number}}
 */
export function follow(scenes, start, choices) {
  const byId = new Map(scenes.map((scene) => [scene.id, scene]));
  const steps = [];
  let current = start;
  for (const { node, option } of choices) {
    const way = node === current ? byId.get(current)?.ways.find(({ id }) => id === option) : undefined;
    if (!way) break;
    steps.push({ scene: current, way });
    current = way.next;
  }
  return { current, steps, days: steps.reduce((sum, { way }) => sum + way.days, 0) };
}

/**
 * Return the recommended way from the start to an ending.
 * @param {Scene[]} scenes
 * @param {string} start
 */
export function recommended(scenes, start) {
  /** @type {Choice[]} */
  const choices = [];
  let current = start;
  for (let left = scenes.length; left > 0; left -= 1) {
    const way = scenes.find(({ id }) => id === current)?.ways.find((one) => one.recommended);
    if (!way) break;
    choices.push({ node: current, option: way.id });
    current = way.next;
  }
  return follow(scenes, start, choices);
}
