/**
 * What can be wrong with printed figures (validators V1–V12). Every finding shows its arithmetic, so that anybody can
 * check it with a pocket calculator.
 */
import { catalogue } from './problem';

interface Arithmetic {
  /** The calculation as it would be written on paper. */
  readonly arithmetic: string;
}
interface Labelled extends Arithmetic {
  readonly label: string;
}

export const figureProblems = catalogue('figure', {
  v1MembersPerBranch: {
    severity: 'warning',
    text: ({ arithmetic, missing, minPerBranch }: Arithmetic & { missing: number; minPerBranch: number }) =>
      `党员数不够分：${arithmetic}，至少${missing}个支部不足${minPerBranch}名正式党员。`,
  },
  v1UnitsPerOrg: {
    severity: 'warning',
    text: ({ arithmetic, missing }: Arithmetic & { missing: number }) =>
      `党组织数多于有条件单独组建的单位：${arithmetic}，至少${missing}个应为联合组建，否则不符合规定。`,
  },
  v2KindUnstated: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) =>
      `“${label}”没有说明是哪种覆盖（单独、联合、挂靠还是工作覆盖）：${arithmetic}。请写明口径。`,
  },
  v3FullWithUncovered: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) => `“${label}”为100%，但未覆盖清单不为空：${arithmetic}。`,
  },
  v3FullWithoutList: {
    severity: 'warning',
    text: ({ label }: Labelled) => `“${label}”为100%，应附未覆盖单位清单，清单为空才能这样写。`,
  },
  v4NoDenominator: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) =>
      `“${label}”没有写明分母${arithmetic === '' ? '' : `：${arithmetic}`}。请写明以什么为基数。`,
  },
  v4RateMismatch: {
    severity: 'error',
    text: ({ label, arithmetic }: Labelled) => `“${label}”与分子分母不符：${arithmetic}。`,
  },
  v4TwoBases: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) =>
      `“${label}”出现了基数不同的几个数：${arithmetic}。请分别写明基数。`,
  },
  v5DefinitionGap: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) =>
      `“${label}”的口径有缺口：${arithmetic}，缺口内的单位没有着落。`,
  },
  v6PartsNotTotal: {
    severity: 'error',
    text: ({ label, arithmetic }: Labelled) => `“${label}”各项之和与合计不符：${arithmetic}。`,
  },
  v7TwoValues: {
    severity: 'error',
    text: ({ label, arithmetic }: Labelled) => `“${label}”前后不一致：${arithmetic}。请核对后只用一个数。`,
  },
  v7Rounded: {
    severity: 'info',
    text: ({ label, arithmetic }: Labelled) => `“${label}”有约数也有确数：${arithmetic}。请统一用确数。`,
  },
  v8RuleConflict: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) => `“${label}”的次数要求互相矛盾：${arithmetic}。请统一规定。`,
  },
  v9MixedPrecision: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) => `“${label}”的百分比小数位不统一：${arithmetic}。`,
  },
  v10SubsetLarger: {
    severity: 'error',
    text: ({ label, arithmetic }: Labelled) => `“${label}”部分大于整体：${arithmetic}。`,
  },
  v11DatesReversed: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) => `“${label}”时间先后颠倒：${arithmetic}。`,
  },
  v12AnnouncedNotListed: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) => `“${label}”宣布的项数与列出的不符：${arithmetic}。`,
  },
  v12EffectBeforePlan: {
    severity: 'warning',
    text: ({ label, arithmetic }: Labelled) => `“${label}”计划期未满就称已见成效：${arithmetic}。`,
  },
});
