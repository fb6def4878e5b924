/**
 * What can be wrong with one record of the register, said at the field: what it is, why, and what would be right.
 * Errors are certain; warnings may be kept with a reason, because superiors approve exceptions.
 */

import { domainOrgEntries } from './domain-org-entries';
import { domainPersonEntries } from './domain-person-entries';
import { catalogue } from './problem';

interface Labelled {
  readonly label: string;
}

const commonEntries = {
  missing: {
    severity: 'warning',
    text: ({ label }: Labelled) => `缺项：“${label}”未填，请补齐。`,
  },
  futureDate: {
    severity: 'error',
    text: ({ label, on, today }: Labelled & { on: string; today: string }) =>
      `“${label}”${on}晚于今天（${today}），请核对。`,
  },
  datesReversed: {
    severity: 'error',
    text: ({
      first,
      firstOn,
      second,
      secondOn,
    }: Record<'first' | 'firstOn' | 'second' | 'secondOn', string>) =>
      `“${second}”${secondOn}早于“${first}”${firstOn}，先后颠倒，请核对。`,
  },
} as const;

const unitEntries = {
  membersOverStaff: {
    severity: 'error',
    text: ({ members, staff }: { members: number; staff: number }) =>
      `党员${members}名多于从业人员${staff}名，请核对其中一项。`,
  },
  partOverStaff: {
    severity: 'error',
    text: ({ label, part, staff }: Labelled & { part: number; staff: number }) =>
      `“${label}”${part}名多于从业人员${staff}名，请核对。`,
  },
  declaredPartOver: {
    severity: 'error',
    text: ({ label, part, members }: Labelled & { part: number; members: number }) =>
      `“${label}”${part}名多于填报党员总数${members}名，请核对。`,
  },
  declaredDifference: {
    severity: 'warning',
    text: ({ declared, roster }: { declared: number; roster: number }) =>
      declared > roster
        ? `填报党员${declared}名，花名册只有${roster}名，差${declared - roster}名；目前按填报数统计，请补录花名册或更正填报数。`
        : `填报党员${declared}名，花名册有${roster}名，多${roster - declared}名；目前按花名册统计，请更正填报数。`,
  },
  sameUscc: {
    severity: 'error',
    text: ({ name }: { name: string }) => `信用代码与“${name}”相同，请核对代码，或合并为一家。`,
  },
  sameName: {
    severity: 'warning',
    text: ({ count }: { count: number }) => `还有${count}家单位用同一名称，请核对是否重复登记。`,
  },
  notBuiltReasonMissing: {
    severity: 'warning',
    text: (_: object) => '没有党组织覆盖，请填写“未建原因”；如已建立，请登记党组织并选上本单位。',
  },
  notBuiltReasonWrong: {
    severity: 'warning',
    text: ({ label, members }: Labelled & { members: number }) =>
      `未建原因是“${label}”，但正式党员有${members}名，请核对。`,
  },
  notBuiltReasonLeft: {
    severity: 'warning',
    text: ({ name }: { name: string }) => `已由“${name}”覆盖，“未建原因”可以清空。`,
  },
  plannedBuildPast: {
    severity: 'warning',
    text: ({ on }: { on: string }) => `拟建时间${on}已过，仍没有党组织，请更新进展。`,
  },
  openTies: {
    severity: 'warning',
    text: ({ status, ties }: { status: string; ties: readonly string[] }) =>
      `单位已${status}，但${ties.join('、')}还没有结束，请调整。`,
  },
} as const;

const otherEntries = {
  areaZero: { severity: 'warning', text: (_: object) => '面积应大于0，请填写实际面积(平方米)。' },
  fundZero: { severity: 'error', text: (_: object) => '金额应大于0，请核对。' },
  presentOverDue: {
    severity: 'error',
    text: ({ present, due }: { present: number; due: number }) =>
      `实到${present}人多于应到${due}人，列席人员不计入实到，请核对。`,
  },
  voteSum: {
    severity: 'error',
    text: ({ yes, no, abstain, present }: Record<'yes' | 'no' | 'abstain' | 'present', number>) =>
      `赞成${yes}+反对${no}+弃权${abstain}=${yes + no + abstain} ≠ 到会有表决权${present}，请核对票数。`,
  },
  voteOverEligible: {
    severity: 'error',
    text: ({ present, eligible }: { present: number; eligible: number }) =>
      `到会有表决权${present}人多于有表决权${eligible}人，请核对。`,
  },
  voteQuorum: {
    severity: 'warning',
    text: ({ present, eligible, rule }: { present: number; eligible: number; rule: string }) =>
      `到会有表决权${present}人，不足${eligible}人的${rule}，表决无效。`,
  },
  voteNotPassed: {
    severity: 'info',
    text: ({ yes, eligible }: { yes: number; eligible: number }) =>
      `赞成${yes}票，没有超过有表决权${eligible}人的半数，未通过。`,
  },
  bookingOverlap: {
    severity: 'error',
    text: ({ from, to }: { from: string; to: string }) => `与${from}至${to}的预约时间重叠，请另选时间。`,
  },
  overrideWithoutNote: {
    severity: 'warning',
    text: ({ label }: Labelled) => `“${label}”由人工认定，请写明理由。`,
  },
} as const;

export const domainProblems = catalogue('domain', {
  ...commonEntries,
  ...unitEntries,
  ...domainOrgEntries,
  ...domainPersonEntries,
  ...otherEntries,
});
