/** Instructors and liaison officers: one record per person, one assignment per unit, over several rows. */
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from '../columns/field-catalogue';
import { labelOfValue } from '../fixes';
import type { FieldValues, ImportProblem, ReadAssignment, ReadInstructor } from '../model';
import { personKey } from '../normalize-name';
import { cellOf, columnOf, type ParsedRow, type ParsedSheet } from '../parsed-rows';
import { atCell } from '../place';
import type { NamedInstructor } from './assemble-units';
import { listIn, merged, textIn, valuesOf } from './record-values';

interface Group {
  row: number;
  rows: number[];
  isHidden: boolean;
  values: FieldValues;
  assignments: ReadAssignment[];
}

/** People named in passing in a ledger of units; the same name in one sheet is the same person. */
export class InstructorGroups {
  private readonly groups: Group[] = [];
  private readonly byKey = new Map<string, number>();
  readonly problems: ImportProblem[] = [];
  constructor(private readonly sheet: ParsedSheet) {}

  /** @returns index of the person in `finish()` */
  add(
    row: ParsedRow,
    person: NamedInstructor,
    unitNames: readonly (string | null)[],
    firstUnit: number,
  ): number {
    const assignments = unitNames.map(
      (unitName, i): ReadAssignment => ({
        row: row.row,
        unitName: unitName ?? '',
        unit: firstUnit + i,
        values: {},
      }),
    );
    const values = { name: person.name, role: person.role, phone: person.phone };
    return this.put(row, `${person.role} ${personKey(person.name)}`, values, assignments);
  }

  /** A row of an instructors' ledger. */
  addRow(row: ParsedRow, name: string): number {
    const values = {
      ...valuesOf(row, 'instructor'),
      name,
      role: textIn(row, 'instructor.role') ?? this.roleOfSheet(),
    };
    const own = valuesOf(row, 'assignment');
    delete own['unitName'];
    const assignments = listIn(row, 'assignment.unitName').map(
      (unitName): ReadAssignment => ({ row: row.row, unitName, unit: null, values: own }),
    );
    return this.put(row, personKey(name) + (textIn(row, 'instructor.phone') ?? ''), values, assignments);
  }

  /** A row without a name: the person of the row above goes on. */
  addTo(index: number, row: ParsedRow): void {
    const group = this.groups[index];
    if (!group) return;
    const own = valuesOf(row, 'assignment');
    delete own['unitName'];
    group.rows.push(row.row);
    for (const unitName of listIn(row, 'assignment.unitName'))
      group.assignments.push({ row: row.row, unitName, unit: null, values: own });
  }

  nameOf(index: number): string {
    return String(this.groups[index]?.values['name'] ?? '');
  }

  finish(): readonly ReadInstructor[] {
    return this.groups;
  }

  private put(
    row: ParsedRow,
    key: string,
    values: FieldValues,
    assignments: readonly ReadAssignment[],
  ): number {
    const known = this.byKey.get(key);
    const group = known === undefined ? undefined : this.groups[known];
    if (known !== undefined && group) {
      this.askDifferences(group, row, values);
      group.rows.push(row.row);
      group.values = merged(group.values, values);
      group.assignments.push(...assignments);
      return known;
    }
    this.groups.push({
      row: row.row,
      rows: [row.row],
      isHidden: row.isHidden,
      values,
      assignments: [...assignments],
    });
    this.byKey.set(key, this.groups.length - 1);
    return this.groups.length - 1;
  }

  /** Two rows of one name and telephone that disagree otherwise may still be two people. */
  private askDifferences(group: Group, row: ParsedRow, values: FieldValues): void {
    for (const key of ['fromUnit', 'post', 'gender', 'grade', 'role']) {
      const [before, now] = [group.values[key] ?? null, values[key] ?? null];
      if (before === null || now === null || before === now) continue;
      const field = `instructor.${key}`;
      const details = { name: String(group.values['name']), otherRow: group.row, label: labelOf(field) };
      const said = [before, now].map((value) => labelOfValue(field, value));
      this.problems.push(
        atCell(
          row.row,
          columnOf(this.sheet, field),
          cellOf(this.sheet, row.row, field),
          problems.personDetailsDiffer({ ...details, values: said }, field),
        ),
      );
    }
  }

  /** 联络员台账 is about liaison officers; a ledger of both leaves the role to its column. */
  private roleOfSheet(): string {
    const text =
      this.sheet.cells.name + (this.sheet.cells.rows[0] ?? []).map((cell) => cell?.value ?? '').join('');
    const nameHeading = columnOf(this.sheet, 'instructor.name')?.path.join('') ?? '';
    const about = nameHeading + text;
    if (/指导员/.test(about)) return 'instructor';
    return /联络员/.test(about) ? 'liaison' : /特派员/.test(about) ? 'envoy' : 'instructor';
  }
}

export interface AssembledInstructors {
  readonly instructors: readonly ReadInstructor[];
  readonly problems: readonly ImportProblem[];
}

/** A ledger of instructors (F4): merged or repeated names over several rows are one person. */
export function assembleInstructors(sheet: ParsedSheet): AssembledInstructors {
  const groups = new InstructorGroups(sheet);
  const found: ImportProblem[] = [];
  let last: { readonly index: number; readonly row: number } | null = null;
  for (const row of sheet.rows) {
    const names = listIn(row, 'instructor.name');
    if (names.length > 0) {
      for (const name of names) last = { index: groups.addRow(row, name), row: row.row };
      continue;
    }
    const column = columnOf(sheet, 'instructor.name');
    if (last !== null) {
      groups.addTo(last.index, row);
      const problem = problems.carriedName(
        { name: groups.nameOf(last.index), fromRow: last.row },
        'instructor.name',
      );
      found.push(atCell(row.row, column, null, problem));
    } else
      found.push(atCell(row.row, column, null, problems.nameMissing({ label: '姓名' }, 'instructor.name')));
  }
  return { instructors: groups.finish(), problems: [...groups.problems, ...found] };
}
