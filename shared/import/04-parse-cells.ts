/**
 * Step 04. Cells to typed values, row by row: merges fill down (H5), groups of ticks become one code (H16), 同上
 * copies, and everything doubtful becomes a problem at its cell. A clerk's answers win over the cells.
 */
import { importProblems as problems } from '@shared/problems/import-problems';
import { carryPlaces } from './carry-places';
import { type CarriedCell, carriedCells, classifyRows, nameFields, sectionAt } from './classify-rows';
import { factorOf } from './column-factor';
import { fieldsOf } from './columns/field-catalogue';
import type { FieldSpec, ParseKind } from './columns/field-spec';
import type { Answer, Cell, FieldValue, ImportProblem, ReadColumn } from './model';
import { columnsOfPlainTicks, type OneOfGroup, readGroup } from './one-of-groups';
import type { ParsedRow, ParsedSheet, SheetInWork } from './parsed-rows';
import { parseYesNo } from './parsers/parse-yes-no';
import { atCell, atRow, includeOrNot } from './place';
import { isCounted, readCell } from './readers/read-cell';
import type { Doubt } from './readers/reading';
import { textOf } from './sheet-view';

export interface ParsingContext {
  readonly asOf: string;
  readonly isDate1904: boolean;
  /** Cells come from text, where numbers and dates have lost their type. */
  readonly isUntyped: boolean;
  readonly answers: readonly Answer[];
}

interface PlainColumn {
  readonly column: ReadColumn;
  readonly spec: FieldSpec;
  readonly factor: number;
  /** An empty cell means no (a column of ticks). */
  readonly isPlainTick: boolean;
}

export function parseCells(sheet: SheetInWork, context: ParsingContext): ParsedSheet {
  return new SheetParser(sheet, context).parse();
}

class SheetParser {
  private readonly classes;
  private readonly plain: readonly PlainColumn[];
  private readonly groups: readonly OneOfGroup[];
  private readonly carried;
  private readonly hidden: ReadonlySet<number>;
  private readonly answers = new Map<number, Answer[]>();
  private readonly problems: ImportProblem[] = [];
  private above: Readonly<Record<string, FieldValue>> = {};
  /** Last cell of each column that said something itself, for 同上 below it. */
  private readonly spoken = new Map<number, Cell>();

  constructor(
    private readonly sheet: SheetInWork,
    private readonly context: ParsingContext,
  ) {
    this.classes = classifyRows(sheet);
    this.carried = carriedCells(sheet);
    this.hidden = new Set(sheet.cells.hiddenRows);
    this.plain = this.listPlain();
    this.groups = this.listGroups();
    for (const answer of context.answers)
      this.answers.set(answer.row, [...(this.answers.get(answer.row) ?? []), answer]);
  }

  parse(): ParsedSheet {
    const read = this.classes.dataRows
      .map((row) => this.parseRow(row))
      .filter(({ values }) => values['row.isIncluded'] !== false);
    const { rows, problems: carried } = carryPlaces(this.sheet, read, this.classes.totals);
    return {
      ...this.sheet,
      rows,
      totals: this.classes.totals,
      skippedRows: this.classes.skipped,
      problems: [...this.problems, ...carried],
    };
  }

  private specOf(column: ReadColumn): FieldSpec | undefined {
    return column.field === null ? undefined : fieldsOf(this.sheet.kind).byField.get(column.field);
  }

  private listPlain(): PlainColumn[] {
    const ticks = this.sheet.columns.filter((column) => this.specOf(column)?.parse === 'tick');
    const plainTicks = columnsOfPlainTicks(this.sheet.cells, ticks, this.classes.dataRows);
    return this.sheet.columns.flatMap((column): PlainColumn[] => {
      const spec = this.specOf(column);
      if (!spec || column.code !== null || spec.parse === 'ignore') return [];
      return [
        {
          column,
          spec,
          factor: factorOf(this.sheet, column, spec),
          isPlainTick: plainTicks.has(column.index),
        },
      ];
    });
  }

  private listGroups(): OneOfGroup[] {
    const byField = new Map<string, { spec: FieldSpec; columns: ReadColumn[] }>();
    for (const column of this.sheet.columns) {
      const spec = this.specOf(column);
      if (!spec || column.code === null) continue;
      const group = byField.get(spec.field) ?? { spec, columns: [] };
      group.columns.push(column);
      byField.set(spec.field, group);
    }
    return [...byField.values()];
  }

