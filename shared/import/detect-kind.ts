/** What a sheet is a list of: the kind whose columns explain its heading best, with a hint from its titles. */
import { type MappedColumns, mapColumns } from './03-map-columns';
import { nameFields } from './classify-rows';
import { headingKey } from './columns/heading-key';
import type { ImportContext, SheetCells, SheetKind } from './model';

export interface DetectedKind {
  readonly kind: SheetKind;
  readonly mapped: MappedColumns;
  /** False: neither columns nor titles are clear, so the wizard asks. */
  readonly isSure: boolean;
}

type RealKind = Exclude<SheetKind, 'unknown'>;
const realKinds: readonly RealKind[] = [
  'units',
  'socialOrgs',
  'partyOrgs',
  'instructors',
  'partyRooms',
  'people',
];

const hints: Readonly<Record<RealKind, RegExp>> = {
  units: /非公|企业|两新组织|新经济组织|民营/,
  socialOrgs: /社会组织|社会团体|民办非企业|社团|民非/,
  partyOrgs: /党组织(?:基本情况|台账|花名册|名册|一览|信息|情况表|统计)|支部(?:名册|花名册|台账|一览)/,
  instructors: /指导员|联络员|特派员|选派/,
  partyRooms: /阵地|活动室|活动场所|场地|党群服务中心/,
  people: /党员(?:花?名册|信息|名单|基本信息|基本情况|台账)|花名册|发展对象|积极分子|流动党员/,
};

/** Without one of these a sheet is not of that kind, whatever else matches. */
const needs: Readonly<Record<RealKind, readonly string[]>> = {
  units: ['unit.name'],
  socialOrgs: ['unit.name'],
  partyOrgs: ['partyOrg.name'],
  instructors: ['instructor.name'],
  partyRooms: ['room.name'],
  people: ['person.name'],
};
const socialColumns = ['unit.registrar', 'unit.competentBody', 'unit.annualCheck', 'unit.socialType'];

/** Columns that speak against a kind although its own are there. */
const against: Readonly<Partial<Record<RealKind, readonly string[]>>> = {
  instructors: ['person.idNo'],
};

export function detectKind(
  sheet: SheetCells,
  fileName: string,
  headerRows: readonly number[],
  paths: readonly (readonly string[])[],
  context: ImportContext,
): DetectedKind {
  const chosen = context.sheetChoices[sheet.name]?.kind;
  const map = (kind: SheetKind): MappedColumns => mapColumns(sheet, headerRows, paths, kind, context);
  if (chosen !== undefined) return { kind: chosen, mapped: map(chosen), isSure: true };
  const titles = titleText(sheet, headerRows);
  const ranked = realKinds
    .map((kind) => {
      const mapped = map(kind);
      return { kind, mapped, score: scoreOf(kind, mapped, sheet.name, titles, fileName) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.score < 2) return { kind: 'unknown', mapped: map('unknown'), isSure: false };
  return { kind: best.kind, mapped: best.mapped, isSure: best.score - (second?.score ?? 0) >= 0.3 };
}

const titleText = (sheet: SheetCells, headerRows: readonly number[]): string =>
  sheet.rows
    .slice(0, (headerRows[0] ?? 1) - 1)
    .flat()
    .map((cell) => cell?.value ?? '')
    .join(' ');

function scoreOf(
  kind: RealKind,
  mapped: MappedColumns,
  sheetName: string,
  titles: string,
  fileName: string,
): number {
  const fields = new Set(mapped.columns.map(({ field }) => field));
  if (!needs[kind].some((field) => fields.has(field))) return 0;
  const hint =
    (hints[kind].test(sheetName) ? 2 : 0) +
    (hints[kind].test(titles) ? 1.5 : 0) +
    (hints[kind].test(fileName) ? 0.5 : 0);
  if ((hint === 0 && !isEvident(kind, mapped)) || isListOfPeople(kind, mapped)) return 0;
  const social = socialColumns.filter((field) => fields.has(field)).length;
  const own = kind === 'socialOrgs' ? (social >= 2 ? social * 0.8 : 0) : kind === 'units' ? 0.2 : 0;
  const contrary = (against[kind] ?? []).filter((field) => fields.has(field)).length;
  return mapped.fit + hint + own - contrary;
}

/** 姓名 and then 单位, where somebody works: one row is a person, not a unit. */
function isListOfPeople(kind: RealKind, { columns }: MappedColumns): boolean {
  const isHeaded = (words: RegExp, field: string | null): boolean =>
    columns.some(
      (column) =>
        column.field === field && column.path.length === 1 && words.test(headingKey(column.path[0] ?? '')),
    );
  return (
    (kind === 'units' || kind === 'socialOrgs') &&
    isHeaded(/^姓名$/, null) &&
    isHeaded(/^(?:所在|工作)?单位$/, 'unit.name')
  );
}

const memberColumns = ['idNo', 'joinedOn', 'fullOn', 'stage', 'relationOrgName', 'duesThrough'].map(
  (field) => `person.${field}`,
);

/** 姓名, 职务 and 电话 alone are any list of people: one of members or instructors has more to say. */
function isEvident(kind: RealKind, { columns }: MappedColumns): boolean {
  const has = (fields: readonly string[]): boolean =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  // 有场地 of the list of six conditions resembles the name of a room.
  if (kind === 'partyRooms')
    return columns.some(({ field, mappedBy }) => field === 'room.name' && mappedBy !== 'content');
  if (kind === 'people') return has(memberColumns);
  if (kind !== 'instructors') return true;
  const headingOf = (name: string): string =>
    columns.find(({ field }) => field === name)?.path.join('') ?? '';
  // 单位 beside 姓名 is where somebody works, on a list of those present at a meeting.
  return (
    hints.instructors.test(headingOf('instructor.name')) ||
    (headingOf('assignment.unitName') !== '' &&
      !/^(?:所在|工作)?(?:单位|企业|公司)(?:名称)?$/.test(headingOf('assignment.unitName')))
  );
}

/** Field whose column a sheet of this kind cannot do without. */
export const keyFieldOf = (kind: SheetKind): string | null => nameFields[kind] ?? null;
