/** Rows of one sheet that speak of the same firm or person (H22, H23). Across sheets and the register: step 06. */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { ImportProblem } from '../model';
import { firmKey } from '../normalize-name';
import type { ParsedRow, ParsedSheet } from '../parsed-rows';
import { includeOrNot } from '../place';
import { RowCheck } from './check-row';

const text = (row: ParsedRow, field: string): string => {
  const value = row.values[field];
  return typeof value === 'string' ? value : '';
};

export function checkDuplicates(sheet: ParsedSheet): readonly ImportProblem[] {
  if (sheet.kind === 'units' || sheet.kind === 'socialOrgs') return checkUnits(sheet);
  if (sheet.kind === 'people') return checkPeople(sheet);
  return [];
}

function checkUnits(sheet: ParsedSheet): ImportProblem[] {
  const byCode = new Map<string, ParsedRow>();
  const byName = new Map<string, ParsedRow>();
  return sheet.rows.flatMap((row) => {
    const check = new RowCheck(sheet, row);
    const [code, name] = [text(row, 'unit.uscc'), text(row, 'unit.name')];
    const keys = namesOf(row).map(firmKey);
    const sameCode = code === '' ? undefined : byCode.get(code);
    const sameName = keys.map((key) => byName.get(key)).find((found) => found !== undefined);
    const answers = includeOrNot;
    if (sameCode) {
      const otherName = text(sameCode, 'unit.name');
      check.report(
        'unit.uscc',
        problems.sameUscc({ found: code, otherRow: sameCode.row, otherName }),
        answers,
      );
    } else if (sameName) {
      const otherName = text(sameName, 'unit.name');
      check.report('unit.name', problems.sameName({ otherRow: sameName.row, otherName }), answers);
    }
    if (code !== '' && !sameCode) byCode.set(code, row);
    if (name !== '') for (const key of keys) if (!byName.has(key)) byName.set(key, row);
    return check.found;
  });
}

const namesOf = (row: ParsedRow): readonly string[] => {
  const former = row.values['unit.formerNames'];
  const name = text(row, 'unit.name');
  return [...(name === '' ? [] : [name]), ...(Array.isArray(former) ? former : [])];
};

function checkPeople(sheet: ParsedSheet): ImportProblem[] {
  const seen = new Map<string, ParsedRow>();
  return sheet.rows.flatMap((row) => {
    const [idNo, name, phone] = [
      text(row, 'person.idNo'),
      text(row, 'person.name'),
      text(row, 'person.phone'),
    ];
    const keys: (readonly [string, string])[] = [];
    if (idNo !== '') keys.push(['身份证号', `id ${idNo}`]);
    if (name !== '' && phone !== '') keys.push(['姓名和手机', `${name} ${phone}`]);
    const check = new RowCheck(sheet, row);
    for (const [label, key] of keys) {
      const other = seen.get(key);
      if (other && check.found.length === 0)
        check.report(
          label === '身份证号' ? 'person.idNo' : 'person.name',
          problems.samePerson({ otherRow: other.row, label }),
          includeOrNot,
        );
      if (!other) seen.set(key, row);
    }
    return check.found;
  });
}
