/**
 * Step 03. Which field each column is: the clerk's choice, then what the office corrected before, then the tables
 * of headings with their parent groups (H3, H4, H16), then what the cells themselves look like. A guess is asked.
 */
import { problemsOfColumns } from './column-problems';
import { holdsTicks, holdsUnitNames, sampleColumn } from './columns/column-samples';
import { contentFit } from './columns/content-fit';
import { fieldsOf } from './columns/field-catalogue';
import type { FieldSpec, ParseKind } from './columns/field-spec';
import { guessColumns } from './columns/guess-columns';
import { headingKey } from './columns/heading-key';
import { fieldByRule } from './columns/heading-rules';
import { matchGroups } from './columns/match-groups';
import {
  codeOfSubheading,
  groupOf,
  type Match,
  matchHeading,
  matchLoneSubheading,
} from './columns/match-heading';
import type { ImportContext, ImportProblem, MappedBy, ReadColumn, SheetCells, SheetKind } from './model';

export interface MappedColumns {
  readonly columns: readonly ReadColumn[];
  readonly problems: readonly ImportProblem[];
  /** Sum of confidences over distinct fields: how well this kind explains the sheet. */
  readonly fit: number;
}

/** Key under which a correction is remembered. */
export const pathKey = (path: readonly string[]): string => path.map(headingKey).join('/');

interface Candidate extends Match {
  readonly index: number;
  readonly mappedBy: MappedBy;
  /** Cells that contradict the heading put a column behind its rivals. */
  readonly isContrary?: boolean;
}

export function mapColumns(
  sheet: SheetCells,
  headerRows: readonly number[],
  paths: readonly (readonly string[])[],
  kind: SheetKind,
  context: ImportContext,
): MappedColumns {
  const firstRow = (headerRows.at(-1) ?? 0) + 1;
  const decided = decideByHand(sheet.name, paths, kind, context);
  const found = [
    ...open(paths.length, decided)
      .flatMap((index) => candidatesOf(sheet, firstRow, paths, index, kind))
      .map((one) => judge(one, sheet, firstRow)),
    ...ticksByGroup(sheet, firstRow, paths, kind).filter(({ index }) => !decided.has(index)),
  ];
  const chosen = assign(found, new Map([...decided].filter(([, match]) => match !== null)));
  addCopiedHeadings(paths, kind, chosen);
  const riddles = open(paths.length, new Map([...decided, ...chosen])).filter(
    (index) => !isKnownAlready(index, found),
  );
  const taken = new Set([...chosen.values()].map(({ spec }) => spec.field));
  const about = { sheet, firstRow, kind, paths, open: riddles, taken, nameField: nameField(kind) };
  for (const guess of guessColumns(about))
    chosen.set(guess.index, { ...guess, code: null, isExact: false, mappedBy: 'content' });
  const columns = paths.map((path, index) =>
    columnOf(sheet, path, index, chosen.get(index) ?? null, decided),
  );
  return {
    columns,
    problems: problemsOfColumns(columns, found, kind),
    fit: fitOf(columns),
  };
}

type Decided = ReadonlyMap<number, Candidate | null>;

/** Columns somebody has settled: null = left out on purpose. */
function decideByHand(
  sheetName: string,
  paths: readonly (readonly string[])[],
  kind: SheetKind,
  context: ImportContext,
): Decided {
  const choice = context.sheetChoices[sheetName]?.columns ?? {};
  const memory = context.columnMemory.find(({ sheetKind }) => sheetKind === kind)?.columns ?? {};
  const decided = new Map<number, Candidate | null>();
  paths.forEach((path, index) => {
    const chosen = choice[index];
    const remembered = path.length > 0 ? memory[pathKey(path)] : undefined;
    const field = chosen !== undefined ? chosen : remembered;
    if (field === undefined) return;
    const spec = field === null || field === '' ? undefined : fieldsOf(kind).byField.get(field);
    const mappedBy: MappedBy = chosen !== undefined ? 'choice' : 'memory';
    decided.set(
      index,
      spec ? { spec, code: codeUnder(kind, path, spec), score: 2, isExact: true, index, mappedBy } : null,
    );
  });
  return decided;
}

