/** B8 dated facts: visits, contacts, funds, honours, offences, documents, disclosures, bookings, effects. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  amount,
  count,
  day,
  id,
  mapOf,
  optionalDay,
  optionalFlag,
  optionalId,
  optionalLongText,
  optionalText,
  partialDay,
  text,
  year,
} from './values';

export const recordKinds = codeList('记录类别', {
  visit: '走访',
  contactLog: '联系',
  fund: '经费收支',
  honour: '表彰',
  badgeOffence: '亮岗违规',
  document: '制度台账',
  disclosure: '党务公开',
  booking: '场地预约',
  effect: '作用发挥',
});
export const visitorKinds = codeList('走访人类别', {
  leader: '领导',
  instructor: '指导员',
  officer: '干部',
  secretary: '书记',
});
export const visitModes = codeList('走访方式', { onSite: '上门', phone: '电话', online: '线上' });
export const contactChannels = codeList('联系方式', {
  face: '面谈',
  phone: '电话',
  letter: '信函',
  wechat: '微信',
  homeVisit: '返乡',
  other: '其他',
});
export const fundDirections = codeList('收支', { in: '收入', out: '支出' });
export const fundSources = codeList('经费来源', {
  enterprise: '企业投入',
  duesRefund: '党费返还',
  fiscal: '财政列支',
  superior: '上级支持',
  society: '社会赞助',
  other: '其他',
});
/** The core five are what set A asks for (有制度). */
export const documentKinds = codeList('制度名称', {
  threeMeetings: '三会一课制度',
  development: '发展党员制度',
  appraisal: '民主评议党员制度',
  dues: '党费收缴管理制度',
  floating: '流动党员管理制度',
  study: '学习制度',
  disclosure: '党务公开制度',
  contactMasses: '联系群众制度',
  visiting: '走访慰问制度',
  other: '其他制度',
});
export const disclosureCategories = codeList('公开类别', {
  decisions: '重要决议决定',
  election: '选举换届',
  development: '发展党员',
  dues: '党费收缴使用',
  appraisal: '民主评议',
  honours: '评先评优',
  other: '其他事项',
});
export const disclosureForms = codeList('公开形式', {
  meeting: '会议',
  paper: '发文',
  notice: '公示',
  network: '网络',
});
export const effectKinds = codeList('作用类别', {
  pioneerPost: '党员先锋岗',
  dutyArea: '党员责任区',
  proposal: '合理化建议',
  pairingResult: '帮扶成效',
  mediation: '化解矛盾',
  honour: '受表彰',
  other: '其他',
});

const base = { ...documentFields, on: field('日期', partialDay, { isMust: true }) };
const issueSchema = entity({
  text: field('问题', text),
  owner: field('责任人', optionalText),
  due: field('期限', optionalDay),
  solvedOn: field('办结时间', optionalDay),
});

export const recordSchemas = {
  visit: entity({
    ...base,
    kind: field('类别', z.literal('visit')),
    unitId: field('走访单位', id),
    byKind: field('走访人类别', visitorKinds.schema),
    by: field('走访人', text),
    instructorId: field('指导员', optionalId),
    mode: field('走访方式', visitModes.schema),
    findings: field('走访情况', optionalLongText),
    issues: field('问题', mapOf(issueSchema)),
  }),
  contactLog: entity({
    ...base,
    kind: field('类别', z.literal('contactLog')),
    personId: field('党员', id),
    by: field('联系人', text),
    channel: field('联系方式', contactChannels.schema),
    note: field('情况', optionalLongText),
  }),
  fund: entity({
    ...base,
    kind: field('类别', z.literal('fund')),
    partyOrgId: field('党组织', id),
    year: field('年度', year),
    direction: field('收支', fundDirections.schema),
    fundSource: field('经费来源', fundSources.schema.nullable().default(null)),
    amount: field('金额', amount, { measure: '元' }),
    use: field('用途', optionalText),
    isBudgeted: field('纳入管理费预算', optionalFlag),
  }),
  honour: entity({
    ...base,
    kind: field('类别', z.literal('honour')),
    title: field('表彰名称', text),
    unitId: field('受表彰单位', optionalId),
    partyOrgId: field('党组织', optionalId),
    personId: field('个人', optionalId),
    grantedBy: field('授予单位', optionalText),
  }),
  badgeOffence: entity({
    ...base,
    kind: field('类别', z.literal('badgeOffence')),
    personId: field('党员', id),
    note: field('情况', optionalLongText),
  }),
  document: entity({
    ...base,
    kind: field('类别', z.literal('document')),
    partyOrgId: field('党组织', id),
    documentKind: field('制度名称', documentKinds.schema),
    version: field('版本', optionalText),
    isOnWall: field('是否上墙', optionalFlag),
  }),
  disclosure: entity({
    ...base,
    kind: field('类别', z.literal('disclosure')),
    partyOrgId: field('党组织', id),
    category: field('公开类别', disclosureCategories.schema),
    form: field('公开形式', disclosureForms.schema),
    note: field('内容', optionalLongText),
  }),
  booking: entity({
    ...base,
    kind: field('类别', z.literal('booking')),
    roomId: field('活动阵地', id),
    partyOrgId: field('党组织', id),
    fromAt: field('开始', z.string().max(20)),
    toAt: field('结束', z.string().max(20)),
    people: field('人数', count),
    purpose: field('用途', text),
  }),
  effect: entity({
    ...base,
    kind: field('类别', z.literal('effect')),
    effectKind: field('作用类别', effectKinds.schema),
    partyOrgId: field('党组织', optionalId),
    unitId: field('单位', optionalId),
    personId: field('党员', optionalId),
    note: field('内容', text),
    confirmedBy: field('确认人', optionalText),
    confirmedOn: field('确认日期', day.nullable().default(null)),
  }),
};
export const recordSchema = z.discriminatedUnion('kind', [
  recordSchemas.visit,
  recordSchemas.contactLog,
  recordSchemas.fund,
  recordSchemas.honour,
  recordSchemas.badgeOffence,
  recordSchemas.document,
  recordSchemas.disclosure,
  recordSchemas.booking,
  recordSchemas.effect,
]);
export type LedgerRecord = z.infer<typeof recordSchema>;
