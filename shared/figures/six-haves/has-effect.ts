/**
 * 有作用: at least `minEffects` effect records in the last `effectMonths` months that a person confirmed, and no
 * appraisal of the organization below `minScore` points. Unconfirmed records are shown but never count.
 */
import type { LedgerRecord } from '@shared/domain/record';
import { relatedDocuments } from '@shared/rules/relations';
import { monthsBefore } from '../periods';
import { type AutoRule, limit, type RuleInput } from './rule-model';

type Effect = Extract<LedgerRecord, { kind: 'effect' }>;

export const hasEffect: AutoRule = (input, criterion) => {
  const months = limit(criterion, 'effectMonths', 12);
  const effects = listEffects(input, monthsBefore(input.asOf, months));
  const confirmed = effects.filter(
    (effect) => effect.confirmedOn !== null && effect.confirmedOn <= input.asOf,
  ).length;
  const min = limit(criterion, 'minEffects', 2);
  const score = latestScore(input);
  const isPoor = score !== null && score < limit(criterion, 'minScore', 60);
  return {
    isMet: confirmed >= min && !isPoor,
    explain: () => {
      const short = min - confirmed;
      return {
        why: `近${months}个月登记作用发挥${effects.length}条，已确认${confirmed}条`,
        shortfalls: [
          ...(short <= 0 ? [] : [{ toDo: `还需登记并确认${short}条作用发挥记录`, gap: `差${short}条` }]),
          ...(isPoor ? [{ toDo: `党组织考评${score}分，为差`, gap: `考评${score}分` }] : []),
        ],
        amount: confirmed,
      };
    },
  };
};

function listEffects({ unit, org, relations, asOf }: RuleInput, from: string): Effect[] {
  const found = new Map<string, Effect>();
  const add = (record: LedgerRecord) => {
    if (record.kind === 'effect' && record.on > from && record.on <= asOf) found.set(record.id, record);
  };
  for (const record of relatedDocuments(relations, 'records', 'recordsByUnit', unit.id)) add(record);
  if (org)
    // A record of one covered unit is not an effect in its neighbours.
    for (const record of relatedDocuments(relations, 'records', 'recordsByOrg', org.id))
      if (!('unitId' in record) || record.unitId === null || record.unitId === unit.id) add(record);
  return [...found.values()];
}

/** Checked points of the organization's newest score sheet up to the year of the day; null = none. */
function latestScore({ org, relations, asOf }: RuleInput): number | null {
  if (!org) return null;
  let latest: { readonly order: string; readonly score: number } | null = null;
  for (const sheet of relatedDocuments(relations, 'assessments', 'assessmentsByOrg', org.id)) {
    if (sheet.kind !== 'scoreSheet' || sheet.year > Number(asOf.slice(0, 4))) continue;
    const checked = Object.values(sheet.items).map((one) => one.checked);
    if (checked.length === 0 || checked.includes(null)) continue;
    // Of two sheets of one year it must be the same one everywhere, whatever order they are found in.
    const order = `${sheet.year} ${sheet.id}`;
    if (latest !== null && order <= latest.order) continue;
    latest = { order, score: checked.reduce<number>((sum, one) => sum + (one ?? 0), 0) };
  }
  return latest?.score ?? null;
}
