/** B3 partyOrg 党组织. One joint branch is one document with several covers. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  count,
  id,
  mapOf,
  optionalDay,
  optionalFlag,
  optionalId,
  optionalPartialDay,
  optionalText,
  text,
} from './values';

export const orgTiers = codeList('党组织类别', {
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  jointBranch: '联合党支部',
  tempBranch: '临时党支部',
  floatingBranch: '流动党员党支部',
});
export const formations = codeList('组建方式', {
  solo: '单独组建',
  joint: '联合组建',
  regional: '区域性党组织',
  industry: '行业性党组织',
  grid: '网格建立',
  affiliated: '挂靠',
  other: '其他',
});
export const posts = codeList('班子职务', {
  secretary: '书记',
  deputy: '副书记',
  organization: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  member: '委员',
});
export const secretarySources = codeList('书记来源', {
  owner: '出资人',
  middle: '中层管理人员',
  insideElected: '内部选举',
  dispatched: '上级选派',
  hired: '外聘',
  other: '其他',
});
export const orgStatuses = codeList('党组织状态', { active: '正常', weak: '软弱涣散', dissolved: '撤销' });

/** covers[] 覆盖单位: the unit is covered on day d when from ≤ d < to; from null = since founding, to null = still. */
export const coverSchema = entity({
  unitId: field('覆盖单位', id),
  from: field('起', optionalPartialDay),
  to: field('止', optionalPartialDay),
});
export type Cover = z.infer<typeof coverSchema>;

/** posts[] 班子. `personId` null when only the name is known, as in most ledgers. */
export const postSchema = entity({
  personId: field('党员', optionalId),
  name: field('姓名', text),
  post: field('职务', posts.schema),
  from: field('任职起', optionalPartialDay),
  to: field('任职止', optionalPartialDay),
});
export type Post = z.infer<typeof postSchema>;

export const partyOrgSchema = entity({
  ...documentFields,
  name: field('党组织名称', text, { isMust: true }),
  code: field('党组织编码', optionalText),
  tier: field('党组织类别', orgTiers.schema.nullable().default(null), { isMust: true }),
  formation: field('组建方式', formations.schema.nullable().default(null), { isMust: true }),
  superiorId: field('上级党组织', optionalId),
  /** Superior by name, when it is not in the register (a township committee, a county trade committee). */
  superiorName: field('上级党组织名称', optionalText),
  hostUnitId: field('依托单位', optionalId),
  covers: field('覆盖单位', mapOf(coverSchema), { isMust: true }),
  foundedOn: field('成立时间', optionalPartialDay, { isMust: true }),
  approvalNo: field('批复文号', optionalText),
  approvedBy: field('审批单位', optionalText),
  termYears: field('任期（年）', count.min(1).max(10).nullable().default(null)),
  termStart: field('本届起', optionalPartialDay),
  postponedTo: field('延期至', optionalDay),
  posts: field('班子成员', mapOf(postSchema)),
  secretarySource: field('书记来源', secretarySources.schema.nullable().default(null)),
  isSecretaryFullTime: field('专职书记', optionalFlag),
  hasDisciplineBody: field('设纪委或纪检委员', optionalFlag),
  phone: field('联系电话', z.string().max(40).nullable().default(null), { sensitivity: 'phone' }),
  status: field('党组织状态', orgStatuses.schema, { isMust: true }),
  statusReason: field('状态说明', optionalText),
  statusDocument: field('状态文号', optionalText),
  statusSince: field('状态起始', optionalPartialDay),
  remarks: field('备注', optionalText),
});
export type PartyOrg = z.infer<typeof partyOrgSchema>;
