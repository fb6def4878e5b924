/** B5 instructor 党建指导员/联络员/特派员 with assignments 选派. */
import { z } from 'zod';
import { genders, politicalStatuses } from './code-lists';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import { count, id, mapOf, optionalFlag, optionalId, optionalPartialDay, optionalText, text } from './values';

export const instructorRoles = codeList('类别', {
  instructor: '党建指导员',
  liaison: '党建联络员',
  envoy: '党建特派员',
});
export const dispatchGrades = codeList('派驻等级', { county: '县级', township: '乡镇级' });
export const annualGrades = codeList('年度考核', {
  excellent: '优秀',
  competent: '称职',
  basic: '基本称职',
  incompetent: '不称职',
});
export const visitPeriods = codeList('走访周期', { week: '周', month: '月', quarter: '季' });
export const assignmentPurposes = codeList('选派目的', {
  build: '指导组建',
  strengthen: '规范提升',
  cultivate: '培育党员',
});

export const visitPlanSchema = entity({
  per: field('走访周期', visitPeriods.schema),
  times: field('次数', count.min(1).max(4)),
});

/** 选派: open on day d when from ≤ d < to (from null = since recorded, to null = open). */
export const assignmentSchema = entity({
  unitId: field('派驻单位', id),
  from: field('选派时间', optionalPartialDay),
  to: field('止', optionalPartialDay),
  /** 任期至: planned end, unlike `to`, which closes the assignment. */
  plannedTo: field('任期至', optionalPartialDay),
  docNo: field('文号', optionalText),
  purpose: field('选派目的', assignmentPurposes.schema.nullable().default(null)),
  visitPlan: field('走访频次', visitPlanSchema.nullable().default(null)),
  /** 实际走访, as a ledger states it, beside the visits the register holds itself. */
  declaredVisits: field('填报走访次数', count.nullable().default(null)),
  solvedIssues: field('解决问题数', count.nullable().default(null)),
  endReason: field('调整原因', optionalText),
  annualGrade: field('年度考核', annualGrades.schema.nullable().default(null)),
  remarks: field('备注', optionalText),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const instructorSchema = entity({
  ...documentFields,
  name: field('姓名', text, { isMust: true }),
  role: field('类别', instructorRoles.schema, { isMust: true }),
  gender: field('性别', genders.schema.nullable().default(null)),
  isFullTime: field('是否专职', optionalFlag, { isMust: true }),
  idNo: field('身份证号', z.string().max(18).nullable().default(null), { sensitivity: 'idNo' }),
  phone: field('联系电话', z.string().max(40).nullable().default(null), {
    isMust: true,
    sensitivity: 'phone',
  }),
  fromUnit: field('派出单位', optionalText, { isMust: true }),
  post: field('职务', optionalText),
  grade: field('派驻等级', dispatchGrades.schema.nullable().default(null), { isMust: true }),
  politicalStatus: field('政治面貌', politicalStatuses.schema.nullable().default(null)),
  stationId: field('指导站', optionalId),
  /** Out of service from this day; null = in service. */
  leftOn: field('离任时间', optionalPartialDay),
  assignments: field('选派', mapOf(assignmentSchema)),
  remarks: field('备注', optionalText),
});
export type Instructor = z.infer<typeof instructorSchema>;
