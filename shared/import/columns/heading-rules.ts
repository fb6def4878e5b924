/**
 * Headings by what they speak of and what they ask about it, for wordings no table lists: 书记产生方式 is about the
 * secretary and asks where he comes from. First rule that fits; weaker than the tables, and always asked.
 */
import type { SheetKind } from '../model';

interface HeadingRule {
  readonly field: string;
  readonly says: RegExp;
  /** Words that make it another thing. */
  readonly not?: RegExp;
}

const org = '党组织|党支部|支部';
const when = /时间|日期|年月|何时|什么时候/;
const person = /电话|手机|联系|是否|党员|政治|面貌|书记|来源|身份|性别|年龄|学历|代码|类|性质/;
/** A part of the members, not all of them. */
const part =
  /女|预备|流动|农村|退休|发展|处置|35|大学|高中|困难|不在|在外|拟|占比|比例|率|姓名|名单|名册|业主|出资人|法人|负责人|是否|培训|轮训|活动|身份/;

const massOrgRules: readonly HeadingRule[] = [
  { field: 'unit.massOrgs.union.has', says: /工会/, not: /时间|日期|经费|主席|会员|电话|书记|数/ },
  { field: 'unit.massOrgs.league.has', says: /共青团|团组织|团支部|团委/, not: /时间|日期|书记|人数|数/ },
  { field: 'unit.massOrgs.women.has', says: /妇联|妇女组织|妇委会/, not: /时间|日期|主席|主任|人数|数/ },
];

const orgRules: readonly HeadingRule[] = [
  { field: 'partyOrg.secretarySource', says: /(?:书记|负责人).*(?:来源|渠道|产生|选任|身份|类别|类型)/ },
  { field: 'partyOrg.phone', says: /书记.*(?:电话|手机|联系)/ },
  { field: 'partyOrg.secretary', says: /^(?:现任|现|本届)?(?:党组织|党支部|支部)?书记(?:姓名|名字)?$/ },
  { field: 'unit.notBuiltReason', says: /(?:未|没|不|暂).*(?:原因|理由)/ },
  {
    field: 'partyOrg.foundedOn',
    says: new RegExp(`(?:${org}|批准|批复).*(?:${when.source})|建.*(?:${org}).*(?:时间|日期)`),
    not: /换届|届满|任期|拟|计划|未|上次|选举/,
  },
  {
    field: 'row.orgBuilt',
    says: new RegExp(
      `(?:是否|有无|有没有|是不是|已经?).*(?:${org})|(?:${org}).*(?:是否|有无|(?:建立|组建|成立)(?:情况|与否)$)`,
    ),
    not: /党员|书记|换届|方式|形式|覆盖|活动|规范|时间|日期|原因|名称|指导/,
  },
  {
    field: 'partyOrg.formation',
    says: /(?:组建|建立|成立|设置|覆盖|建制).*(?:方式|形式|模式|类型|途径|情况)/,
    not: /时间|日期|工会|团|妇|公司|企业成立/,
  },
  {
    field: 'partyOrg.tier',
    says: new RegExp(`(?:${org}).*(?:类别|类型|种类|级别|层级|规格|性质|形式)`),
    not: /组建|建立|书记|活动/,
  },
  { field: 'partyOrg.superiorName', says: /(?:上级|主管).*党|隶属.*党委/ },
  {
    field: 'partyOrg.name',
    says: new RegExp(`(?:归属|所属|所在|隶属|名称|全称|叫).*(?:${org})|(?:${org}).*(?:名称|全称|叫)`),
    not: /上级|书记|党员|联系|指导/,
  },
];

const unitRules: readonly HeadingRule[] = [
  { field: 'unit.competentBody', says: /(?:业务|行业)(?:主管|指导|管理)(?:单位|部门)/ },
  { field: 'unit.registrar', says: /登记.*(?:机关|部门|机构)/ },
  { field: 'unit.annualCheck', says: /年检|年度检查/, not: /时间|日期/ },
  { field: 'unit.uscc', says: /信用代码|机构代码|统一代码/ },
  { field: 'unit.aboveScale', says: /规上|规模以上|规模企业/, not: /时间|数|名单/ },
  {
    field: 'unit.revenueWan',
    says: /营业?(?:总|额)?收入?|营业额|销售|产值/,
    not: /增长|利润|税|率|占|日期|时间/,
  },
  {
    field: 'unit.ownership',
    says: /所有制|(?:经济|企业|投资|注册|登记注册)(?:成分|性质|类型|类别)/,
    not: /行业|党|状态|规模/,
  },
  { field: 'unit.declared.elsewhere', says: /党员.*(?:不在|在外)|(?:不在|在外).*党员/, not: /是否|姓名/ },
  { field: 'unit.declared.probationary', says: /预备党员/, not: /姓名|是否/ },
  { field: 'unit.declared.members', says: /党员/, not: part },
  { field: 'unit.staffFullTime', says: /^(?:其中)?(?:全职|专职)(?:人员|员工|工作人员)?(?:人数|数)?$/ },
  {
    field: 'unit.staff',
    says: /(?:职工|员工|从业|用工|就业|工作人员).*(?:数|人)?/,
    not: /党员|专职|兼职|女|退休|大专|大学|代表|之家|高|技术|管理|培训|工资|参保|比|率|占|新增|是否|外地|残/,
  },
  {
    field: 'unit.owner.name',
    says: /^(?:主要)?(?:业主|老板|出资人|投资人|投资者|企业主|大股东)(?:姓名|名字)?$/,
  },
  { field: 'unit.legalRep', says: /法人|法定代表|负责人|理事长|会长|园长|校长|院长|经营者/, not: person },
  {
    field: 'unit.contact.phone',
    says: /电话|手机|联系方式|联系号码/,
    not: /书记|指导员|联络员|特派员|党组织|支部/,
  },
];

const rules: Readonly<Partial<Record<SheetKind, readonly HeadingRule[]>>> = {
  units: [...massOrgRules, ...orgRules, ...unitRules],
  socialOrgs: [...massOrgRules, ...orgRules, ...unitRules],
};

/** @param keys of the heading path, top-down */
export function fieldByRule(kind: SheetKind, keys: readonly string[]): string | null {
  const said = keys.join('');
  const rule = rules[kind]?.find(({ says, not }) => says.test(said) && !(not?.test(said) ?? false));
  return rule?.field ?? null;
}
