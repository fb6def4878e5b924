/** Code lists used by more than one entity (domain reference B0.6–B0.8). */
import { industrySectionNames } from '@shared/identifiers/industry-table';
import { codeList } from './define';

export const genders = codeList('性别', { male: '男', female: '女' });

export const educations = codeList('学历', {
  postgraduate: '研究生',
  bachelor: '大学本科',
  college: '大专',
  vocational: '中专（技）',
  highSchool: '高中',
  juniorHigh: '初中',
  primary: '小学及以下',
});

/** GB/T 4762. */
export const politicalStatuses = codeList('政治面貌', {
  '01': '中共党员',
  '02': '中共预备党员',
  '03': '共青团员',
  '04': '民革党员',
  '05': '民盟盟员',
  '06': '民建会员',
  '07': '民进会员',
  '08': '农工党党员',
  '09': '致公党党员',
  '10': '九三学社社员',
  '11': '台盟盟员',
  '12': '无党派人士',
  '13': '群众',
});

export const publicRoleKinds = codeList('两代表一委员', {
  partyDelegate: '党代表',
  peoplesDeputy: '人大代表',
  cppcc: '政协委员',
});

export const levels = codeList('级别', {
  national: '国家',
  province: '省',
  city: '市',
  county: '县',
  township: '乡',
});

/** GB/T 4754-2017 sections. `industryCode` on a unit = section letter + 0–4 digits. */
export const industrySections = codeList('行业门类', industrySectionNames);

export const sizeClasses = codeList('规模', { large: '大型', medium: '中型', small: '小型', micro: '微型' });

/** Which dated definition of 规上 a unit was judged by; two definitions never mix in one series (B0.7). */
export const aboveScaleBases = codeList('规上口径', {
  stat: '统计口径（工业2000万元等）',
  s1_2: '50—99人且500万元口径',
  declared: '按原台账填报',
});

/** 56 ethnic groups, GB/T 3304 order; stored as their Chinese names, which are the official values. */
export const ethnicities = [
  '汉族',
  '蒙古族',
  '回族',
  '藏族',
  '维吾尔族',
  '苗族',
  '彝族',
  '壮族',
  '布依族',
  '朝鲜族',
  '满族',
  '侗族',
  '瑶族',
  '白族',
  '土家族',
  '哈尼族',
  '哈萨克族',
  '傣族',
  '黎族',
  '傈僳族',
  '佤族',
  '畲族',
  '高山族',
  '拉祜族',
  '水族',
  '东乡族',
  '纳西族',
  '景颇族',
  '柯尔克孜族',
  '土族',
  '达斡尔族',
  '仫佬族',
  '羌族',
  '布朗族',
  '撒拉族',
  '毛南族',
  '仡佬族',
  '锡伯族',
  '阿昌族',
  '普米族',
  '塔吉克族',
  '怒族',
  '乌孜别克族',
  '俄罗斯族',
  '鄂温克族',
  '德昂族',
  '保安族',
  '裕固族',
  '京族',
  '塔塔尔族',
  '独龙族',
  '鄂伦春族',
  '赫哲族',
  '门巴族',
  '珞巴族',
  '基诺族',
] as const;
