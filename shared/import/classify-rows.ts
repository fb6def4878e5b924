/** What each row below the heading is: a record, a total, a footer, a heading printed again, a section line. */
import { headingKey } from './columns/heading-key';
import type { Cell, SkippedRow, SkipReason } from './model';
import type { SheetInWork, TotalRow } from './parsed-rows';
import { looksLikeUnitName } from './parsers/parse-unit-name';
import { compact } from './parsers/tidy-text';
import { cellAt, textOf } from './sheet-view';

export interface RowClasses {
  readonly dataRows: readonly number[];
  readonly totals: readonly TotalRow[];
  readonly skipped: readonly SkippedRow[];
  /** Data rows that stand below a footer (H7): read all the same, and asked. */
  readonly afterFooter: ReadonlySet<number>;
  /** Village lines (一、东山村) above data rows: row → name. */
  readonly sections: ReadonlyMap<number, string>;
}

const totalText =
  /(?:合计|小计|总计|累计|共计|总合计|合计数|本页计|本页合计|村计|总数)(?:[(（][^)）]*[)）])?[:：]?(?:\d+[家户个人名处间所条]*)?$/;
const footerText =
  /^(?:填报人|填表人|制表|审核|复核|主要负责人|单位负责人[:：]|负责人[:：(（]|分管领导[:：]|经办人|填报单位|报送单位|填报时间|填报日期|填表时间|填表日期|制表时间|报送时间|统计时间|联系电话[:：]|联系人[:：]|电话[:：]|备注[:：]|注[:：]|注\d|说明[:：]|说明$|填表说明|填报说明|备注说明|※|\*|以下空白|此表)/;
const sectionText =
  /^[(（]?[一二三四五六七八九十]+[)）、.]|(?:村|社区|园区|居委会|街道|网格)(?:[(（].*[)）])?$/;
/** 河东社区企业台账: the title of a page or of a part. */
const placeInTitle =
  /^(?:.{1,6}[镇乡])?([^镇乡]{2,8}(?:村|社区|居委会))(?:.{0,12}(?:台账|情况表?|统计表|名册|一览表|底册|明细))(?:[(（].*[)）])?$/;
const placeText = /^.{1,15}(?:村|社区|园区|居委会|街道|网格)$/;

/** Field that names the record, per kind; a row without it is still data when anything else is filled. */
export const nameFields: Readonly<Record<string, string>> = {
  units: 'unit.name',
  socialOrgs: 'unit.name',
  partyOrgs: 'partyOrg.name',
  instructors: 'instructor.name',
  partyRooms: 'room.name',
  people: 'person.name',
};

interface RowView {
  readonly row: number;
  readonly filled: readonly { readonly column: number; readonly cell: Cell }[];
}

export function classifyRows(sheet: SheetInWork): RowClasses {
  const state = new Classes(sheet);
  const first = (sheet.headerRows.at(-1) ?? 0) + 1;
  for (let row = first; row <= sheet.cells.rows.length; row++) state.add(row);
  state.takeTitles();
  return state;
}

const hasPlaceholder = (name: string): boolean => /某某|[Xx×*]{2}/.test(name);

class Classes implements RowClasses {
  readonly dataRows: number[] = [];
  readonly totals: TotalRow[] = [];
  readonly skipped: SkippedRow[] = [];
  readonly afterFooter = new Set<number>();
  readonly sections = new Map<number, string>();
  private readonly titleParts = new Map<number, string>();
  private readonly headerKeys: readonly ReadonlySet<string>[];
  private readonly ignored: ReadonlySet<number>;
  private readonly nameColumn: number;
  private isPastFooter = false;

  constructor(private readonly sheet: SheetInWork) {
    this.headerKeys = sheet.headerRows.map(
      (row) =>
        new Set((sheet.cells.rows[row - 1] ?? []).map((cell) => headingKey(textOf(cell))).filter(Boolean)),
    );
    this.ignored = new Set(
      sheet.columns.filter(({ field }) => field === 'row.ignored').map(({ index }) => index),
    );
    this.nameColumn = sheet.columns.find(({ field }) => field === nameFields[sheet.kind])?.index ?? -1;
  }

  add(row: number): void {
    const view = this.viewOf(row);
    if (view.filled.length === 0) return;
    const why = this.skipReason(view);
    if (why === null) {
      this.dataRows.push(row);
      if (this.isPastFooter) this.afterFooter.add(row);
      return;
    }
    const text = view.filled
      .map(({ cell }) => textOf(cell))
      .join(' ')
      .slice(0, 80);
    this.skipped.push({ row, why, text });
    if (why === 'footer') this.isPastFooter = true;
    // The table goes on: what looked like a footer was the head of its next page.
    if (why === 'repeatedHeader') this.isPastFooter = false;
  }

  /** Parts with titles of their own: then the title above the first heading names its village as well. */
  takeTitles(): void {
    const firstRow = this.sheet.headerRows[0] ?? 1;
    if (this.titleParts.size === 0) return;
    for (let row = 1; row < firstRow; row++)
      for (const { cell } of this.viewOf(row).filled) {
        const place = placeInTitle.exec(compact(textOf(cell)))?.[1];
        if (place !== undefined) this.titleParts.set(row, place);
      }
    const lines = [...this.sections, ...this.titleParts].sort(([a], [b]) => a - b);
    this.sections.clear();
    for (const [row, place] of lines) this.sections.set(row, place);
  }

  private viewOf(row: number): RowView {
    const filled = (this.sheet.cells.rows[row - 1] ?? []).flatMap((cell, column) =>
      cell === null ? [] : [{ column, cell }],
    );
    return { row, filled };
  }

  private skipReason(view: RowView): SkipReason | null {
    if (this.isRepeatedHeader(view)) return 'repeatedHeader';
    if (this.isTotal(view)) return 'total';
    if (this.isFooter(view)) return 'footer';
    return this.isColumnNumbers(view) || this.isSample(view) || this.isNote(view) ? 'note' : null;
  }

  /** 甲 | 乙 | 1 | 2 | 3 below the heading: the columns of a statistical form, numbered. */
  private isColumnNumbers({ filled }: RowView): boolean {
    if (this.dataRows.length > 0 || filled.length < 3) return false;
    const texts = filled.map(({ cell }) => compact(textOf(cell)));
    const numbers = texts.filter((text) => !/^[甲乙丙丁戊己庚辛壬癸]$/.test(text)).map(Number);
    return numbers.every((value, i) => value === (numbers[0] ?? 0) + i && value <= 200);
  }

  /** 例 | 某某有限公司 in the first row: how the template wants to be filled in. An office may hide all its names so. */
  private isSample({ row, filled }: RowView): boolean {
    if (this.dataRows.length > 0) return false;
    const first = compact(textOf(filled[0]?.cell ?? null));
    const name = this.nameIn(row);
    if (/^(?:例|示例|样例|举例|例如)\d?[:：]?$/.test(first)) return true;
    if (/^[(（]?(?:例如|示例|样例|例)[)）:：]/.test(name)) return true;
    const later = this.sheet.cells.rows.slice(row).map((_, i) => this.nameIn(row + 1 + i));
    return hasPlaceholder(name) && !later.some(hasPlaceholder);
  }

  private nameIn(row: number): string {
    return compact(textOf(this.sheet.cells.rows[row - 1]?.[this.nameColumn] ?? null));
  }

  private isRepeatedHeader({ filled }: RowView): boolean {
    const texts = filled
      .filter(({ cell }) => cell.kind === 'text')
      .map(({ cell }) => headingKey(textOf(cell)));
    return this.headerKeys.some(
      (keys) => texts.length >= 2 && texts.filter((text) => keys.has(text)).length * 2 > filled.length,
    );
  }

  /** The word stands at the left, where a record has its number, village or name. */
  private isTotal({ row, filled }: RowView): boolean {
    const lead = filled.filter(({ column }, i) => i < 2 || column <= this.nameColumn).slice(0, 6);
    const found = lead.find(({ cell }) => {
      const text = compact(textOf(cell));
      return cell.kind === 'text' && text.length <= 16 && totalText.test(text) && !looksLikeUnitName(text);
    });
    if (!found || this.hasUnitName(filled)) return false;
    const label = compact(textOf(found.cell));
    this.totals.push({
      row,
      label,
      isSubtotal: /小计|村计|本页/.test(label) || !/^(?:全[镇乡县]|总)?[合总累共]/.test(label),
    });
    return true;
  }

  private hasUnitName(filled: RowView['filled']): boolean {
    const cell = filled.find(({ column }) => column === this.nameColumn)?.cell;
    const text = compact(textOf(cell ?? null));
    // 合计 | 45: the number of units under their names, text in a text file.
    return cell?.kind === 'text' && !totalText.test(text) && !/^共?\d+[户家个处间所名人]*$/.test(text);
  }

  private isFooter({ filled }: RowView): boolean {
    const text = compact(textOf(filled[0]?.cell ?? null));
    if (!footerText.test(text)) return false;
    const name = filled.find(({ column }) => column === this.nameColumn);
    return name === undefined || name === filled[0] || /[:：]/.test(textOf(name.cell));
  }

  /** 三 | 黄泥村: a village with its number where records have theirs, and nothing else. */
  private isPlaceLine({ row, filled }: RowView, mapped: number): boolean {
    const name = filled.find(({ column }) => column === this.nameColumn);
    const place = compact(textOf(name?.cell ?? null));
    if (name === undefined || mapped !== 1 || !placeText.test(place) || looksLikeUnitName(place))
      return false;
    const others = filled.filter((one) => one !== name);
    if (others.some(({ cell }) => !/^[(（]?[一二三四五六七八九十]+[)）、.]?$/.test(compact(textOf(cell)))))
      return false;
    this.sections.set(row, place);
    return true;
  }

  private isTitleOfPart({ row, filled: [only, ...others] }: RowView): boolean {
    const place = placeInTitle.exec(compact(textOf(only?.cell ?? null)))?.[1];
    if (place === undefined || others.length > 0) return false;
    this.titleParts.set(row, place);
    return true;
  }

  /** A line across the table, a number without a record, or remarks behind the footer. */
  private isNote(view: RowView): boolean {
    const { row, filled } = view;
    const [only] = filled;
    const mapped = filled.filter(
      ({ column }) => this.sheet.columns[column]?.field != null && !this.ignored.has(column),
    );
    if (this.isPlaceLine(view, mapped.length) || this.isTitleOfPart(view)) return true;
    if (mapped.length === 0 && filled.length > 1) return true;
    if (this.isPastFooter && (mapped.length < 3 || !this.hasUnitName(filled))) return true;
    if (filled.length > 1 || only === undefined) return false;
    const text = compact(textOf(only.cell));
    const isWide = this.sheet.cells.merges.some(
      (merge) => merge.top === row && merge.left <= only.column && merge.right >= only.column + 2,
    );
    if (only.column === this.nameColumn && !isWide) return false;
    // A row numbered in advance and never filled.
    if (!isWide && !sectionText.test(text)) return this.ignored.has(only.column);
    const place = text.replace(/^[(（]?[一二三四五六七八九十]+[)）、.]/, '').replace(/[(（].*[)）]$/, '');
    if (placeText.test(place)) this.sections.set(row, place);
    return true;
  }
}

/** Village line in force at a row; null before the first. */
export function sectionAt(sections: ReadonlyMap<number, string>, row: number): string | null {
  let found: string | null = null;
  for (const [line, name] of sections) if (line < row) found = name;
  return found;
}

/** Cells of merges that reach down below their first row, by row and column (H5). */
export function carriedCells(sheet: SheetInWork): ReadonlyMap<number, ReadonlyMap<number, CarriedCell>> {
  const carried = new Map<number, Map<number, CarriedCell>>();
  const headerEnd = sheet.headerRows.at(-1) ?? 0;
  for (const { top, bottom, left } of sheet.cells.merges) {
    const cell = cellAt(sheet.cells, top, left);
    if (top <= headerEnd || bottom === top || cell === null) continue;
    for (let row = top + 1; row <= bottom; row++) {
      const line = carried.get(row) ?? new Map<number, CarriedCell>();
      line.set(left, { cell, top, bottom });
      carried.set(row, line);
    }
  }
  return carried;
}

export interface CarriedCell {
  readonly cell: Cell;
  readonly top: number;
  readonly bottom: number;
}
