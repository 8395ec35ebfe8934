import { bodyKeyOf } from '../keys.ts';
import type { Body } from './body.ts';
import { divisionOf, lineOf } from './divisions.ts';
import { organOf } from './organ.ts';
import { readName } from './read-name.ts';
import { possiblePlaces } from './read-place.ts';
import { claimsOf } from './roster.ts';
import type { RosterLine, RosterTrouble } from './roster-trouble.ts';

/** Longer names would not fit the table's keys. */
const LONGEST_NAME = 100;

/** A line with everything that its body is recognised by. */
interface Claimant extends RosterLine {
  readonly body: Body;
  readonly words: readonly string[];
}

/** Everything for which a roster cannot be taken as it is, in the order of its lines. */
export function findRosterTroubles(lines: readonly RosterLine[]): readonly RosterTrouble[] {
  const claimants = lines.map(toClaimant);
  const owners = ownersOf(claimants);
  const troubles = claimants.flatMap((one) => [
    ...findNameTrouble(one),
    ...findCodeTrouble(one),
    ...findLevelTrouble(one),
    ...findClash(one, owners),
    ...findDoubleMeaning(one, owners),
    ...findParentTrouble(one, owners),
  ]);
  return troubles.sort((a, b) => a.line - b.line);
}

function toClaimant({ line, entry }: RosterLine): Claimant {
  const { body, spellings, keys } = claimsOf(entry);
  return { line, entry, body, words: [body.bodyKey, ...spellings, ...keys] };
}

/** The line that first claims each spelling and key. */
type Owners = ReadonlyMap<string, Claimant>;

function ownersOf(claimants: readonly Claimant[]): Owners {
  const owners = new Map<string, Claimant>();
  for (const one of claimants) for (const words of one.words) if (!owners.has(words)) owners.set(words, one);
  return owners;
}

function findNameTrouble({ line, entry }: Claimant): RosterTrouble[] {
  const bad = [entry.name, ...entry.aliases].find((text) => bodyKeyOf(text) === '' || text.length > LONGEST_NAME);
  if (bad === undefined) return [];
  const zh = `「${bad.slice(0, 20)}」不能作名称或别名：应有文字，且不超过 ${LONGEST_NAME} 字。`;
  const en = `“${bad.slice(0, 20)}” is no name or alias: it takes letters, at most ${LONGEST_NAME}.`;
  return [{ line, message: { zh, en } }];
}

function findCodeTrouble({ line, entry: { name, code } }: Claimant): RosterTrouble[] {
  if (code === undefined) return [];
  if (!divisionOf(`${code.slice(0, 2)}0000`)) {
    const zh = `区划代码 ${code} 的前两位不是任何省份：请核对，或留空。`;
    const en = `No province has the first two digits of the division code ${code}: correct it or leave it empty.`;
    return [{ line, message: { zh, en } }];
  }
  if (isCodeOf(name, code)) return [];
  const place = divisionOf(readName(name, code).division ?? '');
  const zh = `区划代码 ${code} 与名称「${name}」不符：${place?.name} 是 ${place?.code}。请改正其一，或将代码留空。`;
  const en = `The division code ${code} does not fit the name “${name}”: ${place?.name} is ${place?.code}. Correct one of them, or leave the code empty.`;
  return [{ line, message: { zh, en } }];
}

/** A code that the table does not know yet is taken on trust; one that it knows must lie in the place that is named. */
function isCodeOf(name: string, code: string): boolean {
  const named = divisionOf(readName(name, code).division ?? '');
  return !named || lineOf(divisionOf(code)).includes(named) || !divisionOf(code);
}

function findLevelTrouble({ line, entry, body }: Claimant): RosterTrouble[] {
  if (body.level !== undefined) return [];
  const zh = `从「${entry.name}」看不出层级：请在「层级」一栏填 省级、市级、县级、部门 或 乡镇。`;
  const en = `The name “${entry.name}” does not tell its level: fill in the column level with province, city, county, department or township.`;
  return [{ line, message: { zh, en } }];
}

