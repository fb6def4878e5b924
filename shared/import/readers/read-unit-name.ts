/** The name column: old names, several firms, remarks in brackets, or a Party organization in the wrong place. */
import { importProblems as problems } from '@shared/problems/import-problems';
import { fixOf, labelOfValue } from '../fixes';
import type { FieldValue } from '../model';
import { statusIn } from '../parsers/parse-status-words';
import { looksLikeOrgName, parseUnitName, splitUnitNames, unitOfOrgName } from '../parsers/parse-unit-name';
import { isBlankSign, tidyName } from '../parsers/tidy-text';
import { textOf } from '../sheet-view';
import { type Doubt, one, type Reader, type Reading } from './reading';

export const unitName: Reader = (cell, spec) => {
  const content = textOf(cell);
  if (tidyName(content) === '' || isBlankSign(content) || /^(?:无|没有|空)$/.test(tidyName(content)))
    return one(spec, null);
  if (spec.field !== 'unit.name') return one(spec, parseUnitName(content).name);
  if (looksLikeOrgName(tidyName(content))) return readOrgInstead(tidyName(content));
  const names = splitUnitNames(content).map((piece) => readOne(piece));
  const [first] = names;
  if (!first) return one(spec, null);
  const values: Record<string, FieldValue> = { 'unit.name': first.name };
  if (first.formerNames.length > 0) values['unit.formerNames'] = first.formerNames;
  if (names.length === 1) return { values, doubts: first.doubts };
  values['row.moreUnits'] = names.slice(1).map(({ name }) => name);
  const several = problems.severalUnits({ names: names.map(({ name }) => name) }, 'unit.name');
  return { values, doubts: [{ problem: several }, ...first.doubts] };
};

interface OneName {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly doubts: readonly Doubt[];
}

function readOne(piece: string): OneName {
  const remark = /[(（]([^()（）]*)[)）]$/.exec(tidyName(piece));
  const status = remark ? statusIn(remark[1] ?? '') : null;
  const bare = status && remark ? tidyName(piece).slice(0, remark.index) : piece;
  const { name, formerNames } = parseUnitName(bare);
  const doubts: Doubt[] = [];
  if (status) {
    const label = labelOfValue('unit.status', status.status);
    doubts.push({
      problem: problems.nameStatus({ found: remark?.[1] ?? '', label }, 'unit.status'),
      choices: [fixOf('unit.status', status.status), fixOf('unit.status', 'operating')],
    });
  }
  if (formerNames.length > 0)
    doubts.push({
      problem: problems.formerName({ name, former: formerNames }, 'unit.name'),
      choices: [fixOf('unit.name', name), fixOf('unit.name', tidyName(bare))],
    });
  return { name, formerNames, doubts };
}

function readOrgInstead(found: string): Reading {
  const name = unitOfOrgName(found);
  const problem = problems.orgNameInUnit({ found, name }, 'unit.name');
  return {
    values: { 'unit.name': name, 'partyOrg.name': found, 'row.isOrgOnly': name === null },
    doubts: [name === null ? { problem } : { problem, fix: fixOf('unit.name', name) }],
  };
}
