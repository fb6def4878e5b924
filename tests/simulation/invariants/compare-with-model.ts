/** Invariants 3 and 4, and that the county holds what the rules say: its tables against the model. */
import { isDeepStrictEqual } from 'node:util';
import type { Plain } from '../model/apply-rules';
import { type CountyModel, countyName } from '../model/county-model';
import { fieldsOf, type ModelDocument } from '../model/model-document';
import { type CountyState, historyOf, type LoggedEdit, type StoredDocument } from './county-state';

export function compareWithModel(county: CountyState, model: CountyModel): string[] {
  const problems: string[] = [];
  for (const [key, expected] of model.documents) {
    const stored = county.documents.get(key);
    problems.push(...(stored ? compareDocument(key, stored, expected) : [`${key}: the county lost it`]));
  }
  for (const key of county.documents.keys())
    if (!model.documents.has(key)) problems.push(`${key}: the county has it, and no edit made it`);
  if (county.seq < model.seq)
    problems.push(`PULL-1: counter at ${county.seq}, numbers given up to ${model.seq}`);
  return [...problems, ...numbersOnce(county), ...chainProblems(county.log)];
}

function compareDocument(key: string, stored: StoredDocument, expected: ModelDocument): string[] {
  const problems: string[] = [];
  const fields = fieldsOf(stored.body);
  for (const name of new Set([...Object.keys(fields), ...Object.keys(expected.fields)]))
    if (name in expected.fields && !isAsTold(fields[name], expected.fields[name], name))
      problems.push(`${key} ${name}: ${say(fields[name])}, by the rules ${say(expected.fields[name])}`);
  if (expected.seq !== null && stored.seq !== expected.seq)
    problems.push(`${key}: number ${stored.seq}, answered ${expected.seq}`);
  if (stored.body['seq'] !== stored.seq)
    problems.push(`${key}: says ${say(stored.body['seq'])}, lies at ${stored.seq}`);
  const made = historyOf(stored).filter(({ by }) => by !== countyName);
  const ids = made.map(({ editId }) => editId);
  const expectedIds = expected.history.map(({ editId }) => editId);
  if (!isDeepStrictEqual(ids, expectedIds))
    problems.push(`${key} HIST-1: history ${say(ids)}, by the rules ${say(expectedIds)}`);
  expected.history.forEach((entry, index) => {
    const kept = Object.keys(made[index]?.kept ?? {}).sort();
    if (!isDeepStrictEqual(kept, [...entry.kept].sort()))
      problems.push(`${key} HIST-1: ${entry.editId} kept ${say(kept)}, by the rules ${say(entry.kept)}`);
  });
  return problems;
}

/** Of the county's side of a conflict the model knows the value alone, but when a device brought it back (EPOCH-3). */
const isAsTold = (stored: unknown, expected: unknown, name: string): boolean =>
  name === 'theirs'
    ? isDeepStrictEqual(sideValue(stored), sideValue(expected))
    : isDeepStrictEqual(stored, expected);
const sideValue = (side: unknown): unknown => (side as Plain | undefined)?.['value'];

/** PULL-1: one number, one document. */
function numbersOnce({ documents }: CountyState): string[] {
  const holders = new Map<number, string>();
  const problems: string[] = [];
  for (const [key, { seq }] of documents) {
    const other = holders.get(seq);
    if (other !== undefined) problems.push(`PULL-1: ${key} and ${other} both have number ${seq}`);
    holders.set(seq, key);
  }
  return problems;
}

/** HIST-2, as far as it shows without knowing what is digested: every row hangs on the one before. */
function chainProblems(log: readonly LoggedEdit[]): string[] {
  const problems: string[] = [];
  let last: LoggedEdit | null = null;
  for (const row of log) {
    const before: LoggedEdit | null = last?.orgUnitId === row.orgUnitId ? last : null;
    if (row.height !== (before?.height ?? 0) + 1)
      problems.push(`HIST-2: ${row.orgUnitId} has a gap before ${row.height}`);
    if (before && row.previousHash !== before.hash)
      problems.push(`HIST-2: ${row.orgUnitId} is broken at ${row.height}`);
    last = row;
  }
  return problems;
}

const say = (value: unknown): string => JSON.stringify(value) ?? 'missing';
