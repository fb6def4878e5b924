/** B8 things with a life cycle: development, floating, transfers, pairings, warning cards, reserves, workers. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  count,
  id,
  idList,
  mapOf,
  optionalDay,
  optionalFlag,
  optionalId,
  optionalLongText,
  optionalPartialDay,
  optionalText,
  partialDay,
  text,
} from './values';

export const caseKinds = codeList('事项类别', {
  devCase: '发展党员',
  floatRecord: '流动党员',
  relationTransfer: '组织关系转接',
  pairing: '结对帮扶',
  warningCard: '警示卡',
  reserveSecretary: '书记后备',
  talent: '人才',
  volunteer: '志愿者',
  partyWorker: '党务工作者',
});
export const devStates = codeList('办理状态', {
  open: '在办',
  paused: '暂缓',
  done: '完成',
  dropped: '终止',
  expired: '超期',
});
export const floatScopes = codeList('流向', {
  crossProvince: '跨省',
  crossCity: '省内跨市',
  crossCounty: '市内跨县',
  inCounty: '县内',
  abroad: '出国（境）',
});
export const floatDirections = codeList('流动类型', { out: '流出', in: '流入' });
export const floatReasons = codeList('流动原因', {
  work: '务工',
  business: '经商',
  study: '求学',
  move: '居住地变更',
  other: '其他',
});
export const transferMethods = codeList('转接方式', { letter: '介绍信', online: '网上转接' });
export const pairingTargets = codeList('帮扶对象类别', {
  backbone: '业务骨干',
  activist: '入党积极分子',
  hardship: '困难职工',
  disabled: '伤残病职工',
  lagging: '思想后进职工',
  hardMember: '困难党员',
  newMember: '新党员',
});
export const pairingResultKinds = codeList('成效类别', { help: '帮扶', improve: '提质', mutual: '互促' });
export const talentKinds = codeList('人才类别', {
  management: '经营管理',
  technical: '专业技术',
  skilled: '高技能',
  rural: '农村实用',
  socialWork: '社会工作',
  party: '党务工作',
});

const devStep = entity({
  plannedOn: field('计划时间', optionalDay),
  doneOn: field('完成时间', optionalPartialDay),
  evidence: field('依据', z.array(text).default([])),
  result: field('结果', optionalText),
  by: field('经办人', optionalText),
});
const publicitySchema = entity({
  stage: field('公示阶段', text),
  from: field('公示起', partialDay),
  to: field('公示止', partialDay),
  objections: field('异议', optionalText),
});
const datedNote = entity({ on: field('日期', partialDay), note: field('内容', optionalLongText) });
const cardCheck = entity({
  on: field('验证日期', partialDay),
  by: field('验证人', optionalText),
  result: field('结果', optionalText),
});
const pairingResult = entity({
  kind: field('成效类别', pairingResultKinds.schema),
  text: field('成效', text),
  on: field('日期', partialDay),
});

export const caseSchemas = {
  devCase: entity({
    ...documentFields,
    kind: field('类别', z.literal('devCase')),
    personId: field('发展对象', id),
    partyOrgId: field('党组织', id),
    ruleSetId: field('规则', id),
    mentorIds: field('培养联系人', idList),
    sponsorIds: field('入党介绍人', idList),
    /** Keyed by step number 1–25. */
    steps: field('步骤', mapOf(devStep)),
    /** 五查五不批, keyed by gate number 1–5; true = 通过. */
    gates: field('五查', mapOf(z.boolean())),
    halfYearReviews: field('半年考察', mapOf(datedNote)),
    quarterReports: field('思想汇报', mapOf(datedNote)),
    publicity: field('公示', mapOf(publicitySchema)),
    state: field('办理状态', devStates.schema),
  }),
  floatRecord: entity({
    ...documentFields,
    kind: field('类别', z.literal('floatRecord')),
    personId: field('党员', id),
    direction: field('流动类型', floatDirections.schema),
    scope: field('流向', floatScopes.schema.nullable().default(null)),
    place: field('流入地', optionalText),
    since: field('外出时间', optionalPartialDay),
    expectedReturn: field('预计返回', optionalPartialDay),
    returnedOn: field('返回时间', optionalPartialDay),
    reason: field('流动原因', floatReasons.schema.nullable().default(null)),
    occupation: field('从事职业', optionalText),
    originOrgId: field('流出地党组织', optionalId),
    hostOrgId: field('流入地党组织', optionalId),
    hostOrgName: field('接收党组织', optionalText),
    cardNo: field('活动证号', optionalText),
    cardIssuedOn: field('发证时间', optionalPartialDay),
    cardChecks: field('验证', mapOf(cardCheck)),
    contactOfficerId: field('联系支委', optionalId),
  }),
  relationTransfer: entity({
    ...documentFields,
    kind: field('类别', z.literal('relationTransfer')),
    personId: field('党员', id),
    fromOrg: field('转出党组织', text),
    toOrg: field('转入党组织', text),
    letterNo: field('介绍信号', optionalText),
    issuedOn: field('开具时间', partialDay),
    validDays: field('有效期（天）', count),
    duesThrough: field('党费交至', optionalText),
    receivedOn: field('报到时间', optionalDay),
    receiptOn: field('回执时间', optionalDay),
    method: field('转接方式', transferMethods.schema.nullable().default(null)),
  }),
  pairing: entity({
    ...documentFields,
    kind: field('类别', z.literal('pairing')),
    memberId: field('党员', id),
    targetName: field('帮扶对象', text),
    targetKind: field('帮扶对象类别', pairingTargets.schema),
    hasCard: field('联系卡', optionalFlag),
    from: field('起', partialDay),
    to: field('止', optionalPartialDay),
    contacts: field('联系', mapOf(datedNote)),
    results: field('成效', mapOf(pairingResult)),
  }),
  warningCard: entity({
    ...documentFields,
    kind: field('类别', z.literal('warningCard')),
    personId: field('党员', id),
    reason: field('事由', text),
    issuedOn: field('发卡时间', partialDay),
    fixBy: field('限期', optionalDay),
    closedOn: field('销卡时间', optionalDay),
  }),
  reserveSecretary: entity({
    ...documentFields,
    kind: field('类别', z.literal('reserveSecretary')),
    partyOrgId: field('党组织', id),
    personId: field('后备人选', id),
    since: field('确定时间', partialDay),
    until: field('止', optionalPartialDay),
    trainedOn: field('培训时间', optionalPartialDay),
  }),
  talent: entity({
    ...documentFields,
    kind: field('类别', z.literal('talent')),
    personId: field('人员', id),
    talentKind: field('人才类别', talentKinds.schema),
    level: field('级别', optionalText),
    since: field('入库时间', optionalPartialDay),
  }),
  volunteer: entity({
    ...documentFields,
    kind: field('类别', z.literal('volunteer')),
    personId: field('人员', id),
    since: field('注册时间', optionalPartialDay),
    team: field('队伍', optionalText),
  }),
  partyWorker: entity({
    ...documentFields,
    kind: field('类别', z.literal('partyWorker')),
    personId: field('人员', id),
    partyOrgId: field('党组织', id),
    isFullTime: field('是否专职', optionalFlag),
    from: field('起', optionalPartialDay),
    to: field('止', optionalPartialDay),
  }),
};
export const caseSchema = z.discriminatedUnion('kind', [
  caseSchemas.devCase,
  caseSchemas.floatRecord,
  caseSchemas.relationTransfer,
  caseSchemas.pairing,
  caseSchemas.warningCard,
  caseSchemas.reserveSecretary,
  caseSchemas.talent,
  caseSchemas.volunteer,
  caseSchemas.partyWorker,
]);
export type LedgerCase = z.infer<typeof caseSchema>;
