/** Columns of ledgers of enterprises (F1, F3 and their relatives) and social organizations (F10). */
import { broadSpec, choiceSpec, type FieldSpec, ignoredHeadings, restSpec, spec } from './field-spec';

/** Where the row belongs; read into `siteName` and the like. */
const placeFields: readonly FieldSpec[] = [
  spec('row.township', 'text', '乡镇 街道 乡镇街道 所属乡镇 所在乡镇 镇街 所属街道 所属镇街', '所属乡镇'),
  spec(
    'row.site',
    'text',
    '村 社区 村社区 村居 所在村 所属村 所在社区 所属社区 所属村社区 所在村社区 村社区园区 所属村园区 所在村园区 所属村社区园区 所在村居 所属村居 辖区 所属网格 所属单位 填报单位 报送单位 村名 村社 村社名称 村社区名称',
    '所在村(社区)',
  ),
  spec(
    'row.park',
    'text',
    '所在园区商务楼宇名称 所在园区楼宇名称 所在园区或楼宇 园区名称 楼宇名称 所在园区 所在楼宇 所在园区或楼宇名称 园区楼宇名称 所属园区 商务楼宇名称',
    '所在园区、楼宇',
  ),
  { ...choiceSpec('row.parkGrade', 'parkGrade', '园区级别 园区等级 所在园区级别'), label: '园区级别' },
  choiceSpec(
    'unit.siteKind',
    'siteKind',
    '企业座落地 企业坐落地 座落地 坐落地 座落位置 坐落位置 企业所在地类型 所在区域',
  ),
  spec('unit.isYiBuilding', 'yesNo', '是否亿元楼宇 亿元楼宇'),
];

/** The telephone of a unit where no column has a mobile; else for rows that leave it empty. */
const landline = '固定电话 固话 座机 座机电话 座机号码 办公电话';

const identityFields: readonly FieldSpec[] = [
  spec(
    'unit.name',
    'unitName',
    '单位名称 企业名称 组织名称 社会组织名称 名称 企业全称 单位全称 企业 非公企业名称 非公有制企业名称 两新组织名称 机构名称 公司名称 公司全称 企业单位名称 单位企业名称 社会组织全称 个体工商户名称 非公企业 企业名 单位名 商户名称 经营主体名称 市场主体名称 市场主体全称 字号名称 字号',
  ),
  spec('unit.formerNames', 'list', '曾用名 原名称 原名 曾用名称'),
  spec(
    'unit.uscc',
    'uscc',
    '统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一代码 社会统一信用代码 信用代码证号 统一社会信用代码证 统一社会信用代码号 机构代码 组织机构代码 代码 营业执照号 营业执照号码 登记证号 登记证书号',
  ),
  spec('unit.oldRegNo', 'text', '原注册号 注册号 工商注册号 营业执照注册号'),
  choiceSpec('unit.unitType', 'unitType', '单位类别 组织类型 两新组织类型 两新组织类别 单位类型 主体类型'),
  spec('unit.registeredAddress', 'text', '注册地 注册地址 企业注册地 企业注册地址 住所 登记住所'),
  spec(
    'unit.operatingAddress',
    'text',
    '经营地 经营地址 企业经营地 企业经营地址 企业地址 企业详细地址 生产经营地址 单位地址 详细地址 办公地址 住地 地址 经营场所 办公地点 所在地 通讯地址 通信地址 实际经营地 生产经营地',
  ),
  spec('unit.contact.name', 'personName', '联系人 企业联系人 单位联系人 联系人姓名 联系人/姓名'),
  spec(
    'unit.contact.phone',
    'phone',
    '联系电话 电话 联系方式 手机 手机号 手机号码 电话号码 企业联系电话 企业电话 单位电话 联系号码 联系人电话 联系人手机 企业基本情况/联系电话 联系人/电话 法人电话 负责人电话 法人联系电话 负责人联系电话 法定代表人电话 法人手机 法人手机号 负责人手机 业主电话 业主手机 老板电话 老板手机 企业主电话 出资人电话 经营者电话',
  ),
  broadSpec('unit.contact.phone', 'phone', landline),
  restSpec('row.landline', 'phone', landline, '固定电话'),
  spec(
    'unit.contact',
    'nameAndPhone',
    '联系人及电话 联系人及联系电话 联系人和电话 联系人电话及姓名',
    '联系人及电话',
  ),
  spec(
    'unit.legalRep',
    'personName',
    '法定代表人 法人代表 法人 法人姓名 法定代表人姓名 企业法人 法人代表姓名 企业负责人 单位负责人 负责人 负责人姓名 主要负责人 企业负责人姓名 法人名字 法人代表人 社会组织负责人 经营者 经营者姓名',
  ),
  spec('unit.remarks', 'text', '备注 备考 情况说明 说明 其他说明 其他情况说明 附注 备注说明'),
];

