/** How well a column's heading path says a field, from the tables of headings and choice words. */
import type { SheetKind } from '../model';
import { choiceWords } from './choice-words';
import { fieldsOf, type KindFields, type KnownHeading } from './field-catalogue';
import type { FieldSpec, ParseKind } from './field-spec';
import { headingKey, nearness } from './heading-key';

export interface Match {
  readonly spec: FieldSpec;
  /** Code a tick stands for, in a one-of group. */
  readonly code: string | null;
  /** Comparable score; above 1 when the parent group confirms the heading. */
  readonly score: number;
  readonly isExact: boolean;
}

/** Words that make a heading mean a part of what follows them; they forbid a match by containment. */
export const qualifiers =
  /女|预备|流动|农村|退休|新发展|近三年|近3年|35|大学|高中|困难|其中|是否|未|不在|在外|拟|申请|计划|上级|专职|兼职|入党|转正|上次|届满|占比|比例|率$|增长|去年|级别|收费/;

const leafScore = (key: string, known: string): number => {
  if (key === known) return 0.95;
  if (known.length >= 4 && nearness(key, known) === 1) return 0.72;
  if (known.length >= 3 && known.length * 2 >= key.length && key.includes(known)) {
    const rest = key.replace(known, '');
    // 管理人员及电话 holds two things, of which 管理人员 is one.
    return qualifiers.test(rest) || /及|和(?:电话|联系)/.test(rest)
      ? 0
      : 0.7 + 0.05 * (known.length / key.length);
  }
  return 0;
};

const isGroup = (ancestor: string, group: string): boolean =>
  ancestor === group || (group.length >= 2 && ancestor.includes(group));

function scoreHeading(keys: readonly string[], heading: KnownHeading, leafPoints: number): number {
  if (heading.group === null) return leafPoints;
  const { group } = heading;
  return keys.slice(0, -1).some((ancestor) => isGroup(ancestor, group)) ? leafPoints + 0.1 : 0;
}

/** Candidates of a plain column, best first. */
function matchPlain(kind: SheetKind, keys: readonly string[]): Match[] {
  const fields = fieldsOf(kind);
  const leaf = keys.at(-1) ?? '';
  if (leaf === '') return [];
  const found: Match[] = [];
  const add = (heading: KnownHeading, points: number): void => {
    const score = scoreHeading(keys, heading, points);
    if (score > 0)
      found.push({
        spec: heading.spec,
        code: null,
        score: heading.isLabel ? score + 0.02 : score,
        isExact: heading.isLabel,
      });
  };
  for (const heading of fields.byLeaf.get(leaf) ?? []) add(heading, 0.95);
  for (const heading of ofGroup(fields, keys)) add(heading, 0.96);
  // 出资人 / 姓名 reads like 出资人姓名, 党组织 / 成立时间 like 党组织成立时间.
  for (const joined of joinedKeys(keys))
    for (const heading of fields.byLeaf.get(joined) ?? []) if (heading.group === null) add(heading, 0.97);
  if (found.length === 0)
    for (const heading of fields.headings) {
      const points = leafScore(leaf, heading.leaf);
      if (points > 0) add(heading, points);
    }
  return withoutBareTwins(found);
}

/** Words below a group that add nothing to it: 老板情况 / 姓名 is 老板, 党员 / 合计 is 党员. */
const plainLeaves: readonly (readonly [RegExp, readonly ParseKind[]])[] = [
  [/^(?:姓名|名字)(?:[及和]?职务)?$/, ['personName', 'people']],
  [/^(?:名称|全称)$/, ['unitName', 'orgName']],
  [/^(?:总数|合计|总计|小计|人数|总人数|数量|总量)$/, ['count']],
];

function ofGroup(fields: KindFields, keys: readonly string[]): readonly KnownHeading[] {
  const [group = '', leaf = ''] = keys.slice(-2);
  const parses = plainLeaves.find(([words]) => words.test(leaf))?.[1];
  if (keys.length < 2 || parses === undefined) return [];
  const known = fields.byLeaf.get(group.replace(/(?:基本)?(?:情况|信息)$/, '')) ?? [];
  return known.filter(({ group: above, spec }) => above === null && parses.includes(spec.parse));
}

/** 从业人员 / 党员 is wider than 党员 alone, which must not win back for it what its group took away. */
const withoutBareTwins = (found: readonly Match[]): Match[] =>
  found.filter(
    ({ spec, score }) =>
      !found.some((one) => one.spec.standsBack > 0 && one.spec.field === spec.field && one.score > score),
  );

/** 派驻情况 / 时间 as 派驻时间, 走访次数 / 实际 as 实际走访次数. */
function joinedKeys(keys: readonly string[]): ReadonlySet<string> {
  if (keys.length < 2) return new Set();
  const [group = '', leaf = ''] = keys.slice(-2);
  const bare = group.replace(/(?:基本)?(?:情况|信息)$/, '');
  return new Set([group + leaf, bare + leaf, leaf + bare]);
}