/** A column put by hand into an enumerated field keeps its tick meaning when its sub-heading is a word of it. */
function codeUnder(kind: SheetKind, path: readonly string[], spec: FieldSpec): string | null {
  if (spec.choice === null || path.length < 2) return null;
  const keys = path.map(headingKey);
  const code = codeOfSubheading(spec.choice, keys.at(-1) ?? '');
  return code ?? (groupOf(kind, keys) === spec ? 'other' : null);
}

const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(headingKey));
const genericPhone = keysOf('联系电话 电话 手机 手机号 手机号码 联系方式 电话号码');
const genericFounding = keysOf('成立时间 成立日期 建立时间');

/** A bare 电话 belongs to the person in the column on its left, a bare 成立时间 to the organization there. */
function fieldBeside(key: string, left: string): string | null {
  if (genericFounding.has(key)) return /^partyOrg\.|^row\.orgBuilt$/.test(left) ? 'partyOrg.foundedOn' : null;
  if (!genericPhone.has(key)) return null;
  if (left === 'partyOrg.secretary') return 'partyOrg.phone';
  const role = /^row\.(instructor|liaison|envoy)Names$/.exec(left)?.[1];
  return role === undefined ? null : `row.${role}Phone`;
}

function candidatesOf(
  sheet: SheetCells,
  firstRow: number,
  paths: readonly (readonly string[])[],
  index: number,
  kind: SheetKind,
): Candidate[] {
  const path = paths[index] ?? [];
  const key = headingKey(path.at(-1) ?? '');
  const make = (match: Match, mappedBy: MappedBy): Candidate => ({ ...match, index, mappedBy });
  const bySpec = (field: string, score: number): Candidate[] => {
    const spec = fieldsOf(kind).byField.get(field);
    return spec ? [make({ spec, code: null, score, isExact: false }, 'synonym')] : [];
  };
  // What stands below the heading has to agree with a rule.
  const texts = sampleColumn(sheet, firstRow, index);
  const fits = ({ spec }: Candidate): boolean =>
    (contentFit(spec, texts) ?? 1) >= 0.5 && (takesTicks.has(spec.parse) || !holdsTicks(texts));
  if (key === '单位') {
    const isFirm = holdsUnitNames(sampleColumn(sheet, firstRow, index));
    const target = kind === 'people' ? 'row.workUnit' : isFirm ? nameField(kind) : 'row.site';
    return bySpec(target, 0.9);
  }
  const found = matchHeading(kind, path).map((match) => make(match, match.isExact ? 'exact' : 'synonym'));
  const isSaid = found.some(({ score }) => score >= ruleScore);
  const ruled = isSaid ? null : fieldByRule(kind, path.map(headingKey));
  if (ruled !== null) found.push(...bySpec(ruled, ruleScore).filter(fits));
  const beside = fieldBeside(key, matchHeading(kind, paths[index - 1] ?? [])[0]?.spec.field ?? '');
  if (beside !== null) found.push(...bySpec(beside, 1.05));
  if (found.length === 0 && path.length === 1) {
    const lone = matchLoneSubheading(kind, key);
    if (lone && holdsTicks(sampleColumn(sheet, firstRow, index))) found.push(make(lone, 'synonym'));
  }
  return found;
}

const takesTicks: ReadonlySet<ParseKind> = new Set<ParseKind>(['yesNo', 'tick']);
/** Above headings that only contain or resemble a known one, below those that are known; asked. */
const ruleScore = 0.78;

const nameField = (kind: SheetKind): string =>
  kind === 'instructors'
    ? 'assignment.unitName'
    : kind === 'partyRooms'
      ? 'row.unitName'
      : kind === 'partyOrgs'
        ? 'row.hostUnit'
        : 'unit.name';

