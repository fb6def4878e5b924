/** B2 unit 两新组织: an enterprise, a social organization or a sole trader. */
import { z } from 'zod';
import { aboveScaleBases, levels, politicalStatuses, publicRoleKinds } from './code-lists';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import { declaredSchema } from './unit-declared';
import {
  contact,
  id,
  idList,
  mapOf,
  optionalAmount,
  optionalCount,
  optionalDay,
  optionalFlag,
  optionalId,
  optionalPartialDay,
  optionalText,
  percent,
  text,
  year,
} from './values';

export const unitTypes = codeList('单位类别', {
  enterprise: '非公有制企业',
  socialOrg: '社会组织',
  individualBusiness: '个体工商户',
});
export const ownerships = codeList('企业类型', {
  private: '私营企业',
  hkmt: '港澳台商投资企业',
  foreign: '外商投资企业',
  mixed: '混合所有制',
  coop: '合作社',
  other: '其他',
});
export const socialTypes = codeList('社会组织类别', {
  association: '社会团体',
  nonEnterprise: '民办非企业单位（社会服务机构）',
  foundation: '基金会',
  intermediary: '中介组织',
});
export const annualChecks = codeList('年检', {
  passed: '合格',
  basic: '基本合格',
  failed: '不合格',
  absent: '未参检',
});
export const siteKinds = codeList('企业座落地', { park: '园区', building: '楼宇', other: '其他' });
export const unitStatuses = codeList('经营状态', {
  operating: '正常经营',
  preparing: '筹建',
  suspended: '停产停业',
  shell: '空壳',
  revoked: '吊销',
  deregistered: '注销',
  movedOut: '迁出',
  merged: '合并',
});
export const notBuiltReasons = codeList('未建原因', {
  noMembers: '没有党员',
  under3: '正式党员不足3人',
  ownerUnwilling: '出资人不支持',
  noGuidance: '上级未及时指导',
  other: '其他',
});
export const keyFields = codeList('重点领域', {
  aboveScale: '规上',
  building: '楼宇',
  lawFirm: '律师行业',
  chamber: '商会（行业协会）',
});

const publicRole = entity({
  kind: field('身份', publicRoleKinds.schema),
  level: field('级别', levels.schema.nullable().default(null)),
});

export const ownerSchema = entity({
  name: field('出资人姓名', optionalText),
  politicalStatus: field('出资人政治面貌', politicalStatuses.schema.nullable().default(null)),
  isPartyMember: field('出资人是否党员', optionalFlag, { sensitivity: 'membership' }),
  isSecretary: field('出资人是否兼任书记', optionalFlag),
  /** 是否两代表一委员 when only yes or no is known; the roles themselves are in `publicRoles`. */
  hasPublicRole: field('出资人是否两代表一委员', optionalFlag),
  publicRoles: field('两代表一委员', mapOf(publicRole)),
});

const massOrg = (label: string) =>
  field(
    label,
    entity({ has: field('是否建立', optionalFlag), since: field('建立时间', optionalPartialDay) }).default({
      has: null,
      since: null,
    }),
  );
export const massOrgsSchema = entity({
  union: massOrg('工会'),
  league: massOrg('共青团'),
  women: massOrg('妇联'),
});
const noMassOrgs = {
  union: { has: null, since: null },
  league: { has: null, since: null },
  women: { has: null, since: null },
};

export const unitSchema = entity({
  ...documentFields,
  unitType: field('单位类别', unitTypes.schema, { isMust: true }),
  name: field('单位名称', text, { isMust: true }),
  formerNames: field('曾用名', z.array(text).default([])),
  uscc: field('统一社会信用代码', optionalText, { isMust: true }),
  oldRegNo: field('原注册号', optionalText),
  /** Head unit of a branch office without its own code: the branch is left out of the base. */
  headUnitId: field('总部单位', optionalId),
  townshipId: field('所属乡镇', id, { isMust: true }),
  /** Villages, parks, buildings, streets, markets this unit sits in (orgUnit ids). */
  siteIds: field('所在村/园区/楼宇', idList),
  siteKind: field('企业座落地', siteKinds.schema.nullable().default(null)),
  isYiBuilding: field('是否亿元楼宇', optionalFlag),
  registeredAddress: field('注册地', optionalText),
  operatingAddress: field('经营地', optionalText, { isMust: true }),
  ownership: field('企业类型', ownerships.schema.nullable().default(null)),
  socialType: field('社会组织类别', socialTypes.schema.nullable().default(null)),
  registrar: field('登记机关', optionalText),
  competentBody: field('业务主管单位', optionalText),
  annualCheck: field('年检', annualChecks.schema.nullable().default(null)),
  isHub: field('枢纽型', optionalFlag),
  industryCode: field(
    '行业',
    z
      .string()
      .regex(/^[A-T]\d{0,4}$/)
      .nullable()
      .default(null),
    { isMust: true },
  ),
  foundedOn: field('成立日期', optionalPartialDay),
  revenueWan: field('年营业收入', optionalAmount, { measure: '万元' }),
  revenueYear: field('营业收入年度', year.nullable().default(null)),
  staff: field('从业人员', optionalCount, { isMust: true, measure: '人' }),
  staffAsOf: field('从业人员截至', optionalPartialDay),
  staffFullTime: field('专职人员', optionalCount, { measure: '人' }),
  staffPartTime: field('兼职人员', optionalCount, { measure: '人' }),
  aboveScale: field('是否规上', optionalFlag, { isMust: true }),
  aboveScaleBasis: field('规上口径', aboveScaleBases.schema.nullable().default(null)),
  keyFields: field('重点领域', z.array(keyFields.schema).default([])),
  legalRep: field('法定代表人', optionalText),
  owner: field(
    '出资人',
    ownerSchema.default({
      name: null,
      politicalStatus: null,
      isPartyMember: null,
      isSecretary: null,
      hasPublicRole: null,
      publicRoles: {},
    }),
  ),
  contact: field('联系人', contact, { isMust: true }),
  status: field('经营状态', unitStatuses.schema, { isMust: true }),
  statusSince: field('状态起始', optionalPartialDay),
  /** Earlier states, keyed by the day each began (YYYY-MM-DD or shorter); the present one is `status`. */
  pastStatuses: field('以往状态', mapOf(unitStatuses.schema)),
  declared: field('填报数', declaredSchema),
  notBuiltReason: field('未建原因', notBuiltReasons.schema.nullable().default(null)),
  plannedBuildOn: field('拟建时间', optionalPartialDay),
  responsibleLeader: field('责任领导', optionalText),
  buildProgress: field('组建进展', optionalText),
  buildClosedOn: field('销号时间', optionalDay),
  massOrgs: field('群团组织', massOrgsSchema.default(noMassOrgs)),
  hasWorkersCongress: field('职代会', optionalFlag),
  contractPct: field('劳动合同签订率', percent.nullable().default(null), { measure: '%' }),
  hasInsurance: field('社会保险', optionalFlag),
  remarks: field('备注', optionalText),
});
export type Unit = z.infer<typeof unitSchema>;
