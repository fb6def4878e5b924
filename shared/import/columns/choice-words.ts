/**
 * Words of every age and place for the codes of the model (H16, H26): one table, both for cells of an enumerated
 * column and for the sub-headings of one-of groups with ticks. A leading ? marks a word that must be confirmed.
 */
export type ChoiceName = keyof typeof choiceWords;
type Words = Readonly<Record<string, readonly string[]>>;

const orgTiers: Words = {
  jointBranch: ['联合党支部', '联合支部'],
  generalBranch: ['党总支', '总支', '党总支部', '总支部', '总支委员会'],
  tempBranch: ['临时党支部', '临时支部'],
  floatingBranch: ['流动党员党支部', '流动党支部', '流动支部'],
  committee: ['党委', '党的委员会', '基层党委', '党委会'],
  branch: ['党支部', '支部', '独立支部', '支部委员会', '单独党支部'],
};

export const choiceWords = {
  unitType: {
    enterprise: ['非公有制企业', '非公企业', '企业', '非公', '新经济组织', '非公有制经济组织'],
    socialOrg: ['社会组织', '新社会组织', '社会团体', '民办非企业单位', '基金会'],
    individualBusiness: ['个体工商户', '个体户', '个体'],
  },
  ownership: {
    private:
      '私营企业 私营 民营 民营企业 私企 民企 个体私营 私营有限责任公司 有限责任公司 私营独资 自然人独资 个人独资 内资 ?股份制 ?有限公司 ?个体'.split(
        ' ',
      ),
    hkmt: '港澳台商投资企业 港澳台商投资 港澳台 港澳台商 港澳台资 港澳台投资 港澳台企业 港资 台资 澳资 台商 港商 港澳台投资企业'.split(
      ' ',
    ),
    foreign: '外商投资企业 外商 外资 外企 外资企业 外商独资 外商投资 合资 中外合资 ?三资 ?三资企业'.split(
      ' ',
    ),
    mixed: '混合所有制 混合所有 混合制 混合 股份合作 股份合作制 国有参股'.split(' '),
    coop: '合作社 农民专业合作社 专业合作社'.split(' '),
    other: '其他 其它 其他企业 ?集体 ?集体企业 ?国有 ?联营'.split(' '),
  },
  socialType: {
    association: '社会团体 社团 协会 商会 学会 联合会'.split(' '),
    nonEnterprise:
      '民办非企业单位 民办非企业 民非 民非企业 社会服务机构 民办非企业单位(社会服务机构) 社会服务组织 民办学校'.split(
        ' ',
      ),
    foundation: '基金会 基金'.split(' '),
    intermediary: '中介组织 中介 中介机构 社会中介组织 律师事务所 会计师事务所'.split(' '),
  },
  annualCheck: {
    passed: '合格 年检合格 通过 优秀'.split(' '),
    basic: '基本合格 年检基本合格 基本通过'.split(' '),
    failed: '不合格 年检不合格 未通过'.split(' '),
    absent: '未参检 未年检 未参加 未参加年检 未检 逾期未检'.split(' '),
  },
  parkGrade: {
    national: '国家级 国家'.split(' '),
    city: '市级 市'.split(' '),
    district: '区级及以下 区级 县级 区县级 县级及以下 乡镇级'.split(' '),
  },
  siteKind: {
    park: '园区 工业园区 开发区 产业园'.split(' '),
    building: '楼宇 商务楼宇 商务楼'.split(' '),
    other: '其他 其它 村 社区 村社区 其他区域'.split(' '),
  },
  status: {
    operating: '正常经营 正常 经营 在营 存续 开业 营业 正常生产 生产 在业 运营 正常运营'.split(' '),
    preparing: '筹建 筹备 在建 筹建中'.split(' '),
    suspended:
      '停产停业 停产 停业 歇业 停工 半停产 关停 已停产 已停业 暂停营业 已关停 关闭 倒闭 已关闭 已倒闭'.split(
        ' ',
      ),
    shell: '空壳 空壳企业 无实体 僵尸企业 无经营 无实际经营'.split(' '),
    revoked: '吊销 已吊销 吊销执照'.split(' '),
    deregistered: '注销 已注销 销户'.split(' '),
    movedOut: '迁出 已迁出 搬迁 已搬迁 搬走 外迁 迁址'.split(' '),
    merged: '合并 已合并 被合并 被兼并'.split(' '),
  },
  notBuiltReason: {
    noMembers: '没有党员 无党员 没党员 没有正式党员'.split(' '),
    under3:
      '正式党员不足3人 党员不足3人 不足3名党员 党员不足三人 党员人数不足 不足三名 正式党员不足三人 党员不够 党员少于3人 不足3人'.split(
        ' ',
      ),
    ownerUnwilling:
      '出资人不支持 企业出资人不支持 业主不支持 负责人不支持 企业主不支持 业主不愿意 老板不支持 法人不支持 不愿建立 企业不支持'.split(
        ' ',
      ),
    noGuidance:
      '上级未及时指导 上级党组织未及时指导 上级党组织指导不及时 未及时指导 上级指导不力 上级未指导 上级党组织未指导'.split(
        ' ',
      ),
    other: '其他 其它 其他原因 其它原因'.split(' '),
  },
  formation: {
    solo: '单独组建 单独 单独建立 独立组建 独立 单建 单独成立 独立建立 单独设立 独建'.split(' '),
    joint: '联合组建 联合 联合建立 联建 联合成立 联合设立 与其他企业联合'.split(' '),
    regional: '区域性党组织 区域 区域性 区域联建 区域建立 村企联建 村企联合'.split(' '),
    industry: '行业性党组织 行业 行业性 行业联建 行业建立'.split(' '),
    grid: '网格建立 网格 网格组建 网格化 网格成立'.split(' '),
    affiliated: '挂靠 挂靠组建 挂靠建立 依托'.split(' '),
    other: '其他 其它 其他方式'.split(' '),
  },
  tier: orgTiers,
  secretarySource: {
    owner:
      '出资人 出资人担任 业主 企业主 老板 出资人兼任 企业出资人 法人 法定代表人 负责人 负责人担任 企业负责人 社会组织负责人'.split(
        ' ',
      ),
    middle:
      '中层管理人员 中层 中层管理人员担任 中层担任 管理人员 高管 高层 中高层管理人员 企业管理层 管理层'.split(
        ' ',
      ),
    insideElected: '内部选举 内选 选举产生 内部选举产生 职工担任 职工 内部产生'.split(' '),
    dispatched:
      '上级选派 上级党组织选派 选派 下派 组织选派 机关选派 上级委派 上级党组织委派 委派 派驻 上级下派'.split(
        ' ',
      ),
    hired: '外聘 聘用 招聘 公开招聘 退休干部 返聘'.split(' '),
    other: '其他 其它 其他人员担任 其他人员 其它人员'.split(' '),
  },
  venueMode: {
    own: '单独 独立 单独使用 自有 单独场所 有单独场所'.split(' '),
    shared: '共用 共享 合用 与其他单位共用 联合 共用场所'.split(' '),
    community: '依托社区 社区共用 与社区共用 社区 依托村 村社区 依托村社区'.split(' '),
  },
  gender: { male: ['男', '男性'], female: ['女', '女性'] },
  education: {
    postgraduate: '研究生 硕士 博士 硕士研究生 博士研究生'.split(' '),
    bachelor: '大学本科 本科 大学 学士 大本'.split(' '),
    college: '大专 专科 大学专科 高职'.split(' '),
    vocational: '中专 中技 中专技 技校 职高 中职'.split(' '),
    highSchool: '高中 普通高中'.split(' '),
    juniorHigh: '初中 初级中学'.split(' '),
    primary: '小学及以下 小学 文盲 半文盲'.split(' '),
  },
  politicalStatus: {
    '01': '中共党员 党员 共产党员 正式党员'.split(' '),
    '02': '中共预备党员 预备党员'.split(' '),
    '03': '共青团员 团员'.split(' '),
    '04': '民革党员 民革'.split(' '),
    '05': '民盟盟员 民盟'.split(' '),
    '06': '民建会员 民建'.split(' '),
    '07': '民进会员 民进'.split(' '),
    '08': '农工党党员 农工党'.split(' '),
    '09': '致公党党员 致公党'.split(' '),
    '10': '九三学社社员 九三学社'.split(' '),
    '11': '台盟盟员 台盟'.split(' '),
    '12': '无党派人士 无党派'.split(' '),
    '13': '群众 普通群众 一般群众'.split(' '),
  },
  instructorRole: {
    instructor: '党建指导员 指导员 党建工作指导员'.split(' '),
    liaison: '党建联络员 联络员 党建工作联络员'.split(' '),
    envoy: '党建特派员 特派员'.split(' '),
  },
  dispatchGrade: {
    county: '县级 区级 市级 县区级 县 区'.split(' '),
    township: '乡镇级 镇级 街道级 乡级 镇街级 乡镇 乡镇街道 街道'.split(' '),
  },
  annualGrade: {
    excellent: ['优秀'],
    competent: ['称职', '合格'],
    basic: ['基本称职', '基本合格'],
    incompetent: ['不称职', '不合格'],
  },
  roomKind: {
    serviceCentre: '党群服务中心 党员服务中心 服务中心 党群中心'.split(' '),
    workStation: '党建工作指导站 党建指导站 党建工作站 党建工作(指导)站 指导站 工作站'.split(' '),
    memberRoom: '党员活动室 活动室 党员之家 党建活动室'.split(' '),
    studio: '党群工作室 工作室 党建工作室'.split(' '),
    staffHome: '职工之家 职工活动室 党员职工之家'.split(' '),
    sharedVenue: '共享阵地 共享场所 共享空间'.split(' '),
    other: '其他 其它'.split(' '),
  },
  roomMode: {
    own: '单独 自建 自有 独立 单独使用'.split(' '),
    shared: '共用 共享 合用 联建'.split(' '),
    community: '依托社区 社区共用 依托村 依托村社区 社区'.split(' '),
  },
  roomStatus: {
    inUse: '在用 使用中 正常 正常使用 启用'.split(' '),
    repair: '维修 维修中 改造 装修 在建'.split(' '),
    closed: '停用 关闭 闲置 未使用'.split(' '),
  },
  personStage: {
    full: '正式党员 正式 党员 中共党员'.split(' '),
    probationary: '预备党员 预备 中共预备党员'.split(' '),
    candidate: '发展对象 拟发展对象'.split(' '),
    activist: '入党积极分子 积极分子'.split(' '),
    applicant: '入党申请人 申请人 申请入党'.split(' '),
    exited: '已减少 已转出 转出'.split(' '),
  },
  jobKind: {
    owner: '出资人 业主 老板 法人'.split(' '),
    senior: '高级管理人员 高管 高层 高层管理人员'.split(' '),
    middle: '中层管理人员 中层 管理人员 中层干部'.split(' '),
    technical: '专业技术人员 技术人员 专业技术 技术'.split(' '),
    frontline: '生产一线 一线 一线职工 工人 普通职工 一线工人'.split(' '),
    sales: '销售 销售人员 业务员'.split(' '),
    other: '其他 其它'.split(' '),
  },
  orgStatus: {
    active: '正常 正常运转'.split(' '),
    weak: '软弱涣散 后进 软弱涣散党组织'.split(' '),
    dissolved: '撤销 已撤销'.split(' '),
  },
} as const satisfies Record<string, Words>;
