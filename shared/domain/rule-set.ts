/** Dated rule sets and criteria sets: thresholds are data with a version, never constants in code. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { amount, count, day, mapOf, optionalAmount, optionalDay, text } from './values';

/** Switches of the coverage figures C1–C9; every one changes a printed number, so it prints with the figure. */
export const coverageRules = entity({
  countsAffiliated: field('挂靠计入组织覆盖', z.boolean()),
  countsRegional: field('区域性（行业、网格）党组织计入组织覆盖', z.boolean()),
  countsMassOrgs: field('群团组织计入工作覆盖', z.boolean()),
  countsDeclaredInstructors: field('填报已选派但未登记姓名的指导员计入工作覆盖', z.boolean()),
  suspendedMonthsInScope: field('停产停业仍纳入统计（月）', count),
  aboveScaleBasis: field('规上口径', z.enum(['stat', 's1_2', 'declared'])),
  effectiveVisitMonths: field('有效工作覆盖走访期（月）', count),
  shouldBuildMinFullMembers: field('应建最低正式党员数', count),
  doubleStandardMemberStaff: field('双达标：有党员的人数线', count),
  doubleStandardOrgStaff: field('双达标：有党组织的人数线', count),
  buildingDueOccupancyPct: field('新楼宇应覆盖的入驻率（%）', count),
  rateDecimals: field('百分比小数位', z.int().min(1).max(2)),
});

/** Limits on organizations and instructors (B3, B5); exceeding one is a warning, since superiors may approve it. */
export const orgRules = entity({
  branchMinFullMembers: field('支部最低正式党员数', count),
  branchMaxMembers: field('支部最多党员数', count),
  committeeMinFullMembers: field('设支委会的正式党员数', count),
  generalBranchMinMembers: field('设总支的党员数', count),
  committeeMinMembers: field('设党委的党员数', count),
  jointBranchMaxUnits: field('联合支部最多覆盖单位', count),
  instructorMaxLoad: field('指导员最多联系单位', count),
  termYearsBranch: field('支部、总支任期（年）', count),
  termYearsCommittee: field('党委任期（年）', count),
  termNoticeMonths: field('换届提醒提前（月）', count),
  trainingHoursPerYear: field('党员年度学时', count),
  activistsPerBranchMin: field('每支部积极分子下限', count),
  activistsPerBranchMax: field('每支部积极分子上限', count),
});

/** How annual targets are judged on the way: green as long as they keep up, red when the day is near and they do not. */
export const targetRules = entity({
  lookbackMonths: field('期末预测参照最近（月）', count.min(1)),
  slackPct: field('落后全程多少以内仍算按进度（%）', count),
  riskMonths: field('时限前多少个月仍落后即预警（月）', count),
});

export const dutyPeriods = codeList('周期', {
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
  once: '一次',
});

/** A time-bound duty of domain reference E. `offset` counts from the trigger when there is no fixed period. */
export const dutySchema = entity({
  label: field('事项', text),
  trigger: field('触发', text),
  period: field('周期', dutyPeriods.schema.nullable().default(null)),
  offsetMonths: field('期限（月）', optionalAmount),
  offsetDays: field('期限（天）', optionalAmount),
  times: field('次数', count.min(1)),
  graceDays: field('宽限（天）', count),
  remindDays: field('提醒（天）', z.array(count)),
  source: field('依据', text),
});

/** Limits of the 25 development steps, keyed by a name the development rules define (for example publicityWorkdays). */
export const ruleSetBody = {
  code: field('代码', text),
  name: field('名称', text),
  version: field('版本', text),
  validFrom: field('生效日期', day),
  validTo: field('失效日期', optionalDay),
  coverage: field('覆盖口径', coverageRules),
  orgs: field('组织与队伍规则', orgRules),
  targets: field('年度目标评判', targetRules),
  duties: field('时限事项', mapOf(dutySchema)),
  development: field('发展党员时限', z.record(z.string(), amount)),
};

export const autoRules = codeList('自动判定规则', {
  hasOrg: '有组织',
  hasVenue: '有场地',
  hasFunds: '有经费',
  hasActivities: '有活动',
  hasRules: '有制度',
  hasEffect: '有作用',
  facility: '阵地设施',
  document: '制度文件',
  manual: '人工认定',
});

export const criterionSchema = entity({
  code: field('代码', text),
  label: field('项目', text),
  autoRule: field('自动判定', autoRules.schema),
  /** Numbers the rule reads, for example minAreaM2; each rule documents its own. */
  thresholds: field('标准', z.record(z.string(), amount)),
  /** Facility or document code the rule looks for, where it needs one. */
  subject: field('对象', z.string().max(40).nullable().default(null)),
  points: field('分值', optionalAmount),
});

export const criteriaSetBody = {
  code: field('代码', text),
  name: field('名称', text),
  version: field('版本', text),
  validFrom: field('生效日期', day),
  validTo: field('失效日期', optionalDay),
  items: field('项目', z.array(criterionSchema)),
  /** Passed with at least `passMin` items met; 基本达标 from `basicMin`. */
  passMin: field('达标项数', count),
  basicMin: field('基本达标项数', count),
};

const ruleSetShape = entity(ruleSetBody);
const criteriaSetShape = entity(criteriaSetBody);
export type RuleSet = z.infer<typeof ruleSetShape>;
export type CriteriaSet = z.infer<typeof criteriaSetShape>;
export type Criterion = z.infer<typeof criterionSchema>;
export type CoverageRules = RuleSet['coverage'];
export type OrgRules = RuleSet['orgs'];
export type TargetRules = RuleSet['targets'];
