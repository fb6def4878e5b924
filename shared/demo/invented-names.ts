/** Word lists for people, firms and places. Nobody and nothing here is meant to exist. */
import type { Random } from './random';

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢姜崔钟谭陆汪范石廖贾韦夏付方邹熊孟秦邱江尹薛阎段雷侯龙史陶贺顾毛郝龚邵万钱覃单解',
];
const maleGiven = [...'伟强磊军勇涛超明刚平辉鹏健俊波斌凯浩亮峰林建国志海文龙飞宇航'];
const femaleGiven = [...'芳娜敏静丽艳娟霞秀英玲桂兰萍红梅琳洁莉颖雪婷慧莹倩雯欣怡佳晓'];
const middle = [...'建志文国海永明春德玉永家新立振成光子天世俊一思雨晓'];

export function personName(random: Random, gender: 'male' | 'female'): string {
  const given = gender === 'male' ? maleGiven : femaleGiven;
  const surname = random.pick(surnames);
  return random.chance(0.3)
    ? surname + random.pick(given)
    : surname + random.pick(middle) + random.pick(given);
}

const brandFirst = [...'恒瑞鼎盛宏远泰和嘉德华信金诚天佑中康永安润丰锦源博达新启旭联众合力创'];
const brandSecond = [...'源达通和兴隆泰丰诚信瑞祥盛业成宇辉腾顺昌佳安美康宁洋华'];

export interface Trade {
  /** As it stands in a firm's name. */
  readonly word: string;
  /** GB/T 4754 section and division. */
  readonly industryCode: string;
  /** Makes things: bigger staff, may be above scale. */
  readonly isIndustry: boolean;
}

export const trades: readonly Trade[] = [
  { word: '精密机械', industryCode: 'C34', isIndustry: true },
  { word: '纺织', industryCode: 'C17', isIndustry: true },
  { word: '服饰', industryCode: 'C18', isIndustry: true },
  { word: '食品', industryCode: 'C14', isIndustry: true },
  { word: '纸业', industryCode: 'C22', isIndustry: true },
  { word: '化工', industryCode: 'C26', isIndustry: true },
  { word: '建材', industryCode: 'C30', isIndustry: true },
  { word: '电子', industryCode: 'C39', isIndustry: true },
  { word: '电器', industryCode: 'C38', isIndustry: true },
  { word: '汽车零部件', industryCode: 'C36', isIndustry: true },
  { word: '家具', industryCode: 'C21', isIndustry: true },
  { word: '塑胶制品', industryCode: 'C29', isIndustry: true },
  { word: '生态农业', industryCode: 'A01', isIndustry: false },
  { word: '建筑工程', industryCode: 'E47', isIndustry: false },
  { word: '装饰工程', industryCode: 'E50', isIndustry: false },
  { word: '商贸', industryCode: 'F51', isIndustry: false },
  { word: '超市', industryCode: 'F52', isIndustry: false },
  { word: '物流', industryCode: 'G54', isIndustry: false },
  { word: '酒店管理', industryCode: 'H61', isIndustry: false },
  { word: '餐饮', industryCode: 'H62', isIndustry: false },
  { word: '信息技术', industryCode: 'I65', isIndustry: false },
  { word: '置业', industryCode: 'K70', isIndustry: false },
  { word: '商务服务', industryCode: 'L72', isIndustry: false },
  { word: '物业服务', industryCode: 'K70', isIndustry: false },
  { word: '检测技术', industryCode: 'M74', isIndustry: false },
  { word: '环保科技', industryCode: 'N77', isIndustry: false },
  { word: '家政服务', industryCode: 'O80', isIndustry: false },
  { word: '文化传媒', industryCode: 'R87', isIndustry: false },
];

/** Chamber, association and school names; `socialType` as in the model. */
const socialKinds = [
  ['association', '商会', 'S95'],
  ['association', '行业协会', 'S95'],
  ['association', '志愿者协会', 'S95'],
  ['nonEnterprise', '幼儿园', 'P83'],
  ['nonEnterprise', '职业培训学校', 'P83'],
  ['nonEnterprise', '养老服务中心', 'Q85'],
  ['nonEnterprise', '康复医院', 'Q84'],
  ['nonEnterprise', '社会工作服务中心', 'Q85'],
  ['foundation', '教育基金会', 'S95'],
  ['intermediary', '律师事务所', 'L72'],
] as const;
const socialTopics = [
  '电子商务',
  '茶叶',
  '建材',
  '餐饮',
  '物流',
  '家具',
  '农机',
  '启明',
  '春晖',
  '阳光',
  '同心',
  '百合',
];
const shopKinds = [
  ['便民超市', 'F52'],
  ['餐馆', 'H62'],
  ['五金店', 'F52'],
  ['理发店', 'O80'],
  ['汽车修理店', 'O81'],
] as const;

export const brandName = (random: Random): string => random.pick(brandFirst) + random.pick(brandSecond);

export interface FirmName {
  readonly name: string;
  readonly industryCode: string;
  readonly isIndustry: boolean;
}

export function enterpriseName(random: Random, place: string): FirmName {
  const trade = random.pick(trades);
  const form = random.weighted([
    ['有限公司', 70],
    ['有限责任公司', 15],
    ['股份有限公司', 4],
    ['专业合作社', trade.industryCode === 'A01' ? 40 : 0],
  ] as const);
  return { ...trade, name: `${place}${brandName(random)}${trade.word}${form}` };
}

export function socialOrgName(random: Random, place: string) {
  const [socialType, word, industryCode] = random.pick(socialKinds);
  const topic = random.chance(0.6) ? random.pick(socialTopics) : brandName(random);
  return { socialType, industryCode, isIndustry: false, name: `${place}${topic}${word}` };
}

export function shopName(random: Random, place: string): FirmName {
  const [word, industryCode] = random.pick(shopKinds);
  return { industryCode, isIndustry: false, name: `${place}${brandName(random)}${word}` };
}
