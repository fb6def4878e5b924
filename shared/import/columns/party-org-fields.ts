/** Columns about Party organizations, inside a ledger of units or in a sheet of their own. */
import { choiceSpec, type FieldSpec, ignoredHeadings, spec } from './field-spec';

/** As a ledger of units heads them. */
export const orgFieldsInUnits: readonly FieldSpec[] = [
  spec(
    'partyOrg.name',
    'orgName',
    '党组织名称 党支部名称 支部名称 党组织全称 所属党组织 所在党组织 党组织/名称 党组织设置/名称 党组织 党组织名 所属党支部 所在党支部 所属党组织名称',
  ),
  spec(
    'partyOrg.foundedOn',
    'date',
    '党组织成立时间 党组织建立时间 党组织组建时间 组建时间 支部成立时间 党支部成立时间 党组织/成立时间 党组织设置/成立时间 党组织/建立时间 建立时间 成立党组织时间 建立党组织时间 党组织批准成立时间 党组织成立日期',
  ),
  choiceSpec(
    'partyOrg.formation',
    'formation',
    '组建方式 党组织组建形式 组建形式 党组织组建方式 建立方式 党组织建立方式 设置形式 党组织设置形式 设置方式 组建类型 建立形式 成立方式 成立形式 党组织建立形式 党组织设置方式 组织覆盖形式 组织覆盖方式 覆盖形式 覆盖方式 党组织覆盖方式 党组织覆盖形式',
  ),
  choiceSpec(
    'partyOrg.tier',
    'tier',
    '党组织类别 党组织类型 党组织/类别 党组织设置/类别 党组织/类型 党组织形式 党组织层级 支部类型 支部类别 支部性质 党支部类型',
  ),
  spec(
    'partyOrg.superiorName',
    'text',
    '上级党组织 上级党组织名称 上级党委 所属上级党委 上级党委名称 隶属党委 隶属党组织 所属上级党组织 党组织/上级 党组织隶属 隶属关系 党组织隶属关系',
  ),
  spec(
    'partyOrg.secretary',
    'people',
    '党组织书记姓名 书记姓名 支部书记 书记 党组织书记 党支部书记 书记/姓名 党支部书记姓名 支部书记姓名 党组织负责人 党组织负责人姓名 支书 党组织书记/姓名',
    '书记',
  ),
  choiceSpec(
    'partyOrg.secretarySource',
    'secretarySource',
    '书记来源 书记类别 书记类型 来源 党组织书记来源 书记/来源 党组织书记/来源 书记人员来源 担任书记人员来源 支部书记来源 书记身份',
  ),
  spec('partyOrg.isSecretaryFullTime', 'yesNo', '专职书记 是否专职书记 书记是否专职 书记/是否专职'),
  spec(
    'partyOrg.phone',
    'phone',
    '党组织联系电话 书记联系电话 书记电话 党组织电话 支部书记电话 党组织/联系电话 党组织/电话 书记/联系电话 书记/电话 书记手机 书记联系方式 书记手机号 支部书记联系电话 党支部书记电话',
  ),
  spec(
    'row.covers',
    'list',
    '联合支部覆盖单位 覆盖单位 覆盖企业 联合党支部覆盖单位 覆盖企业名称 覆盖单位名称 联建单位 联建企业 联合企业 涵盖单位 涵盖企业 覆盖两新组织 覆盖两新组织名称 所覆盖企业 所覆盖单位 所覆盖的非公企业 覆盖非公企业 覆盖社会组织',
    '覆盖单位',
  ),
];

/** A roster of Party organizations. */
export const partyOrgFields: readonly FieldSpec[] = [
  ignoredHeadings,
  spec('row.township', 'text', '乡镇 街道 乡镇街道 所属乡镇', '所属乡镇'),
  spec('row.site', 'text', '村 社区 村社区 所在村 所属村社区 所在村社区 村社区园区', '所在村(社区)'),
  spec(
    'partyOrg.name',
    'orgName',
    '党组织名称 名称 党支部名称 支部名称 党组织全称 党组织 基层党组织名称 两新党组织名称',
  ),
  spec('partyOrg.code', 'text', '党组织编码 党组织代码 组织代码 编码'),
  choiceSpec(
    'partyOrg.tier',
    'tier',
    '党组织类别 类别 支部类型 支部类别 支部性质 党支部类型 党组织类型 类型 党组织形式 组织形式 组织类别 组织类型 层级',
  ),
  spec(
    'partyOrg.foundedOn',
    'date',
    '成立时间 党组织成立时间 建立时间 成立日期 组建时间 批准成立时间 党组织建立时间',
  ),
  spec('partyOrg.approvalNo', 'text', '批复文号 批准文号 文号 成立批复文号'),
  spec('partyOrg.approvedBy', 'text', '审批单位 批准单位 批复单位'),
  spec('partyOrg.termYears', 'count', '任期 任期年 任期年限'),
  spec(
    'partyOrg.termStart',
    'date',
    '本届起 本届起始 本届选举时间 换届时间 上次换届时间 本届任期起 本届班子选举时间 上次换届 换届日期 最近换届时间',
  ),
  spec(
    'row.termEnd',
    'ignore',
    '届满 届满时间 届满日期 任期届满 任期届满时间 任期届满日期 应换届时间 到届时间 下次换届时间 换届到期时间',
    '届满时间',
  ),
  spec('partyOrg.hasDisciplineBody', 'yesNo', '设纪委或纪检委员 是否设纪检委员 纪检委员设置'),
  choiceSpec('partyOrg.status', 'orgStatus', '党组织状态 状态'),
  spec('row.deputy', 'people', '副书记 副书记姓名', '副书记'),
  spec('row.organization', 'people', '组织委员', '组织委员'),
  spec('row.publicity', 'people', '宣传委员', '宣传委员'),
  spec('row.discipline', 'people', '纪检委员', '纪检委员'),
  spec('row.member', 'people', '委员 支部委员', '委员'),
  spec('row.hostUnit', 'list', '依托单位 所在单位 单位名称 企业名称 所在企业', '依托单位'),
  spec(
    'row.members',
    'ignore',
    '覆盖企业数 覆盖单位数 是否按期换届 党员数 党员人数 党员总数 党员 现有党员 现有党员数 正式党员 正式党员数 预备党员 预备党员数 其中预备 其中预备党员',
    '党员数、换届情况',
  ),
  spec('partyOrg.phone', 'phone', '联系电话 电话 联系方式 手机'),
  spec('partyOrg.remarks', 'text', '备注 说明'),
  ...orgFieldsInUnits.filter(
    ({ field }) =>
      !['partyOrg.name', 'partyOrg.foundedOn', 'partyOrg.tier', 'partyOrg.phone'].includes(field),
  ),
  spec('partyOrg.phone', 'phone', '书记联系电话 书记电话 书记/联系电话 书记手机 党组织联系电话'),
];
