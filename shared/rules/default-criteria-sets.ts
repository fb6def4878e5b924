/**
 * Criteria sets that come with the program (domain reference D). 六有 names three unrelated lists, so criteria are
 * stored by code; set A is the default, B and C are standards for rooms, the others are filled in by offices.
 */
import type { CriteriaSet, Criterion } from '@shared/domain/rule-set';

/** Code of the set the figure C20 is counted by unless an office chooses another. */
export const defaultCriteriaCode = 'sixHavesA';

const item = (
  code: string,
  label: string,
  autoRule: Criterion['autoRule'],
  more: Partial<Pick<Criterion, 'thresholds' | 'subject' | 'points'>> = {},
): Criterion => ({ code, label, autoRule, thresholds: {}, subject: null, points: null, ...more });

/** What each threshold means is documented beside the rule that reads it, in shared/figures/six-haves. */
const sixHavesA: CriteriaSet = {
  code: defaultCriteriaCode,
  name: '六有（有组织、有场地、有经费、有活动、有制度、有作用）',
  version: '1',
  validFrom: '2009-01-01',
  validTo: null,
  items: [
    item('hasOrg', '有组织', 'hasOrg', { thresholds: { needsSecretary: 1, needsTerm: 1 } }),
    item('hasVenue', '有场地', 'hasVenue', {
      thresholds: { minAreaM2: 20, sharedMinUses: 1, useMonths: 12, needsPhoto: 0 },
    }),
    item('hasFunds', '有经费', 'hasFunds', { thresholds: { minAmountYuan: 1, needsBudget: 1 } }),
    item('hasActivities', '有活动', 'hasActivities', {
      thresholds: { generalPerQuarter: 1, minActiveMonths: 9, minAttendancePct: 50 },
    }),
    item('hasRules', '有制度', 'hasRules', { thresholds: { minCoreDocuments: 5 } }),
    item('hasEffect', '有作用', 'hasEffect', {
      thresholds: { minEffects: 2, effectMonths: 12, minScore: 60 },
    }),
  ],
  passMin: 6,
  basicMin: 5,
};

const venue = item('venue', '有场所', 'hasVenue', {
  thresholds: { minAreaM2: 20, sharedMinUses: 0, useMonths: 12, needsPhoto: 0 },
});

const sixHavesB: CriteriaSet = {
  code: 'sixHavesB',
  name: '六有（场所标准：有场所、有设施、有标志、有党旗、有书报、有制度）',
  version: '2014',
  validFrom: '2014-01-01',
  validTo: null,
  items: [
    venue,
    item('equipment', '有设施', 'facility', { subject: 'furniture' }),
    item('sign', '有标志', 'facility', { subject: 'sign' }),
    item('flag', '有党旗', 'facility', { subject: 'flag' }),
    item('books', '有书报', 'facility', { subject: 'books' }),
    item('rules', '有制度', 'facility', { subject: 'rulesOnWall' }),
  ],
  passMin: 6,
  basicMin: 5,
};

const sixHavesC: CriteriaSet = {
  code: 'sixHavesC',
  name: '六有（场所标准：有活动场地、有办公设备、有学习资料、有管理制度、有党务标识、有工作台账）',
  version: '2014',
  validFrom: '2014-01-01',
  validTo: null,
  items: [
    { ...venue, label: '有活动场地' },
    item('equipment', '有办公设备', 'facility', { subject: 'furniture' }),
    item('books', '有学习资料', 'facility', { subject: 'books' }),
    item('rules', '有管理制度', 'document', { thresholds: { minDocuments: 1 } }),
    item('sign', '有党务标识', 'facility', { subject: 'sign' }),
    item('records', '有工作台账', 'hasActivities', {
      thresholds: { generalPerQuarter: 0, minActiveMonths: 1, minAttendancePct: 0 },
    }),
  ],
  passMin: 6,
  basicMin: 5,
};

/** Named in the sources but not listed there: offices fill in the items. */
const fiveHaves: CriteriaSet = {
  code: 'fiveHaves',
  name: '五有（项目由本级填写）',
  version: '1',
  validFrom: '2016-01-01',
  validTo: null,
  items: [],
  passMin: 5,
  basicMin: 4,
};

/** Stars: an item is won with at least 85 % of its points, which a person decides. */
const fiveGood: CriteriaSet = {
  code: 'fiveGood',
  name: '五好（星级评定）',
  version: '1',
  validFrom: '2009-01-01',
  validTo: null,
  items: [
    item('leadership', '领导班子好', 'manual', { points: 20, thresholds: { minPointsPct: 85 } }),
    item('members', '党员队伍好', 'manual', { points: 20, thresholds: { minPointsPct: 85 } }),
    item('mechanism', '工作机制好', 'manual', { points: 20, thresholds: { minPointsPct: 85 } }),
    item('results', '工作业绩好', 'manual', { points: 20, thresholds: { minPointsPct: 85 } }),
    item('opinion', '群众反映好', 'manual', { points: 20, thresholds: { minPointsPct: 85 } }),
  ],
  passMin: 5,
  basicMin: 4,
};

const twoStrongSixGood: CriteriaSet = {
  code: 'twoStrongSixGood',
  name: '双强六好',
  version: '1',
  validFrom: '2012-01-01',
  validTo: null,
  items: [
    item('partyStrong', '党建强', 'manual'),
    item('developmentStrong', '发展强', 'manual'),
    item('production', '生产经营好', 'manual'),
    item('culture', '企业文化好', 'manual'),
    item('labour', '劳动关系好', 'manual'),
    item('leadership', '党组织班子好', 'manual'),
    item('members', '党员队伍好', 'manual'),
    item('opinion', '社会评价好', 'manual'),
  ],
  passMin: 8,
  basicMin: 7,
};

export const defaultCriteriaSets: readonly [CriteriaSet, ...CriteriaSet[]] = [
  sixHavesA,
  sixHavesB,
  sixHavesC,
  fiveHaves,
  fiveGood,
  twoStrongSixGood,
];
