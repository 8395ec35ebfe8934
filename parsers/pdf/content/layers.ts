import { isArray, isDict, nameOf } from '../file/pdf-kinds.ts';
import type { PdfArray, PdfDict, PdfFile, PdfObject } from '../file/pdf-objects.ts';
import { PdfTrouble } from '../file/pdf-trouble.ts';
import type { ContentBudget } from './content-budget.ts';

/**
 * Which optional content is shown on the screen when the file is opened (ISO 32000-1, 8.11).
 * @returns for a group or membership dictionary whether it is shown; for anything else true. Throws PdfTrouble
 * `declined` for an expression over layers
 */
export function readLayers(file: PdfFile, budget: ContentBudget): (layer: PdfObject) => boolean {
  const isGroupShown = readStates(file, budget);
  const memberships = new Map<PdfDict, boolean>();
  return (layer) => {
    if (!isDict(layer)) return true;
    if (nameOf(file.resolve(layer.get('Type'))) !== 'OCMD') return isGroupShown(layer);
    let shown = memberships.get(layer);
    if (shown === undefined) {
      shown = isMembershipShown(layer, file, budget, isGroupShown);
      memberships.set(layer, shown);
    }
    return shown;
  };
}

function readStates(file: PdfFile, budget: ContentBudget): (group: PdfDict) => boolean {
  const properties = file.resolve(file.catalogue.get('OCProperties'));
  const config = isDict(properties) ? file.resolve(properties.get('D')) : null;
  if (!isDict(config)) return () => true;
  const states = new Map<PdfObject, boolean>();
  for (const group of elements(config.get('ON'), file, budget)) states.set(group, true);
  for (const group of elements(config.get('OFF'), file, budget)) states.set(group, false);
  for (const usage of elements(config.get('AS'), file, budget)) applyUsage(usage, file, budget, states);
  const base = nameOf(file.resolve(config.get('BaseState'))) !== 'OFF';
  return (group) => states.get(group) ?? base;
}

/** Groups whose state follows from what they are used for: here, to be viewed (8.11.4.4). */
function applyUsage(usage: PdfObject, file: PdfFile, budget: ContentBudget, states: Map<PdfObject, boolean>): void {
  if (!isDict(usage) || nameOf(file.resolve(usage.get('Event'))) !== 'View') return;
  const categories = elements(usage.get('Category'), file, budget).map(nameOf);
  if (!categories.includes('View')) return;
  for (const group of elements(usage.get('OCGs'), file, budget)) {
    const purposes = isDict(group) ? file.resolve(group.get('Usage')) : null;
    const view = isDict(purposes) ? file.resolve(purposes.get('View')) : null;
    const state = isDict(view) ? nameOf(file.resolve(view.get('ViewState'))) : null;
    if (state !== null) states.set(group, state !== 'OFF');
  }
}

function isMembershipShown(
  membership: PdfDict,
  file: PdfFile,
  budget: ContentBudget,
  isGroupShown: (group: PdfDict) => boolean,
): boolean {
  if (isArray(file.resolve(membership.get('VE')))) throw new PdfTrouble('declined', 'layer-expression');
  const groups = file.resolve(membership.get('OCGs'));
  const shown = (isArray(groups) ? elements(groups, file, budget) : [groups]).filter(isDict).map(isGroupShown);
  if (shown.length === 0) return true;
  switch (nameOf(file.resolve(membership.get('P')))) {
    case 'AllOn':
      return shown.every((state) => state);
    case 'AnyOff':
      return shown.some((state) => !state);
    case 'AllOff':
      return shown.every((state) => !state);
    default:
      return shown.some((state) => state);
  }
}

function elements(object: PdfObject | undefined, file: PdfFile, budget: ContentBudget): PdfArray {
  const array = file.resolve(object);
  if (!isArray(array)) return [];
  budget.takeEntries(array.length);
  return array.map((element) => file.resolve(element));
}
