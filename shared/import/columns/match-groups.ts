/**
 * Groups of tick columns known by their company: 没有党员 and 业主不支持 side by side are reasons, whatever the
 * heading above them is called, and what stands between them in other words is a reason too.
 */
import type { SheetKind } from '../model';
import { parseChoice } from '../parsers/parse-choice';
import { type ChoiceName, choiceWords } from './choice-words';
import { fieldsOf } from './field-catalogue';
import type { FieldSpec } from './field-spec';
import { headingKey } from './heading-key';
import { codeOfSubheading, groupOf, type Match } from './match-heading';
import { resemblance } from './resemblance';

export interface GroupMatch extends Match {
  readonly index: number;
}

/** @param holdsOnlyTicks whether nothing but ticks and answers stands in the column */
export function matchGroups(
  kind: SheetKind,
  paths: readonly (readonly string[])[],
  holdsOnlyTicks: (index: number) => boolean,
): readonly GroupMatch[] {
  return siblingsIn(paths)
    .filter((indexes) => indexes.length > 1 && indexes.every(holdsOnlyTicks))
    .flatMap((indexes) => {
      const leaves = indexes.map((index) => headingKey(paths[index]?.at(-1) ?? ''));
      const parents = (paths[indexes[0] ?? 0] ?? []).map(headingKey);
      const known = leaves.map((leaf) => groupOf(kind, [...parents.slice(0, -1), leaf])).find(Boolean);
      const spec = known ?? specOfLeaves(kind, leaves, parents.at(-2) ?? '');
      return spec ? matchLeaves(spec, indexes, leaves) : [];
    });
}

/** Columns side by side under the same headings. */
function siblingsIn(paths: readonly (readonly string[])[]): number[][] {
  const groups: number[][] = [];
  let before: string | null = null;
  paths.forEach((path, index) => {
    const parent = path.length > 1 ? path.slice(0, -1).join('/') : null;
    if (parent !== null && parent === before) groups.at(-1)?.push(index);
    else if (parent !== null) groups.push([index]);
    before = parent;
  });
  return groups;
}

/** The list that knows at least two of the words and half of all, the nearer heading first. */
function specOfLeaves(kind: SheetKind, leaves: readonly string[], parent: string): FieldSpec | null {
  let best: { readonly spec: FieldSpec; readonly score: number } | null = null;
  for (const spec of fieldsOf(kind).specs) {
    const { choice } = spec;
    if (choice === null) continue;
    const codes = new Set(leaves.flatMap((leaf) => codeOfSubheading(choice, leaf) ?? []));
    if (codes.size < 2 || codes.size * 2 < leaves.length) continue;
    const likeness = Math.max(...spec.headings.map((heading) => resemblance(headingKey(heading), parent)));
    const score = codes.size + likeness;
    if (best === null || score > best.score) best = { spec, score };
  }
  return best?.spec ?? null;
}

function matchLeaves(spec: FieldSpec, indexes: readonly number[], leaves: readonly string[]): GroupMatch[] {
  const { choice } = spec;
  if (choice === null) return [];
  const exact = leaves.map((leaf) => codeOfSubheading(choice, leaf));
  const used = new Set(exact.filter((code) => code !== null));
  return indexes.flatMap((index, i): GroupMatch[] => {
    const sure = exact[i] ?? null;
    const code = sure ?? nearestCode(choice, leaves[i] ?? '', used);
    if (code === null) return [];
    used.add(code);
    return [{ index, spec, code, score: sure === null ? 0.78 : 1.1, isExact: sure !== null }];
  });
}

const leastResemblance = 0.5;

/** 上级党组织指导不力 for 上级党组织指导不及时, as long as no other column says that. */
function nearestCode(choice: ChoiceName, leaf: string, used: ReadonlySet<string>): string | null {
  const parsed = parseChoice(leaf, choice);
  if (parsed.kind === 'code' && !used.has(parsed.code)) return parsed.code;
  let best: { readonly code: string; readonly likeness: number } | null = null;
  for (const [code, words] of Object.entries(choiceWords[choice])) {
    if (used.has(code)) continue;
    for (const word of words as readonly string[]) {
      const likeness = resemblance(headingKey(word.replace(/^\?/, '')), leaf);
      if (likeness >= leastResemblance && likeness > (best?.likeness ?? 0)) best = { code, likeness };
    }
  }
  return best?.code ?? null;
}
