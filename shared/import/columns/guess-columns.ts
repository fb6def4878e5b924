/**
 * Columns no heading table knows: guessed from headings that resemble a known one while the cells fit, from words
 * that only one code list has, or from the cells alone. Every guess is asked.
 */
import type { SheetCells, SheetKind } from '../model';
import type { ChoiceName } from './choice-words';
import { holdsOrgNames, holdsPhones, holdsUnitNames, holdsUsccs, sampleColumn } from './column-samples';
import { contentFit } from './content-fit';
import { fieldsOf } from './field-catalogue';
import type { FieldSpec } from './field-spec';
import { headingKey } from './heading-key';
import { qualifiers } from './match-heading';
import { resemblance } from './resemblance';

export interface Guess {
  readonly index: number;
  readonly spec: FieldSpec;
  readonly score: number;
}
export interface OpenColumns {
  readonly sheet: SheetCells;
  readonly firstRow: number;
  readonly kind: SheetKind;
  readonly paths: readonly (readonly string[])[];
  /** Indexes nobody has claimed or left out on purpose. */
  readonly open: readonly number[];
  readonly taken: ReadonlySet<string>;
  /** Field of the unit's name in a sheet of this kind. */
  readonly nameField: string;
}

/** Better guesses first; a column and a field are used once. */
export function guessColumns(columns: OpenColumns): readonly Guess[] {
  const guesses = [
    ...columns.open.flatMap((index) => [...resembling(columns, index), ...byWords(columns, index)]),
    ...byContent(columns),
  ].sort((a, b) => b.score - a.score || a.index - b.index);
  const chosen: Guess[] = [];
  for (const guess of guesses)
    if (!chosen.some(({ index, spec }) => index === guess.index || spec.field === guess.spec.field))
      chosen.push(guess);
  return chosen;
}

/** Words that say what sort of thing a column holds, not which one. */
const plainWords =
  /时间|日期|年月日?|人数|数量|总数|姓名|名称|情况|是否|有无|所在|所属|有关|本人|具体|详细|现任|现|本|该|其中|的/g;
/** Words an office may use for one another, as one sign each. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/两新组织|非公有?制?企业|非公企业|社会组织|企业|公司|单位/g, '企'],
  [/联系电话|联系方式|电话号码|手机号码|手机号|电话|手机/g, '电'],
];
const coreOf = (key: string): string =>
  alike
    .reduce((text, [words, sign]) => text.replace(words, sign), key.replace(plainWords, ''))
    .replace(/(?<=.)数$/, '');

const leastResemblance = 0.5;

function resembling({ sheet, firstRow, kind, paths, taken }: OpenColumns, index: number): Guess[] {
  const keys = (paths[index] ?? []).map(headingKey);
  const key = keys.at(-1) ?? '';
  if (coreOf(key) === '') return [];
  const texts = sampleColumn(sheet, firstRow, index);
  const best = new Map<FieldSpec, number>();
  for (const heading of fieldsOf(kind).headings) {
    if (taken.has(heading.spec.field) || heading.group !== null || heading.spec.parse === 'ignore') continue;
    const likeness = resemblance(coreOf(key), coreOf(heading.leaf));
    if (likeness < leastResemblance || isAnotherThing(key, heading.leaf)) continue;
    best.set(heading.spec, Math.max(best.get(heading.spec) ?? 0, likeness));
  }
  return [...best].flatMap(([spec, likeness]) => {
    const fit = contentFit(spec, texts);
    // Any text fits a text field, so its heading has to say more.
    const isEnough = fit === null ? likeness >= 0.66 && takesAnyText(spec) : fit >= 0.6;
    return isEnough ? [{ index, spec, score: 0.5 + likeness * 0.2 }] : [];
  });
}

const takesAnyText = ({ parse }: FieldSpec): boolean => parse === 'text' || parse === 'unitAndPost';

/** 女党员数 is no 党员数: a word that narrows the meaning stands in one of the two only. */
const isAnotherThing = (a: string, b: string): boolean =>
  (qualifiers.exec(coreOf(a))?.[0] ?? '') !== (qualifiers.exec(coreOf(b))?.[0] ?? '');

/** 合格、未参检、基本合格 under any heading can only be the yearly check. */
function byWords({ sheet, firstRow, kind, taken }: OpenColumns, index: number): Guess[] {
  const texts = sampleColumn(sheet, firstRow, index);
  if (new Set(texts).size < 2) return [];
  const fitting = [...fieldsOf(kind).byField.values()].filter((spec): boolean => {
    const isList = spec.choice !== null && !tooCommon.has(spec.choice);
    return (isList || spec.parse === 'fullTime') && (contentFit(spec, texts) ?? 0) >= 0.8;
  });
  const [only, other] = fitting;
  return only && !other && !taken.has(only.field) ? [{ index, spec: only, score: 0.6 }] : [];
}
/** Their words (单独、其他、正常) stand in columns of every kind. */
const tooCommon: ReadonlySet<ChoiceName> = new Set<ChoiceName>([
  'venueMode',
  'roomMode',
  'siteKind',
  'orgStatus',
]);

function byContent({ sheet, firstRow, kind, open, taken, nameField }: OpenColumns): Guess[] {
  const tests: readonly [string, (texts: readonly string[]) => boolean][] = [
    ['unit.uscc', holdsUsccs],
    [nameField, holdsUnitNames],
    ['partyOrg.name', holdsOrgNames],
    ['unit.contact.phone', holdsPhones],
    ['instructor.phone', holdsPhones],
    ['person.phone', holdsPhones],
    ['room.contact.phone', holdsPhones],
  ];
  return tests.flatMap(([field, test]): Guess[] => {
    const spec = fieldsOf(kind).byField.get(field);
    if (!spec || taken.has(field)) return [];
    const index = open.find((column) => test(sampleColumn(sheet, firstRow, column)));
    return index === undefined ? [] : [{ index, spec, score: 0.6 }];
  });
}
