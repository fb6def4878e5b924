/** B1 orgUnit 组织层级: the tree of county, townships, villages, and the places units sit in. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import { optionalAmount, optionalId, optionalPartialDay, optionalText, percent, text } from './values';

export const orgUnitLevels = codeList('层级', {
  county: '县（市、区）',
  township: '乡镇（街道）',
  village: '村（社区）',
  park: '园区',
  building: '楼宇',
  street: '商业街',
  market: '专业市场',
  grid: '网格',
});
/** Levels of the administrative tree; the others are a second, non-administrative parent of a unit. */
export const administrativeLevels: ReadonlySet<string> = new Set(['county', 'township', 'village', 'grid']);

export const parkGrades = codeList('园区级别', { national: '国家级', city: '市级', district: '区级及以下' });

export const orgUnitSchema = entity({
  ...documentFields,
  name: field('名称', text, { isMust: true }),
  level: field('层级', orgUnitLevels.schema, { isMust: true }),
  /** null only for the county. */
  parentId: field('上级', optionalId),
  divisionCode: field('区划代码', optionalText),
  /** Informal and former village names met in workbooks (H29). */
  aliases: field('别名', z.array(text).default([])),
  parkGrade: field('园区级别', parkGrades.schema.nullable().default(null)),
  leadBody: field('牵头责任主体', optionalText),
  occupancyPct: field('入驻率', percent.nullable().default(null), { measure: '%' }),
  turnoverYi: field('年交易额', optionalAmount, { measure: '亿元' }),
  openedOn: field('启用日期', optionalPartialDay),
});
export type OrgUnit = z.infer<typeof orgUnitSchema>;
