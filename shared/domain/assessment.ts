/** B8 sixAssessment 六有评估, annualTarget 年度目标, scoreSheet 百分考核. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  amount,
  day,
  id,
  idList,
  mapOf,
  optionalAmount,
  optionalDay,
  optionalFlag,
  optionalId,
  optionalLongText,
  optionalText,
  text,
  year,
} from './values';

export const assessmentKinds = codeList('考评类别', {
  sixAssessment: '六有评估',
  annualTarget: '年度目标',
  scoreSheet: '百分考核',
});

/** A manual override needs a note and shows on the form; `auto*` is derived and never stored. */
const sixItem = entity({
  manual: field('人工认定', optionalFlag),
  evidenceIds: field('佐证', idList),
  note: field('说明', optionalLongText),
});
const scoreItem = entity({
  name: field('项目', text),
  max: field('满分', amount),
  self: field('自评', optionalAmount),
  checked: field('考评', optionalAmount),
  evidence: field('佐证', optionalText),
});

export const assessmentSchemas = {
  sixAssessment: entity({
    ...documentFields,
    kind: field('类别', z.literal('sixAssessment')),
    unitId: field('单位', id),
    criteriaSetId: field('标准', id),
    /** YYYY or YYYY-Qn. */
    period: field('评估期', text),
    /** Keyed by criterion code. */
    items: field('评估项', mapOf(sixItem)),
    assessor: field('评估人', optionalText),
    on: field('评估日期', day),
    deadlineOn: field('整改时限', optionalDay),
    gapNote: field('差距说明', optionalLongText),
  }),
  annualTarget: entity({
    ...documentFields,
    kind: field('类别', z.literal('annualTarget')),
    targetOrgUnitId: field('考核对象', id),
    year: field('年度', year),
    metricCode: field('指标', text),
    baseline: field('基数', optionalAmount),
    target: field('目标值', amount),
    dueOn: field('完成时限', day),
    weight: field('权重', optionalAmount),
    isFrozen: field('已下达', optionalFlag),
  }),
  scoreSheet: entity({
    ...documentFields,
    kind: field('类别', z.literal('scoreSheet')),
    targetOrgUnitId: field('考核单位', optionalId),
    partyOrgId: field('党组织', optionalId),
    year: field('年度', year),
    items: field('评分项', mapOf(scoreItem)),
    bonus: field('加分', optionalAmount),
  }),
};
export const assessmentSchema = z.discriminatedUnion('kind', [
  assessmentSchemas.sixAssessment,
  assessmentSchemas.annualTarget,
  assessmentSchemas.scoreSheet,
]);
export type Assessment = z.infer<typeof assessmentSchema>;
export type AnnualTarget = z.infer<typeof assessmentSchemas.annualTarget>;
