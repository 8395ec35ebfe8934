import type { IngestDependencies } from '../../../functions/dependencies.ts';
import type { World } from './world.ts';

type Effect = () => Promise<unknown>;
/** Does an effect, or does not, or does more. `at` counts effects from 0. */
type Around = (name: string, at: number, effect: Effect) => Promise<unknown>;

/** These parts with every effect of those named going through `around`. */
export function disturbedParts<Parts extends object>(parts: Parts, names: readonly (keyof Parts)[], around: Around) {
  let count = 0;
  const through = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const effect: unknown = Reflect.get(target, name);
        if (typeof effect !== 'function') return effect;
        return (...given: unknown[]) => around(String(name), count++, async () => Reflect.apply(effect, target, given));
      },
    });
  const disturbed = { ...parts };
  for (const name of names) {
    const part = parts[name];
    if (part instanceof Object) disturbed[name] = through(part);
  }
  return disturbed;
}

/** The world with every effect of its objects, ledger and reports going through `around`. */
export function disturbed(world: World, around: Around): World {
  const deps: IngestDependencies = disturbedParts(world.deps, ['objects', 'ledger', 'reports'], around);
  return { ...world, deps };
}

/** The world, and the names of the effects that are done in it, in order. */
export function recorded(world: World): { readonly world: World; readonly effects: readonly string[] } {
  const effects: string[] = [];
  const recording = disturbed(world, (name, _, effect) => {
    effects.push(name);
    return effect();
  });
  return { world: recording, effects };
}

export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}

export const TROUBLES = ['fault before', 'fault after', 'crash before', 'crash after'] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * The world in which one effect goes wrong: the call fails (before anything was written, or after, so that the answer
 * is lost), or the process dies there and no later effect of it happens.
 */
export function withTrouble(world: World, trouble: Trouble, effectNumber: number): World {
  return disturbed(world, troubleAt(trouble, effectNumber));
}

export function troubleAt(trouble: Trouble, effectNumber: number): Around {
  let isDead = false;
  return async (name, at, effect) => {
    if (isDead) throw new StoreFault('the process is dead');
    if (at !== effectNumber) return effect();
    if (trouble.endsWith('after')) await effect();
    isDead = trouble.startsWith('crash');
    throw new StoreFault(`${trouble} ${name}`);
  };
}

/** The world in which the first effect of this name waits until it is let go on. */
export function pausedAt(world: World, name: string) {
  const reached = gate();
  const resumed = gate();
  let isFirst = true;
  const pausing = disturbed(world, async (effectName, _, effect) => {
    if (effectName === name && isFirst) {
      isFirst = false;
      reached.open();
      await resumed.opened;
    }
    return effect();
  });
  return { world: pausing, reached: reached.opened, resume: resumed.open };
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
