/**
 * Time-bound duties (domain reference E) as data. Offices change limits by storing their own rule set; code reads
 * only what the rule set in force says.
 */
import type { RuleSet } from '@shared/domain/rule-set';

type Duty = RuleSet['duties'][string];
type Period = NonNullable<Duty['period']>;
type Extra = Partial<Pick<Duty, 'times' | 'graceDays' | 'remindDays' | 'offsetMonths' | 'offsetDays'>>;

const base = { times: 1, graceDays: 0, remindDays: [30, 7, 1], offsetMonths: null, offsetDays: null };

/** Falls due at the end of every period. */
const every = (period: Period, label: string, trigger: string, source: string, more: Extra = {}): Duty => ({
  ...base,
  ...more,
  label,
  trigger,
  period,
  source,
});
/** Falls due once, some time after something happened. */
const after = (label: string, trigger: string, source: string, more: Extra): Duty => ({
  ...base,
  ...more,
  label,
  trigger,
  period: null,
  source,
});

const branchLife: Record<string, Duty> = {
  generalMeeting: every('quarter', '党员大会', '党支部', '支部工作条例（试行）'),
  committeeMeeting: every('month', '支委会', '设支委会的党支部', '支部工作条例（试行）'),
  groupMeeting: every('month', '党小组会', '设党小组的党支部', '支部工作条例（试行）'),
  lecture: every('quarter', '党课', '党支部', '支部工作条例（试行）'),
  secretaryLecture: every('year', '书记讲党课', '党委（党总支）书记', '支部工作条例（试行）'),
  themeDay: every('month', '主题党日', '党支部', '支部工作条例（试行）'),
  orgLifeMeeting: every('year', '组织生活会', '党支部', '支部工作条例（试行）'),
  democraticLifeMeeting: every('year', '民主生活会', '党委、党总支班子', '民主生活会有关规定'),
  lifeMeetingReport: after('民主生活会会前报告', '民主生活会召开日（提前）', '民主生活会有关规定', {
    offsetDays: 3,
    remindDays: [7, 1],
  }),
  rectificationPlan: after('民主生活会整改方案', '民主生活会召开后', '民主生活会有关规定', {
    offsetMonths: 1,
  }),
  memberAppraisal: every('year', '民主评议党员', '党支部', '支部工作条例（试行）'),
  heartTalk: every('year', '谈心谈话', '支委之间、支委与党员', '支部工作条例（试行）'),
  termElectionBranch: after('支部、总支换届', '本届起', '党的基层组织任期的意见（2018）', {
    offsetMonths: 36,
    remindDays: [180, 30, 7, 1],
  }),
  disclosure: every('half', '党务公开', '党组织', '党务公开制度'),
  training: every('year', '党员集中学习培训', '党员', '党员教育管理工作条例（2019）'),
};

const fieldWork: Record<string, Duty> = {
  workerMeeting: every('quarter', '党务工作者例会', '乡镇（街道）', '党务工作者例会制度'),
  leaderVisit: every('quarter', '领导走访联系单位', '联系领导', '领导联系制度'),
  instructorVisit: every('month', '指导员走访', '在岗指导员', '党建指导员管理办法'),
  instructorSummary: every('half', '指导员工作小结', '在岗指导员', '党建指导员管理办法'),
  instructorAppraisal: every('year', '指导员年度考核', '在岗指导员', '党建指导员管理办法'),
  instructorRotation: after('指导员轮换', '选派之日', '党建指导员管理办法', { offsetMonths: 24 }),
  setupSurvey: every('year', '党组织组建摸底', '乡镇（街道）', '年度组建普查'),
  memberContactTalk: every('quarter', '党员联系群众谈话', '党员', '联系群众制度'),
  fiveVisits: after('五必访', '伤病、不和、困难、婚丧、变故', '走访慰问制度', {
    offsetDays: 7,
    remindDays: [3, 1],
  }),
  pioneerRanking: every('quarter', '先锋岗季度公示', '设先锋岗的党组织', '亮相上岗制度'),
};

const memberWatch: Record<string, Duty> = {
  dues: every('month', '党费收缴', '党员', '党费收缴使用和管理规定', { remindDays: [7, 1] }),
  noOrgLifeWarning: after(
    '无正当理由不参加组织生活、不交党费（黄）',
    '最近一次',
    '党员教育管理工作条例第31条',
    {
      offsetMonths: 3,
    },
  ),
  noOrgLifeAlarm: after(
    '无正当理由不参加组织生活、不交党费（红）',
    '最近一次',
    '党员教育管理工作条例第31条',
    {
      offsetMonths: 6,
    },
  ),
  lostContact: after('失联党员停止党籍', '失联起始', '党员教育管理工作条例第24条', { offsetMonths: 6 }),
  suspendedRemoval: after('停止党籍后处理', '停止党籍之日', '党员教育管理工作条例第24条', {
    offsetMonths: 24,
  }),
  rectification: after('限期改正', '限期改正决定', '党员教育管理工作条例第30条', { offsetMonths: 12 }),
  transferLetter: after('组织关系介绍信有效期', '开具之日', '组织关系管理规定', {
    offsetDays: 90,
    remindDays: [30, 7, 1],
  }),
  transferNeeded: after('应转接组织关系', '在新地点工作、生活', '党员教育管理工作条例第25条', {
    offsetMonths: 6,
  }),
  floatRegister: after('流动党员登记', '外出之日', '流动党员管理工作意见（2024）', { offsetMonths: 6 }),
  floatContact: every('quarter', '联系流动党员', '联系支委', '流动党员管理制度'),
  floatAppraisal: every('year', '流动党员评议', '流出党员', '流动党员管理制度'),
  floatCardCheck: every('half', '流动党员活动证验证', '持证流动党员', '流动党员管理制度'),
  floatReport: every('half', '流动党员汇报（一次活动、一封信、一个电话）', '流出党员', '流动党员管理制度'),
  abroadContact: every('half', '联系出国（境）党员', '出国（境）党员', '党员教育管理工作条例第34条'),
};

/** @param committeeTermMonths term of a Party committee, which the rules of 2018 made longer. */
export const dutiesFor = (committeeTermMonths: number): RuleSet['duties'] => ({
  ...branchLife,
  termElectionCommittee: after('党委换届', '本届起', '党的基层组织任期的意见（2018）', {
    offsetMonths: committeeTermMonths,
    remindDays: [180, 30, 7, 1],
  }),
  ...fieldWork,
  ...memberWatch,
});