const businessFields: readonly FieldSpec[] = [
  choiceSpec(
    'unit.ownership',
    'ownership',
    '企业类型 企业性质 所有制 所有制类型 所有制性质 经济类型 经济性质 企业类别 登记注册类型 注册类型 企业所有制 非公企业类型',
  ),
  { ...choiceSpec('unit.ownership', 'ownership', '性质 类型 类别'), standsBack: 0.2 },
  choiceSpec(
    'unit.status',
    'status',
    '经营状态 经营状况 企业状态 生产经营状态 生产经营状况 状态 存续状态 运营状态 登记状态 经营情况 运营情况',
  ),
  spec(
    'unit.industryCode',
    'industry',
    '行业 所属行业 行业类别 行业门类 行业分类 国民经济行业 主营行业 行业代码',
  ),
  spec(
    'unit.foundedOn',
    'date',
    '成立日期 企业成立时间 企业成立日期 注册时间 注册日期 登记时间 成立登记时间 企业基本情况/成立时间 成立登记日期 登记日期 注册登记日期 注册登记时间 企业注册时间 成立时间',
  ),
  spec(
    'unit.revenueWan',
    'wan',
    '年营业收入 营业收入 年营收 营收 年营业额 营业额 上年度营业收入 上年营业收入 主营业务收入 年销售收入 销售收入 年销售额 销售额 年产值 产值 年主营业务收入',
  ),
  spec(
    'unit.staff',
    'count',
    '从业人员 从业人员数量 从业人数 从业人员数 从业人员总数 从业人员人数 职工人数 职工数 职工总数 员工数 员工人数 员工总数 员工 职工 总人数 在职职工 在职职工数 在职员工 在职员工数 在岗职工 在岗职工数 用工人数 从业人员/总数 从业人员/总人数 从业人员/合计 从业人员/人数 工作人员/总数 工作人员/合计 工作人员/人数 职工/总数 职工/人数 职工数量 员工数量 企业人数 工作人员 工作人员数 工作人员总数 职工总人数 员工总人数 用工总数 用工总人数 现有职工 现有职工数 现有员工数 用工数',
  ),
  broadSpec('unit.staff', 'count', '人数'),
  spec(
    'unit.staffFullTime',
    'count',
    '专职人员 专职 其中专职 专职工作人员数 专职人数 专职人员数 专职从业人员 专职工作人员 从业人员/专职 工作人员/专职 专职员工',
  ),
  spec(
    'unit.staffPartTime',
    'count',
    '兼职人员 兼职 兼职人数 兼职人员数 兼职从业人员 兼职工作人员 从业人员/兼职',
  ),
  spec(
    'unit.aboveScale',
    'yesNo',
    '是否规上 是否规模以上企业 是否规上企业 规上 规模以上 是否规模以上 规上企业 规模以上企业 是否为规上企业 是否为规模以上企业 是否规模企业',
  ),
  choiceSpec(
    'unit.socialType',
    'socialType',
    '社会组织类别 社会组织类型 社会组织性质 类别 组织类别 登记类别 登记类型 类型 性质',
  ),
  spec('unit.registrar', 'text', '登记机关 登记机构 登记管理机关 登记管理机构 登记部门'),
  spec(
    'unit.competentBody',
    'text',
    '业务主管单位 主管单位 业务主管部门 主管部门 行业主管部门 行业主管单位 业务主管',
  ),
  choiceSpec(
    'unit.annualCheck',
    'annualCheck',
    '年检 年检情况 年检结果 年检结论 年度检查 年度检查结果 年度检查结论 年检年报',
  ),
  spec('unit.isHub', 'yesNo', '枢纽型 是否枢纽型 是否枢纽型社会组织'),
  spec('unit.hasWorkersCongress', 'yesNo', '职代会 是否建立职代会 职工代表大会 是否建立职工代表大会'),
  spec('unit.contractPct', 'percent', '劳动合同签订率 合同签订率'),
  spec('unit.hasInsurance', 'yesNo', '社会保险 社保 是否缴纳社保 是否参加社会保险'),
];

