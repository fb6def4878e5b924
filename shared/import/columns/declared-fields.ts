/** Columns of counts and conditions an office states about a unit (填报数). */
import { broadSpec, choiceSpec, type FieldSpec, restSpec, spec } from './field-spec';

const d = (name: string) => `unit.declared.${name}`;

/** Members an organization looks after, wherever their relation is. */
const inCharge = '纳入管理党员数 党员/纳入管理 党员队伍/纳入管理';

const memberFields: readonly FieldSpec[] = [
  spec(
    d('members'),
    'count',
    '党员总数 党员数 党员人数 党员 党员名数 党员数量 组织关系在非公企业的党员总数 组织关系在企业的党员总数 组织关系在本企业党员数 组织关系在本单位党员数 关系在本企业党员数 关系在本单位党员数 关系在本企业的党员数 组织关系在本企业的党员数 组织关系在本单位的党员数 组织关系在社会组织的党员总数 组织关系在企业党员数 组织关系在企业的党员数 组织关系在本企业的党员总数 中共党员数 中共党员人数 组织关系在本企业党员总数 现有党员 现有党员数 在册党员 在册党员数 党员总人数 党员/总数 党员队伍/总数 党员/关系在内 党员情况/总数',
  ),
  broadSpec(d('members'), 'count', `从业人员/党员 其中党员 其中党员数 ${inCharge}`),
  spec(
    'row.fullMembers',
    'fullMembers',
    '正式党员 正式党员数 正式党员人数 其中正式党员 党员/正式 党员数/正式 党员队伍/正式党员',
    '正式党员数',
  ),
  restSpec('row.membersInCharge', 'count', inCharge, '纳入管理党员数'),
  spec(
    d('probationary'),
    'count',
    '预备党员 其中预备党员 预备党员数 预备党员人数 党员/预备 党员队伍/预备党员',
  ),
  spec(
    d('elsewhere'),
    'count',
    '关系不在本单位党员数 关系不在本企业党员数 组织关系不在本企业党员数 组织关系不在本单位党员数 组织关系不在非公企业的党员总数 组织关系不在企业的党员数 关系不在企业党员数 口袋党员 隐形党员 组织关系不在本企业的党员数 关系在外党员',
  ),
  spec(d('floating'), 'count', '流动党员 流动党员数 流动党员人数'),
  spec(
    d('under35'),
    'count',
    '35岁以下党员 35岁以下人数 35岁以下 35岁以下党员数 35周岁以下 35周岁以下党员 35周岁以下党员数 35岁及以下 三十五岁以下 35岁以下的党员',
  ),
  spec(
    d('middle'),
    'count',
    '中层管理人员党员 党员队伍/中层 党员队伍/中层管理人员 党员/中层 中层以上管理人员党员',
  ),
  spec(
    d('technical'),
    'count',
    '中高级技术人员党员 中高级技术 中高级技术人员 党员队伍/中高级技术 中高级专业技术人员',
  ),
  spec(
    d('frontline'),
    'count',
    '一线职工党员 党员队伍/一线 一线党员 生产一线党员 党员队伍/一线职工 党员队伍/生产一线',
  ),
  spec(d('rural'), 'count', '农村党员 农村党员数 农村籍党员'),
  spec(
    d('developed3y'),
    'count',
    '近3年发展党员 近3年发展 近三年发展 近三年发展党员 近三年发展党员数 近3年发展党员数',
  ),
  spec(
    d('handled3y'),
    'count',
    '近3年处置不合格党员 近3年处置 近三年处置 近三年处置不合格党员 近三年处置不合格党员数 处置不合格党员 党员/处置',
  ),
  spec(d('collegeUp'), 'count', '大学以上党员 大学以上 大学及以上 大专以上 大专及以上学历 大学以上学历'),
  spec(d('highSchoolDown'), 'count', '高中以下党员 高中以下 高中及以下 高中以下学历 高中及以下学历'),
  spec(d('isTrained'), 'yesNo', '党员是否轮训 是否轮训 是否开展党员轮训 党员轮训'),
  spec(
    d('isDuesPaid'),
    'yesNo',
    '党费按时足额 党费是否按时足额 是否按时足额缴纳党费 党费是否按时足额缴纳 党费 党费收缴 是否按时足额交纳党费',
  ),
  spec(
    d('partyWorkers'),
    'count',
    '党务工作者 党务工作者人数 党务工作者/人数 党务干部 党务干部人数 党务工作者数 党务工作人员 党务工作者/总数',
  ),
  spec(
    d('partyWorkersFullTime'),
    'count',
    '专职党务工作者 党务工作者/专职 专职党务工作者人数 专职党务干部 党务干部/专职',
  ),
];

