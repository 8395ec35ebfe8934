import type { Ruling } from '../rulings/ruling.ts';

/**
 * Rulings that touch or cross one another, or go on where another one ends, directly or through others. Compares each
 * level one with each upright one beside it.
 */
export function componentsOf(rulings: readonly Ruling[], touch: number): Ruling[][] {
  const level = rulings.filter(({ axis }) => axis === 'horizontal').sort((a, b) => a.at - b.at);
  const upright = rulings.filter(({ axis }) => axis === 'vertical').sort((a, b) => a.from - b.from);
  const parents = new Map<Ruling, Ruling>();
  const reach = touch + thickest(rulings);
  let active: Ruling[] = [];
  let next = 0;
  for (const line of level) {
    for (let one = upright[next]; one && one.from <= line.at + reach; one = upright[++next]) active.push(one);
    active = active.filter((one) => one.to >= line.at - reach);
    for (const one of active) if (meet(line, one, touch)) unite(parents, line, one);
  }
  for (const line of [level, upright]) uniteEndToEnd(parents, line, touch);
  const components = new Map<Ruling, Ruling[]>();
  for (const ruling of rulings) {
    const root = rootOf(parents, ruling);
    const members = components.get(root);
    if (members) members.push(ruling);
    else components.set(root, [ruling]);
  }
  return [...components.values()];
}

function thickest(rulings: readonly Ruling[]): number {
  return rulings.reduce((most, { thickness }) => Math.max(most, thickness), 0);
}

function meet(level: Ruling, upright: Ruling, touch: number): boolean {
  const [across, down] = [touch + upright.thickness / 2, touch + level.thickness / 2];
  return (
    upright.at >= level.from - across &&
    upright.at <= level.to + across &&
    level.at >= upright.from - down &&
    level.at <= upright.to + down
  );
}

/** Pieces of one line that are off by too much to be one ruling, such as the side of a cell next to many. */
function uniteEndToEnd(parents: Map<Ruling, Ruling>, rulings: readonly Ruling[], touch: number): void {
  const starts = new Map<string, Ruling[]>();
  const bin = (coordinate: number) => Math.floor(coordinate / touch);
  for (const ruling of rulings) {
    const key = `${bin(ruling.from)} ${bin(ruling.at)}`;
    const others = starts.get(key);
    if (others) others.push(ruling);
    else starts.set(key, [ruling]);
  }
  for (const ruling of rulings) {
    for (const key of around(bin(ruling.to), bin(ruling.at))) {
      for (const next of starts.get(key) ?? []) {
        const near = Math.abs(next.from - ruling.to) <= touch && Math.abs(next.at - ruling.at) <= touch;
        if (near) unite(parents, ruling, next);
      }
    }
  }
}

function around(row: number, column: number): string[] {
  return [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => `${row + down} ${column + across}`));
}

function rootOf(parents: Map<Ruling, Ruling>, ruling: Ruling): Ruling {
  let root = ruling;
  for (let parent = parents.get(root); parent; parent = parents.get(root)) root = parent;
  // Shortens the way for the next one.
  for (let one = ruling; one !== root; ) {
    const parent = parents.get(one) ?? root;
    parents.set(one, root);
    one = parent;
  }
  return root;
}

function unite(parents: Map<Ruling, Ruling>, a: Ruling, b: Ruling): void {
  const [rootA, rootB] = [rootOf(parents, a), rootOf(parents, b)];
  if (rootA !== rootB) parents.set(rootA, rootB);
}
