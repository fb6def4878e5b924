/** B4 person 党员/发展对象. Members are never deleted, only moved to an exit state (P16). */
import { z } from 'zod';
import { educations, ethnicities, genders } from './code-lists';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  amount,
  mapOf,
  optionalAmount,
  optionalFlag,
  optionalId,
  optionalPartialDay,
  optionalText,
  partialDay,
  text,
  year,
} from './values';

export const personStages = codeList('身份', {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  full: '正式党员',
  exited: '已减少',
});
export const jobKinds = codeList('岗位', {
  owner: '出资人',
  senior: '高级管理人员',
  middle: '中层管理人员',
  technical: '专业技术人员',
  frontline: '生产一线',
  sales: '销售',
  other: '其他',
});
export const floatStates = codeList('流动情况', { none: '未流动', out: '流出', in: '流入' });
export const exitKinds = codeList('减少方式', {
  transferred: '转出',
  died: '去世',
  removed: '除名',
  selfQuit: '自行脱党',
  persuaded: '劝退',
  expelled: '开除',
  resigned: '退党',
});
export const appraisalGrades = codeList('评议等次', {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
});

const trainingEntry = entity({
  on: field('培训时间', partialDay),
  hours: field('学时', amount),
  kind: field('培训类别', optionalText),
  provider: field('主办单位', optionalText),
});
const honourEntry = entity({
  on: field('表彰时间', partialDay),
  title: field('表彰名称', text),
  level: field('表彰级别', optionalText),
});
const appraisalEntry = entity({
  year: field('年度', year),
  grade: field('评议等次', appraisalGrades.schema),
});
export const exitSchema = entity({
  kind: field('减少方式', exitKinds.schema),
  on: field('减少时间', partialDay),
  doc: field('依据文号', optionalText),
});

export const personSchema = entity({
  ...documentFields,
  name: field('姓名', text, { isMust: true }),
  gender: field('性别', genders.schema.nullable().default(null), { isMust: true }),
  idNo: field('身份证号', z.string().max(18).nullable().default(null), { isMust: true, sensitivity: 'idNo' }),
  /** A 15-digit number of the old kind, kept until somebody supplies the new one. */
  idNoLegacy: field('旧身份证号', z.string().max(15).nullable().default(null), { sensitivity: 'idNo' }),
  birthOn: field('出生日期', optionalPartialDay),
  ethnicity: field('民族', z.enum(ethnicities).nullable().default(null), { isMust: true }),
  education: field('学历', educations.schema.nullable().default(null), { isMust: true }),
  phone: field('手机号码', z.string().max(40).nullable().default(null), {
    isMust: true,
    sensitivity: 'phone',
  }),
  stage: field('身份', personStages.schema, { isMust: true, sensitivity: 'membership' }),
  stageSince: field('身份起始', optionalPartialDay),
  relationOrgId: field('组织关系所在党组织', optionalId),
  /** Relation held by an organization outside the register, by name. */
  relationOrgName: field('组织关系所在', optionalText),
  relationFrom: field('组织关系转入时间', optionalPartialDay),
  workUnitId: field('工作单位', optionalId),
  workFrom: field('到岗时间', optionalPartialDay),
  jobKind: field('岗位', jobKinds.schema.nullable().default(null)),
  /** On the unit's full-time staff; social organizations count only these (P13). */
  isFullTime: field('是否专职', optionalFlag),
  joinedOn: field('入党日期', optionalPartialDay),
  fullOn: field('转正日期', optionalPartialDay),
  duesBase: field('党费基数', optionalAmount, { measure: '元' }),
  duesThrough: field(
    '党费交至',
    z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .nullable()
      .default(null),
  ),
  isHardship: field('困难党员', optionalFlag),
  isRetired: field('离退休', optionalFlag),
  badgeNo: field('上岗证号', optionalText),
  floatState: field('流动情况', floatStates.schema.nullable().default(null)),
  lostSince: field('失联起始', optionalPartialDay),
  suspendedOn: field('停止党籍时间', optionalPartialDay),
  exit: field('减少情况', exitSchema.nullable().default(null)),
  training: field('培训', mapOf(trainingEntry)),
  honours: field('表彰', mapOf(honourEntry)),
  appraisals: field('民主评议', mapOf(appraisalEntry)),
  remarks: field('备注', optionalText),
});
export type Person = z.infer<typeof personSchema>;