const judge = (candidate: Candidate, sheet: SheetCells, firstRow: number): Candidate => {
  const fit = contentFit(candidate.spec, sampleColumn(sheet, firstRow, candidate.index));
  return candidate.code === null && fit !== null && fit < 0.2
    ? { ...candidate, isContrary: true }
    : candidate;
};
const rank = ({ score, spec, isContrary }: Candidate): number =>
  score - spec.standsBack - (isContrary ? 0.4 : 0);

/** Best matches first; a field is taken once, except by the columns of its one-of group. */
function assign(
  found: readonly Candidate[],
  settled: ReadonlyMap<number, Candidate | null>,
): Map<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const taken = new Map<string, Candidate>();
  const take = (candidate: Candidate): void => {
    chosen.set(candidate.index, candidate);
    if (candidate.spec.parse !== 'ignore') taken.set(candidate.spec.field, candidate);
  };
  for (const candidate of settled.values()) if (candidate) take(candidate);
  for (const candidate of [...found].sort((a, b) => rank(b) - rank(a) || a.index - b.index)) {
    if (chosen.has(candidate.index)) continue;
    const holder = taken.get(candidate.spec.field);
    if (!holder || (holder.code !== null && candidate.code !== null)) take(candidate);
  }
  return chosen;
}

/** 外商投资企业 printed under 未建原因 (H3): an unknown sub-heading of a one-of group that lacks its 其他. */
function addCopiedHeadings(
  paths: readonly (readonly string[])[],
  kind: SheetKind,
  chosen: Map<number, Candidate>,
): void {
  paths.forEach((path, index) => {
    if (chosen.has(index) || path.length < 2) return;
    const spec = groupOf(kind, path.map(headingKey));
    if (spec?.choice == null || codeOfSubheading(spec.choice, 'other') !== null) return;
    const siblings = [...chosen.values()].filter((one) => one.spec === spec && one.code !== null);
    if (siblings.length >= 2 && !siblings.some((one) => one.code === 'other'))
      chosen.set(index, { spec, code: 'other', score: 0.6, isExact: false, index, mappedBy: 'content' });
  });
}

const ticksByGroup = (
  sheet: SheetCells,
  firstRow: number,
  paths: readonly (readonly string[])[],
  kind: SheetKind,
): Candidate[] =>
  matchGroups(kind, paths, (index) => {
    const texts = sampleColumn(sheet, firstRow, index);
    return texts.length === 0 || holdsTicks(texts);
  }).map((match) => ({ ...match, mappedBy: match.isExact ? 'exact' : 'synonym' }));

const open = (count: number, settled: ReadonlyMap<number, unknown>): number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => !settled.has(index));

/** A second column for a field already found is no riddle: its heading says what it is. */
const isKnownAlready = (index: number, found: readonly Candidate[]): boolean =>
  found.some((one) => one.index === index && one.score >= 0.9 && one.isContrary !== true);

function columnOf(
  sheet: SheetCells,
  path: readonly string[],
  index: number,
  candidate: Candidate | null,
  decided: Decided,
): ReadColumn {
  const isHidden = sheet.hiddenColumns.includes(index);
  if (!candidate)
    return {
      index,
      path,
      field: null,
      code: null,
      confidence: decided.has(index) ? 1 : 0,
      mappedBy: decided.has(index) ? 'choice' : 'none',
      isHidden,
    };
  return {
    index,
    path,
    field: candidate.spec.field,
    code: candidate.code,
    confidence: Math.min(1, candidate.score),
    mappedBy: candidate.mappedBy,
    isHidden,
  };
}

function fitOf(columns: readonly ReadColumn[]): number {
  const best = new Map<string, number>();
  for (const { field, confidence, mappedBy } of columns) {
    // A guess finds something in the heading of any kind of list.
    const weight = mappedBy === 'content' ? confidence / 2 : confidence;
    if (field !== null && field !== 'row.ignored') best.set(field, Math.max(best.get(field) ?? 0, weight));
  }
  return [...best.values()].reduce((sum, value) => sum + value, 0);
}