const ownerFields: readonly FieldSpec[] = [
  spec(
    'unit.owner.name',
    'personName',
    '出资人姓名 出资人 企业出资人姓名 企业出资人 业主 业主姓名 企业主 企业主姓名 老板 实际控制人 主要出资人 出资人/姓名 业主/姓名 企业主/姓名',
  ),
  choiceSpec(
    'unit.owner.politicalStatus',
    'politicalStatus',
    '出资人政治面貌 出资人/政治面貌 业主政治面貌 业主/政治面貌 企业主政治面貌 政治面貌',
  ),
  spec(
    'unit.owner.isPartyMember',
    'yesNo',
    '出资人是否党员 是否是党员 是否党员 出资人/是否党员 出资人/是否是党员 业主是否党员 负责人/是否党员 是否为党员 出资人是否为党员 出资人是否是党员 是否中共党员 是否为中共党员 是否是中共党员',
  ),
  spec(
    'unit.owner.isSecretary',
    'yesNo',
    '出资人是否兼任书记 是否兼任党组织书记 是否兼任书记 兼任书记 兼书记 是否兼书记 是否兼任支部书记 是否兼任党支部书记 是否担任书记 是否担任党组织书记',
  ),
  spec(
    'unit.owner.hasPublicRole',
    'yesNo',
    '出资人是否两代表一委员 是否两代表一委员 两代表一委员 是否为两代表一委员 是否是两代表一委员',
  ),
];

const buildFields: readonly FieldSpec[] = [
  spec(
    'row.orgBuilt',
    'yesNo',
    '有没有党组织 有没有党支部 有无党支部 是否有党支部 是否建立党组织 是否建立 是否成立党组织 是否成立 是否组建党组织 是否组建 是否已建党组织 是否已建立党组织 是否有党组织 有无党组织 已建党组织 是否建党组织 是否建立党支部 是否成立党支部 建立党组织情况 是否建立了党组织 是否单独或联合建立党组织',
    '是否建立党组织',
  ),
  choiceSpec(
    'unit.notBuiltReason',
    'notBuiltReason',
    '未建原因 未建立党组织原因 未建党组织原因 未成立原因 未成立党组织原因 未建立原因 未组建原因 未组建党组织原因 未建立党组织的原因 未成立党组织的原因 没有建立党组织的原因 未建立党组织主要原因',
  ),
  spec('unit.plannedBuildOn', 'date', '拟建时间 计划组建时间 拟组建时间 计划建立时间 拟成立时间'),
  spec('unit.responsibleLeader', 'text', '责任领导 联系领导 包联领导 包保领导 挂点领导 挂联领导'),
  spec('unit.buildProgress', 'text', '进展 组建进展 工作进展 进展情况'),
  spec('unit.buildClosedOn', 'date', '销号时间 销号日期'),
  spec(
    'unit.declared.hasInstructor',
    'yesNo',
    '未建党组织的是否选派党建工作指导员联络员 未建的是否选派指导员联络员 未建党组织的是否选派指导员联络员 是否选派指导员 是否选派党建指导员 是否选派党建工作指导员 是否选派指导员联络员 是否选派党建指导员联络员 是否派驻党建指导员 是否派驻指导员 有无指导员 是否配备指导员 是否选派党建工作指导员联络员 未建党组织是否选派指导员 是否有指导员 是否有党建指导员',
  ),
  spec(
    'row.instructorNames',
    'people',
    '指导员 党建指导员 党建工作指导员 指导员姓名 党建指导员姓名 派驻指导员 选派指导员 指导员/姓名 党建指导员联络员 指导员联络员 党建指导员联络员姓名',
    '指导员',
  ),
  spec(
    'row.liaisonNames',
    'people',
    '联络员 党建联络员 党建工作联络员 联络员姓名 党建联络员姓名 联络员/姓名',
    '联络员',
  ),
  spec('row.envoyNames', 'people', '特派员 党建特派员 特派员姓名', '特派员'),
  spec(
    'row.instructor',
    'nameAndPhone',
    '指导员及电话 指导员及联系电话 联络员及电话 联络员及联系电话 指导员姓名及电话 联络员姓名及电话',
    '指导员及电话',
  ),
  spec(
    'row.instructorPhone',
    'phone',
    '指导员电话 指导员联系电话 指导员手机 党建指导员电话 党建指导员联系电话 指导员联系方式 指导员联络员电话 指导员联络员联系电话 指导员/联系电话 指导员/电话',
    '指导员电话',
  ),
  spec(
    'row.liaisonPhone',
    'phone',
    '联络员电话 联络员联系电话 联络员手机 党建联络员电话 党建联络员联系电话 联络员联系方式 联络员/联系电话 联络员/电话',
    '联络员电话',
  ),
  spec('row.envoyPhone', 'phone', '特派员电话 特派员联系电话 党建特派员电话 特派员/联系电话', '特派员电话'),
];

export const unitFieldsOnly: readonly FieldSpec[] = [
  ignoredHeadings,
  ...placeFields,
  ...identityFields,
  ...businessFields,
  ...ownerFields,
  ...buildFields,
];