const massOrgFields: readonly FieldSpec[] = [
  spec(
    'unit.massOrgs.union.has',
    'tick',
    '工会 公会 工会组织 是否建立工会 有无工会 是否有工会 是否建工会 是否成立工会 建立工会 企业工会',
    '工会',
  ),
  spec(
    'unit.massOrgs.league.has',
    'tick',
    '共青团 团组织 团支部 共青团组织 是否建立共青团 是否建立团组织 是否有共青团 是否有团组织 共青团支部 团委',
    '共青团',
  ),
  spec(
    'unit.massOrgs.women.has',
    'tick',
    '妇联 妇女组织 妇委会 妇联组织 是否建立妇联 是否有妇联 妇女联合会 妇女之家',
    '妇联',
  ),
  spec('unit.massOrgs.union.since', 'date', '工会成立时间 工会建立时间'),
];

const venueAndFundFields: readonly FieldSpec[] = [
  spec(
    d('hasOwnVenue'),
    'yesNo',
    '有无单独活动场所 是否有单独活动场所 单独场所 是否有活动场所 有无活动场所 活动场所 有单独活动场所 是否有党员活动场所 是否有独立活动场所 党员活动场所 是否有党员活动室 有无活动室',
  ),
  spec(
    d('venueAreaM2'),
    'area',
    '活动场所面积 使用面积 场所面积 活动室面积 面积 阵地面积 活动阵地面积 党员活动室面积 场所/单独面积 单独面积 场所/面积 活动场所/面积 基础保障/面积 保障/面积',
  ),
  choiceSpec(d('venueMode'), 'venueMode', '场所 活动场所使用方式 场所使用方式 场所形式 活动场所类型'),
  spec(
    d('isFundsBudgeted'),
    'yesNo',
    '党建经费纳入管理费预算 党建工作经费是否纳入企业管理费年度预算 经费纳入管理费预算 经费入管理费预算 经费是否纳入管理费预算 党建经费是否纳入预算 党建工作经费是否纳入企业管理费 党建工作经费纳入企业管理费年度预算 党建经费是否纳入企业管理费',
  ),
  spec(
    d('fundsWan'),
    'wan',
    '党建经费总额 经费总额 党建经费 党建工作经费 经费/总额 党建经费/总额 年度党建经费',
  ),
  spec(d('fundsFiscalWan'), 'wan', '财政经费 经费/财政 财政拨款 经费/财政拨款 党建经费/财政'),
  spec(d('fundsDuesWan'), 'wan', '党费拨返 经费/党费 党费返还 经费/党费拨返 经费/党费返还 党建经费/党费'),
  spec(d('fundsSelfWan'), 'wan', '自筹经费 经费/自筹 企业自筹 党建经费/自筹'),
  spec(d('fundsOtherWan'), 'wan', '其他经费 经费/其他 党建经费/其他'),
];

const systemFields: readonly FieldSpec[] = [
  spec(
    d('hasThreeMeetings'),
    'yesNo',
    '落实三会一课 三会一课 是否按规定开展三会一课 是否落实三会一课 制度/三会一课 三会一课制度 是否开展三会一课',
  ),
  spec(
    d('hasAppraisal'),
    'yesNo',
    '落实民主评议 民主评议 是否开展民主评议 制度/民主评议 民主评议党员 是否开展民主评议党员',
  ),
  spec(d('hasPartySpiritReview'), 'yesNo', '落实党性分析 党性分析 是否开展党性分析 制度/党性分析'),
  spec(d('hasTermElection'), 'yesNo', '按期换届 是否按期换届 制度/按期换届 是否按时换届'),
  spec(d('lastElectionOn'), 'date', '上次换届时间 上次换届 最近换届时间 换届时间 最近一次换届时间'),
  spec(d('meetingsGeneral'), 'count', '党员大会次数 组织生活/党员大会 党员大会 支部党员大会次数'),
  spec(d('meetingsCommittee'), 'count', '支委会次数 组织生活/支委会 支委会 支部委员会次数'),
  spec(d('meetingsGroup'), 'count', '党小组会次数 组织生活/党小组会 党小组会'),
  spec(d('lectures'), 'count', '党课次数 组织生活/党课 党课'),
  spec(d('orgLife'), 'count', '组织生活会次数 组织生活/组织生活会 组织生活会'),
  spec(d('appraisals'), 'count', '民主评议次数 组织生活/民主评议'),
  spec(
    d('jointCovers'),
    'count',
    '联合支部覆盖单位数 联合支部覆盖数 联合党支部覆盖数 联合党支部覆盖企业数 联合支部覆盖企业数',
  ),
];

export const declaredFields: readonly FieldSpec[] = [
  ...memberFields,
  ...massOrgFields,
  ...venueAndFundFields,
  ...systemFields,
];
