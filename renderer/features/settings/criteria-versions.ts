/** Criteria sets an office can judge 六有 by, and new dated versions of one with other thresholds. */
import type { Operation } from '@renderer/data/register-store';
import type { CriteriaSet, Criterion } from '@shared/domain/rule-set';
import type { Setting } from '@shared/domain/setting';
import { defaultCriteriaSets } from '@shared/rules/default-criteria-sets';
import { criteriaSetOn } from '@shared/rules/rule-set-on';
import { versionNameFor } from './rule-set-versions';

export type StoredCriteriaSet = Extract<Setting, { kind: 'criteriaSet' }>;

export const storedCriteriaSets = (settings: readonly Setting[]): StoredCriteriaSet[] =>
  settings.filter((setting) => setting.kind === 'criteriaSet');

/** Code and name of every set with items on a day; sets still to be filled in cannot be chosen. */
export function criteriaChoices(
  stored: readonly StoredCriteriaSet[],
  day: string,
): { readonly value: string; readonly label: string }[] {
  const codes = [...new Set([...defaultCriteriaSets, ...stored].map((set) => set.code))];
  return codes
    .map((code) => criteriaSetOn(day, stored, code))
    .filter((set) => set.items.length > 0)
    .map((set) => ({ value: set.code, label: set.name }));
}

export interface ThresholdWords {
  readonly label: string;
  /** Unit of measure; `flag` = asked for (1) or not (0). */
  readonly measure: string;
}

/** What a threshold means; one without words here is not offered for change. */
export const thresholdWords: Readonly<Record<string, ThresholdWords>> = {
  needsSecretary: { label: '要求书记在任', measure: 'flag' },
  needsTerm: { label: '要求任期未超', measure: 'flag' },
  minAreaM2: { label: '场地面积不少于', measure: '㎡' },
  sharedMinUses: { label: '共享阵地使用不少于', measure: '次' },
  useMonths: { label: '使用次数统计最近', measure: '个月' },
  needsPhoto: { label: '要求附照片', measure: 'flag' },
  minAmountYuan: { label: '当年经费不少于', measure: '元' },
  needsBudget: { label: '要求纳入预算', measure: 'flag' },
  generalPerQuarter: { label: '党员大会每季度不少于', measure: '次' },
  minActiveMonths: { label: '有活动的月份不少于', measure: '个月' },
  minAttendancePct: { label: '到会率不低于', measure: '%' },
  minCoreDocuments: { label: '核心制度不少于', measure: '项' },
  minDocuments: { label: '制度不少于', measure: '项' },
  minEffects: { label: '作用发挥记录不少于', measure: '条' },
  effectMonths: { label: '作用记录统计最近', measure: '个月' },
  minScore: { label: '考评不低于', measure: '分' },
  minPointsPct: { label: '得分不低于满分的', measure: '%' },
};

/** What a version sets: thresholds of the items, and how many items it takes. */
export type Standard = Pick<CriteriaSet, 'items' | 'passMin' | 'basicMin'>;

export const withThreshold = (standard: Standard, code: string, name: string, value: number): Standard => ({
  ...standard,
  items: standard.items.map(
    (item): Criterion =>
      item.code === code ? { ...item, thresholds: { ...item.thresholds, [name]: value } } : item,
  ),
});

/** Like rule sets: corrected in place on its own first day, otherwise ended there and followed by a copy. */
export function startStandard(
  stored: readonly StoredCriteriaSet[],
  current: CriteriaSet,
  standard: Standard,
  validFrom: string,
): Operation[] {
  const { items, passMin, basicMin } = standard;
  const own = stored.find((set) => set.code === current.code && set.version === current.version);
  if (own?.validFrom === validFrom)
    return [{ op: 'change', collection: 'settings', id: own.id, changes: { items, passMin, basicMin } }];
  const ending: Operation[] = own
    ? [{ op: 'change', collection: 'settings', id: own.id, changes: { validTo: validFrom } }]
    : [];
  const { code, name, validTo } = current;
  const taken = stored.filter((set) => set.code === code).map((set) => set.version);
  const version = versionNameFor(taken, validFrom);
  return [
    ...ending,
    {
      op: 'create',
      collection: 'settings',
      draft: { kind: 'criteriaSet', code, name, version, validFrom, validTo, items, passMin, basicMin },
    },
  ];
}