const codesByChoice = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(choiceWords).map(([choice, words]) => [
    choice,
    new Map(
      Object.entries(words).flatMap(([code, list]) =>
        (list as readonly string[]).map((word): [string, string] => [
          headingKey(word.replace(/^\?/, '')),
          code,
        ]),
      ),
    ),
  ]),
);

/** Code of a sub-heading in a one-of group; null when the group knows no such word. */
export const codeOfSubheading = (choice: string, leaf: string): string | null =>
  codesByChoice.get(choice)?.get(leaf) ?? null;

/**
 * The one-of group a column stands under; the nearest ancestor wins. 类别 heads several groups: the one that knows
 * the sub-heading is meant (类别 / 党总支 is the kind of a Party organization, not of a social one).
 */
export function groupOf(kind: SheetKind, keys: readonly string[]): FieldSpec | null {
  const leaf = keys.at(-1) ?? '';
  for (const ancestor of keys.slice(0, -1).reverse()) {
    const named = fieldsOf(kind).specs.filter(
      (spec) =>
        spec.choice !== null &&
        spec.headings.some((text) =>
          isOneOfHeading(ancestor, headingKey(text.split('/').at(-1) ?? ''), keys, text),
        ),
    );
    const isSpelled = ({ headings }: FieldSpec): boolean =>
      headings.some((text) => headingKey(text.split('/').at(-1) ?? '') === ancestor);
    // 组织类别 is one letter from 组织类型, and 基金会 is a word of both.
    const knowing = [...named.filter(isSpelled), ...named].find(
      (spec) => codeOfSubheading(spec.choice ?? '', leaf) !== null,
    );
    if (named.length > 0) return knowing ?? named[0] ?? null;
  }
  return null;
}

function isOneOfHeading(ancestor: string, key: string, keys: readonly string[], text: string): boolean {
  const matches =
    ancestor === key || (key.length >= 4 && (ancestor.includes(key) || nearness(ancestor, key) === 1));
  if (!matches || !text.includes('/')) return matches;
  const group = headingKey(text.split('/')[0] ?? '');
  return keys.slice(0, keys.indexOf(ancestor)).some((above) => isGroup(above, group));
}

/** All candidates of a column, best first. Paths typed into one cell (组建形式-单独) are tried in parts too. */
export function matchHeading(kind: SheetKind, path: readonly string[]): readonly Match[] {
  const found = matchKeys(kind, path.map(headingKey));
  const isCertain = found.some(({ score }) => score >= 0.95);
  if (!isCertain && path.length === 1) {
    const parts = (path[0] ?? '').split(/[-—–/|:：>＞·]+/).map(headingKey);
    if (parts.length > 1) found.push(...matchKeys(kind, parts));
  }
  return found.sort((a, b) => b.score - a.score);
}

const matchKeys = (kind: SheetKind, keys: readonly string[]): Match[] => [
  ...matchAnswer(kind, keys),
  ...matchOneOf(kind, keys),
  ...matchPlain(kind, keys),
];

/** 是否规上 / 是, 党组织 / 无: a question with a column for either answer. */
function matchAnswer(kind: SheetKind, keys: readonly string[]): Match[] {
  const code = /^(?:是|有|已建|已建立)$/.test(keys.at(-1) ?? '')
    ? 'yes'
    : /^(?:否|无|未建|未建立)$/.test(keys.at(-1) ?? '')
      ? 'no'
      : null;
  if (code === null || keys.length < 2) return [];
  const [asked] = matchPlain(kind, keys.slice(0, -1)).sort((a, b) => b.score - a.score);
  const field = asked?.spec.parse === 'orgName' ? 'row.orgBuilt' : (asked?.spec.field ?? '');
  const spec = fieldsOf(kind).byField.get(field);
  const isQuestion = spec?.parse === 'yesNo' || spec?.parse === 'tick';
  return spec && isQuestion ? [{ spec, code, score: 1.1, isExact: true }] : [];
}

function matchOneOf(kind: SheetKind, keys: readonly string[]): Match[] {
  const spec = groupOf(kind, keys);
  if (spec?.choice == null) return [];
  const code = codeOfSubheading(spec.choice, keys.at(-1) ?? '');
  return code === null ? [] : [{ spec, code, score: 1.1, isExact: true }];
}

/** Sub-headings so particular that they need no group above them: 港澳台商投资企业, 联合建立. */
export function matchLoneSubheading(kind: SheetKind, key: string): Match | null {
  for (const spec of fieldsOf(kind).specs) {
    if (spec.choice === null || !loneGroups.has(spec.field)) continue;
    const code = codeOfSubheading(spec.choice, key);
    if (code !== null && key.length >= 4) return { spec, code, score: 0.75, isExact: false };
  }
  return null;
}
const loneGroups = new Set(['unit.ownership', 'partyOrg.formation', 'unit.notBuiltReason']);