function findClash(one: Claimant, owners: Owners): RosterTrouble[] {
  const { line, entry, body } = one;
  const other = owners.get(body.bodyKey) ?? one;
  if (other !== one) {
    const zh = `「${entry.name}」与第 ${other.line} 行的「${other.entry.name}」是同一机关：请删去一行，不同的写法填在「别名」一栏。`;
    const en = `“${entry.name}” is the same body as “${other.entry.name}” on line ${other.line}: delete one of the lines; other ways to write it go into the column aliases.`;
    return [{ line, message: { zh, en } }];
  }
  const clash = one.words.find((words) => (owners.get(words) ?? one) !== one);
  const owner = clash === undefined ? undefined : owners.get(clash);
  if (clash === undefined || !owner) return [];
  const names = [entry.name, ...entry.aliases];
  const name =
    names.find((text) => bodyKeyOf(text) === clash) ?? names.find((text) => readName(text).bodyKey === clash) ?? clash;
  const zh = `「${name}」也指第 ${owner.line} 行的「${owner.entry.name}」：一个名称只能属于一个机关，请从其中一行删去。`;
  const en = `“${name}” also means “${owner.entry.name}” on line ${owner.line}: a name belongs to one body, delete it from one of the lines.`;
  return [{ line, message: { zh, en } }];
}

/** A name that fits two bodies of the roster (鼓楼区教育局, of 南京 and of 徐州) must not be given to one of them. */
function findDoubleMeaning(one: Claimant, owners: Owners): RosterTrouble[] {
  const { line, entry } = one;
  for (const name of [entry.name, ...entry.aliases]) {
    const other = possibleKeys(name)
      .map((key) => owners.get(key))
      .find((owner) => owner && owner !== one);
    if (!other) continue;
    const zh = `「${name}」也可以指第 ${other.line} 行的「${other.entry.name}」：请写明所属的市，或从别名中删去。`;
    const en = `“${name}” may also mean “${other.entry.name}” on line ${other.line}: add the city that it lies in, or delete it from the aliases.`;
    return [{ line, message: { zh, en } }];
  }
  return [];
}

/** The keys that a name of several places may mean; none where it means one. */
function possibleKeys(name: string): readonly string[] {
  const places = possiblePlaces(bodyKeyOf(name));
  return places.length < 2 ? [] : places.map(({ division, rest }) => division.code + (organOf(rest, division) ?? rest));
}

function findParentTrouble(one: Claimant, owners: Owners): RosterTrouble[] {
  const { line, entry } = one;
  const above = parentOf(one, owners);
  if (entry.parent !== undefined && !above) {
    const zh = `名册中没有上级「${entry.parent}」：请为它加一行，或改正名称，或将「上级」留空。`;
    const en = `The parent “${entry.parent}” is not on the roster: add a line for it, correct the name, or leave the column parent empty.`;
    return [{ line, message: { zh, en } }];
  }
  const circle = circleFrom(one, owners);
  if (!circle) return [];
  const names = [...circle, one].map(({ entry: { name } }) => name).join(' → ');
  const zh = `上级绕成了圈：${names}。请改正其中一行的「上级」。`;
  const en = `The parents go round in a circle: ${names}. Correct the column parent of one of them.`;
  return [{ line, message: { zh, en } }];
}

function parentOf({ entry }: Claimant, owners: Owners): Claimant | undefined {
  const { parent } = entry;
  return parent === undefined ? undefined : (owners.get(bodyKeyOf(parent)) ?? owners.get(readName(parent).bodyKey));
}

/** The lines from one up to before itself; nothing where its parents end, or circle without it. */
function circleFrom(one: Claimant, owners: Owners): readonly Claimant[] | undefined {
  const passed = [one];
  for (let above = parentOf(one, owners); above; above = parentOf(above, owners)) {
    if (above === one) return passed;
    if (passed.includes(above)) return undefined;
    passed.push(above);
  }
  return undefined;
}