  private parseRow(row: number): ParsedRow {
    const values: Record<string, FieldValue> = {};
    const found: ImportProblem[] = [];
    for (const plain of this.plain) this.readPlain(row, plain, values, found);
    for (const group of this.groups) this.readOneOf(row, group, values, found);
    if (this.hidden.has(row)) found.push(atRow(row, problems.hiddenRow({}, 'row.isIncluded'), includeOrNot));
    if (this.classes.afterFooter.has(row))
      found.push(atRow(row, problems.rowAfterFooter({}, 'row.isIncluded'), includeOrNot));
    const answers = this.answers.get(row) ?? [];
    for (const answer of answers) values[answer.field] = answer.value;
    const answered = new Set(answers.map(({ field }) => field));
    this.problems.push(...found.filter(({ field }) => field === null || !answered.has(field)));
    this.above = values;
    const section = sectionAt(this.classes.sections, row);
    // A clerk's yes counts as consent, so nobody is asked again.
    const isHidden = this.hidden.has(row) && values['row.isIncluded'] !== true;
    const doubtful = new Set(found.flatMap(({ field }) => field ?? []));
    return { row, isHidden, values, doubtful, section };
  }

  private readPlain(
    row: number,
    { column, spec, factor, isPlainTick }: PlainColumn,
    values: Record<string, FieldValue>,
    found: ImportProblem[],
  ): void {
    const own = this.sheet.cells.rows[row - 1]?.[column.index] ?? null;
    const merge = own === null ? (this.carried.get(row)?.get(column.index) ?? null) : null;
    if (merge !== null && isCounted(spec.parse) && this.sheet.kind !== 'partyRooms') {
      this.reportMergedNumber(row, column, spec, merge, found);
      values[spec.field] = null;
      return;
    }
    const cell = this.meantBy(own ?? merge?.cell ?? null, column, spec);
    const reading = readCell(cell, spec, {
      asOf: this.context.asOf,
      isDate1904: this.context.isDate1904,
      isUntyped: this.context.isUntyped,
      factor,
      above: this.above[spec.field] ?? null,
    });
    for (const [field, value] of Object.entries(reading.values)) {
      // A value split off another cell (3(预备1)) never overwrites a column of its own.
      if (values[field] === undefined || values[field] === null) values[field] = value;
    }
    if (isPlainTick && cell === null) values[spec.field] = false;
    // A merged cell is judged once, where it stands.
    if (merge === null) found.push(...reading.doubts.map((doubt) => placed(row, column, cell, doubt)));
  }

  /** 同上 and 〃 mean the cell above, except where a copy would be counted or would identify another record. */
  private meantBy(cell: Cell | null, { index }: ReadColumn, { field, parse }: FieldSpec): Cell | null {
    if (cell === null) return null;
    const isDitto = cell.kind === 'text' && parseYesNo(cell.value) === 'ditto';
    if (!isDitto) this.spoken.set(index, cell);
    const isCopied = isDitto && !isCounted(parse) && !neverCopied.has(parse) && !ownNames.has(field);
    return isCopied ? (this.spoken.get(index) ?? cell) : cell;
  }

  private reportMergedNumber(
    row: number,
    column: ReadColumn,
    spec: FieldSpec,
    { cell, top, bottom }: CarriedCell,
    found: ImportProblem[],
  ): void {
    const problem = problems.mergedNumber({ found: textOf(cell), top, bottom }, spec.field);
    found.push(atCell(row, column, cell, problem));
  }

  private readOneOf(
    row: number,
    group: OneOfGroup,
    values: Record<string, FieldValue>,
    found: ImportProblem[],
  ): void {
    const line = this.sheet.cells.rows[row - 1] ?? [];
    const carried = this.carried.get(row);
    const cellOf = ({ index }: ReadColumn): Cell | null => line[index] ?? carried?.get(index)?.cell ?? null;
    const { value, doubts } = readGroup(group, cellOf);
    values[group.spec.field] = value;
    const [column = null] = group.columns;
    for (const doubt of doubts) found.push(placed(row, column, column && cellOf(column), doubt));
  }
}

const neverCopied: ReadonlySet<ParseKind> = new Set<ParseKind>(['uscc', 'idNo', 'visits', 'percent']);
const ownNames: ReadonlySet<string> = new Set(Object.values(nameFields));

const placed = (row: number, column: ReadColumn | null, cell: Cell | null, doubt: Doubt): ImportProblem =>
  atCell(row, column, cell, doubt.problem, {
    ...(doubt.fix ? { fix: doubt.fix } : {}),
    ...(doubt.choices ? { choices: doubt.choices } : {}),
  });
