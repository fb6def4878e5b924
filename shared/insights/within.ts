/** Which part of the register a question is about: a township, a village, an industry …, also several of them at once. */
import { type GroupingName, groupingNames, groupings } from '@shared/figures/groupings';
import type { SiteFacts, UnitFacts } from '@shared/figures/unit-facts';
import { z } from 'zod';

export type Narrowing = Exclude<GroupingName, 'all'>;
// `filter` keeps the type of the whole list.
export const narrowings = groupingNames.filter((name) => name !== 'all') as readonly Narrowing[];

/** Grouping → key; '' = not filled in. Every entry has to hold; an empty record is the whole register. */
export const withinSchema = z.partialRecord(z.enum(narrowings), z.string().max(40));
export type Within = Readonly<Partial<Record<Narrowing, string>>>;

/** Entries in the order of the groupings, so that equal questions read alike. */
export const withinEntries = (within: Within): readonly (readonly [Narrowing, string])[] =>
  narrowings.flatMap((name) => {
    const key = within[name];
    return key === undefined ? [] : [[name, key] as const];
  });

export const isWithin = (facts: UnitFacts, within: Within): boolean =>
  withinEntries(within).every(([name, key]) => groupings[name].keysOf(facts).includes(key));

/** Sites lie in townships and are parks and buildings themselves; they have no industry, size or ownership. */
export const isSiteWithin = (site: SiteFacts, within: Within): boolean =>
  withinEntries(within).every(([name, key]) => groupings[name].siteKeysOf?.(site).includes(key) ?? false);

/** `township:ID,industry:C`, for addresses; empty for the whole register. */
export const formatWithin = (within: Within): string =>
  withinEntries(within)
    .map(([name, key]) => `${name}:${key}`)
    .join(',');

/** What `formatWithin` did not write is left out. */
export function parseWithin(text: string): Within {
  const entries = text.split(',').flatMap((part) => {
    const at = part.indexOf(':');
    const name = narrowings.find((known) => known === part.slice(0, at));
    return name === undefined ? [] : [[name, part.slice(at + 1)] as const];
  });
  return Object.fromEntries(entries);
}
