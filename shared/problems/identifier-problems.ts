/**
 * What can be wrong with codes, numbers and classes that follow a national standard. An expected check character
 * is only ever a hint: it says that *some* character is wrong, not which one.
 */
import { catalogue } from './problem';

interface Found {
  readonly found: string;
}
interface WrongLength extends Found {
  readonly length: number;
}
interface WrongCheck extends Found {
  /** Check character that the other characters would need. */
  readonly expected: string;
}

const differenceOf = (length: number, full: number): string =>
  length < full ? `少${full - length}位` : `多${length - full}位`;

const usccEntries = {
  usccLength: {
    severity: 'error',
    text: ({ found, length }: WrongLength) =>
      `统一社会信用代码应为18位，“${found}”是${length}位，${differenceOf(length, 18)}，请对照证照补正。`,
  },
  usccCharacter: {
    severity: 'error',
    text: ({ character, position, lookAlike }: UsccCharacter) =>
      `统一社会信用代码第${position}位“${character}”不是可用字符（不用字母I、O、S、V、Z，第3至8位只用数字）` +
      `${lookAlike === null ? '' : `，请核对是否为“${lookAlike}”`}。`,
  },
  usccCheck: {
    severity: 'error',
    text: ({ found, expected }: WrongCheck) =>
      `统一社会信用代码“${found}”校验不通过，其中有字符录错：前17位若无误，末位应为“${expected}”。` +
      '请对照证照逐位核对，不要只改末位。',
  },
  usccDamaged: {
    severity: 'error',
    text: ({ found }: Found) =>
      `“${found}”是被表格软件改成数字的信用代码，15位以后已丢失，无法还原，请按证照重新录入。`,
  },
  usccOldNumber: {
    severity: 'error',
    text: ({ found, kind }: Found & { kind: 'regNo' | 'orgCode' }) =>
      kind === 'regNo'
        ? `“${found}”是15位旧注册号，不是统一社会信用代码，请补填18位代码。`
        : `“${found}”是9位组织机构代码，不是统一社会信用代码，请补填18位代码。`,
  },
  usccPrefix: {
    severity: 'warning',
    text: ({ prefix, prefixLabel, unitTypeLabel }: UsccPrefix) =>
      `信用代码以${prefix}开头，应为${prefixLabel}，与单位类别“${unitTypeLabel}”不一致，请核对。`,
  },
  usccUnknownPrefix: {
    severity: 'warning',
    text: ({ prefix }: { prefix: string }) =>
      `信用代码以${prefix}开头，不是常见的登记类别（企业91、个体92、合作社93、社团51、民非52、基金会53），请核对。`,
  },
  usccDivision: {
    severity: 'warning',
    text: ({ division }: { division: string }) =>
      `信用代码第3至8位“${division}”不是已知的行政区划，请核对（撤并前的旧区划可以保留）。`,
  },
  usccOrgCode: {
    severity: 'warning',
    text: ({ found, expected }: WrongCheck) =>
      `信用代码中的组织机构代码“${found}”校验不通过（末位应为“${expected}”），个别老代码如此，请核对。`,
  },
  orgCodeLength: {
    severity: 'error',
    text: ({ found, length }: WrongLength) =>
      `组织机构代码应为9位数字或大写字母，“${found}”是${length}位，请核对。`,
  },
  orgCodeCheck: {
    severity: 'error',
    text: ({ found, expected }: WrongCheck) =>
      `组织机构代码“${found}”校验不通过：前8位若无误，末位应为“${expected}”，请核对。`,
  },
} as const;

interface UsccCharacter extends Found {
  readonly character: string;
  /** 1-based. */
  readonly position: number;
  /** Character it is often mistaken for; null when there is no usual one. */
  readonly lookAlike: string | null;
}
interface UsccPrefix {
  readonly prefix: string;
  readonly prefixLabel: string;
  readonly unitTypeLabel: string;
}

