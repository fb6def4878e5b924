/** Contradictions inside one row (H16, H31). */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { Problem } from '@shared/problems/problem';
import { nameFields } from '../classify-rows';
import { labelOf } from '../columns/field-catalogue';
import { fixOf, labelOfValue } from '../fixes';
import type { FieldValue, ImportProblem } from '../model';
import { noTick } from '../one-of-groups';
import { cellOf, columnOf, type ParsedRow, type ParsedSheet } from '../parsed-rows';
import { statusIn } from '../parsers/parse-status-words';
import { type Answers, atCell, atRow, includeOrNot } from '../place';
import { checkRowDates } from './check-row-dates';

/** One row under examination: values by type, and problems at the right cell. */
export class RowCheck {
  readonly found: ImportProblem[] = [];
  constructor(
    readonly sheet: ParsedSheet,
    readonly row: ParsedRow,
  ) {}

  number(field: string): number | null {
    const value = this.row.values[field];
    return typeof value === 'number' ? value : null;
  }
  text(field: string): string | null {
    const value = this.row.values[field];
    return typeof value === 'string' && value !== '' ? value : null;
  }
  has(field: string): boolean {
    const value: FieldValue | undefined = this.row.values[field];
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  }
  report(field: string, problem: Problem, answers: Answers = {}): void {
    const column = columnOf(this.sheet, field);
    const at = { ...problem, field: problem.field ?? field };
    this.found.push(
      column === null
        ? atRow(this.row.row, at, answers)
        : atCell(this.row.row, column, cellOf(this.sheet, this.row.row, field), at, answers),
    );
  }
}

export function checkRow(sheet: ParsedSheet, row: ParsedRow, asOf: string): readonly ImportProblem[] {
  const check = new RowCheck(sheet, row);
  checkName(check);
  if (sheet.kind === 'units' || sheet.kind === 'socialOrgs') {
    checkCounts(check);
    checkBuilt(check);
    checkTicks(check);
    checkRemarks(check);
  }
  checkRowDates(check, asOf);
  return check.found;
}

function checkName(check: RowCheck): void {
  const field = nameFields[check.sheet.kind];
  if (field === undefined || check.has(field) || check.row.values['row.isOrgOnly'] === true) return;
  // Instructors' ledgers leave the name out below its first row; step assemble carries it on and asks.
  if (check.sheet.kind === 'instructors') return;
  check.report(field, problems.nameMissing({ label: labelOf(field) }), includeOrNot);
}

const partsOfWhole: readonly (readonly [string, string])[] = [
  ['unit.staffFullTime', 'unit.staff'],
  ['unit.staffPartTime', 'unit.staff'],
  ['unit.declared.probationary', 'unit.declared.members'],
  ['unit.declared.under35', 'unit.declared.members'],
  ['unit.declared.middle', 'unit.declared.members'],
  ['unit.declared.technical', 'unit.declared.members'],
  ['unit.declared.frontline', 'unit.declared.members'],
  ['unit.declared.collegeUp', 'unit.declared.members'],
  ['unit.declared.members', 'row.membersInCharge'],
  ['unit.declared.partyWorkersFullTime', 'unit.declared.partyWorkers'],
];

function checkCounts(check: RowCheck): void {
  const [members, staff] = [check.number('unit.declared.members'), check.number('unit.staff')];
  if (members !== null && staff !== null && members > staff)
    check.report('unit.declared.members', problems.membersOverStaff({ members, staff }));
  for (const [partField, wholeField] of partsOfWhole) {
    const [part, whole] = [check.number(partField), check.number(wholeField)];
    if (part === null || whole === null || part <= whole) continue;
    const labels = { partLabel: labelOf(partField), wholeLabel: labelOf(wholeField) };
    check.report(partField, problems.partOverWhole({ part, whole, ...labels }));
  }
}

const orgDetails = [
  'partyOrg.formation',
  'partyOrg.tier',
  'partyOrg.foundedOn',
  'partyOrg.secretary',
  'partyOrg.name',
];

function checkBuilt(check: RowCheck): void {
  const built = check.row.values['row.orgBuilt'] ?? null;
  const filled = orgDetails.filter((field) => check.has(field));
  const yesOrNo = {
    choices: [fixOf('row.orgBuilt', true, '已建立'), fixOf('row.orgBuilt', false, '没有建立')],
  };
  if (built === false && filled.length > 0)
    check.report(
      'row.orgBuilt',
      problems.builtContradiction({ found: filled.map(labelOf).join('、') }),
      yesOrNo,
    );
  const reason = check.text('unit.notBuiltReason');
  if (built === true && reason !== null)
    check.report(
      'unit.notBuiltReason',
      problems.reasonContradiction({ found: labelOfValue('unit.notBuiltReason', reason) }),
      yesOrNo,
    );
}

/** A one-of group without any tick, where the rest of the row says that one is due. */
function checkTicks(check: RowCheck): void {
  const built = check.row.values['row.orgBuilt'] ?? null;
  const due: readonly (readonly [string, boolean])[] = [
    ['unit.ownership', true],
    ['unit.siteKind', true],
    ['partyOrg.formation', built === true],
    ['partyOrg.tier', built === true],
    ['unit.notBuiltReason', built === false],
    ['partyOrg.secretarySource', check.has('partyOrg.secretary')],
  ];
  for (const [field, isDue] of due) {
    const column = columnOf(check.sheet, field);
    if (!isDue || column?.code == null || check.has(field)) continue;
    // Two ticks leave the value empty as well; step 04 has said so.
    if (!check.row.doubtful.has(field)) check.report(field, noTick(field).problem);
  }
}

function checkRemarks(check: RowCheck): void {
  const found = check.text('unit.remarks');
  const status = found === null ? null : statusIn(found);
  if (found === null || status === null || check.has('unit.status')) return;
  const label = labelOfValue('unit.status', status.status);
  const choices = [fixOf('unit.status', status.status), fixOf('unit.status', 'operating')];
  check.report('unit.remarks', problems.remarkStatus({ found, label }, 'unit.status'), { choices });
}