const personEntries = {
  idNoLength: {
    severity: 'error',
    text: ({ length }: { length: number }) =>
      `身份证号应为18位（末位可为X），现为${length}位，${differenceOf(length, 18)}，请对照证件补正。`,
  },
  idNoCharacter: {
    severity: 'error',
    text: ({ character, position }: { character: string; position: number }) =>
      `身份证号第${position}位“${character}”不对：前17位只用数字，末位为数字或X。`,
  },
  idNoCheck: {
    severity: 'error',
    text: ({ expected }: { expected: string }) =>
      `身份证号校验不通过，其中有数字录错：前17位若无误，末位应为“${expected}”。请对照证件逐位核对，不要只改末位。`,
  },
  idNoProvince: {
    severity: 'error',
    text: ({ prefix }: { prefix: string }) => `身份证号开头“${prefix}”不是任何省份的代码，请对照证件核对。`,
  },
  idNoBirth: {
    severity: 'error',
    text: ({ birth }: { birth: string }) => `身份证号第7至14位“${birth}”不是真实的日期，请对照证件核对。`,
  },
  idNoBirthRange: {
    severity: 'error',
    text: ({ birthOn, today }: { birthOn: string; today: string }) =>
      `身份证号中的出生日期${birthOn}不在1900年至今天（${today}）之间，请对照证件核对。`,
  },
  idNoDamaged: {
    severity: 'error',
    text: (_: Found) => '身份证号被表格软件改成了数字，后3位已丢失，无法还原，请对照证件重新录入。',
  },
  idNoLegacy: {
    severity: 'question',
    text: ({ upgraded }: { found: string; upgraded: string }) =>
      `这是15位旧身份证号，已另行保留；按规则换算为${upgraded}，请与本人现用证件核对后填写。`,
  },
  phoneMobile: {
    severity: 'error',
    text: ({ found, length }: WrongLength) =>
      length === 11
        ? `手机号“${found}”不是可用号段（应以13至19开头），请核对。`
        : `手机号应为11位，“${found}”是${length}位，${differenceOf(length, 11)}，请核对。`,
  },
  phoneAreaCode: {
    severity: 'error',
    text: ({ found }: Found) => `固定电话“${found}”缺少区号，请按“区号-号码”填写，例如0551-67712345。`,
  },
  phoneShape: {
    severity: 'error',
    text: ({ found }: Found) => `“${found}”不是电话号码：手机应为11位数字，固定电话应为“区号-号码”，请核对。`,
  },
  phoneDamaged: {
    severity: 'error',
    text: ({ found }: Found) => `电话“${found}”被表格软件显示成科学记数，末尾数字不全，请重新录入。`,
  },
  phoneSeveral: {
    severity: 'info',
    text: ({ count }: { count: number }) => `一格里有${count}个电话号码，已全部保留，拨打时以第一个为准。`,
  },
} as const;

const placeEntries = {
  divisionLength: {
    severity: 'error',
    text: ({ found, length }: WrongLength) =>
      `区划代码应为6位（县级）、9位（乡级）或12位（村级），“${found}”是${length}位，请核对。`,
  },
  divisionCharacter: {
    severity: 'error',
    text: ({ found }: Found) => `区划代码只用数字，“${found}”含有其他字符，请核对。`,
  },
  divisionProvince: {
    severity: 'error',
    text: ({ found, prefix }: Found & { prefix: string }) =>
      `区划代码“${found}”开头的${prefix}不是任何省份的代码，请核对。`,
  },
  divisionParent: {
    severity: 'error',
    text: ({ found, parent }: Found & { parent: string }) =>
      `区划代码“${found}”应以上级的代码${parent}开头，请核对代码或所属上级。`,
  },
} as const;

const industryEntries = {
  industryUnknown: {
    severity: 'question',
    text: ({ found }: Found) => `无法从“${found}”判断行业门类，请从二十个门类中选择。`,
  },
  industryAmbiguous: {
    severity: 'question',
    text: ({ found, choices }: Found & { choices: readonly string[] }) =>
      `“${found}”可能属于${choices.join('或')}，请选择行业门类。`,
  },
  industryMismatch: {
    severity: 'error',
    text: ({ code, codeLabel, words }: { code: string; codeLabel: string; words: string }) =>
      `行业代码${code}是“${codeLabel}”，与文字“${words}”不一致，请核对。`,
  },
  sizeUnknown: {
    severity: 'info',
    text: ({ missing }: { missing: readonly string[] }) =>
      `缺少${missing.join('、')}，暂不能划分大中小微型。`,
  },
  sizeOutOfScope: {
    severity: 'info',
    text: ({ label }: { label: string }) => `“${label}”不在大中小微型企业划分办法范围内，不划分规模。`,
  },
  aboveScaleUnknown: {
    severity: 'info',
    text: ({ missing }: { missing: readonly string[] }) => `缺少${missing.join('、')}，暂不能判断是否规上。`,
  },
  aboveScaleNoRule: {
    severity: 'info',
    text: ({ label, basisLabel }: { label: string; basisLabel: string }) =>
      `${basisLabel}没有规定“${label}”的规上标准，请按实际认定填写。`,
  },
  aboveScaleGap: {
    severity: 'info',
    text: ({ staff }: { staff: number }) =>
      `50—99人口径不含100人及以上的企业，本单位${staff}人，按该口径不计规上，请注意口径缺口。`,
  },
} as const;

export const identifierProblems = catalogue('identifier', {
  ...usccEntries,
  ...personEntries,
  ...placeEntries,
  ...industryEntries,
});
