/**
 * Names reduced to keys that match across ledgers. Keys are compared, never shown or stored: the register keeps
 * the spelling the clerk gave.
 */
import { squeeze } from '@shared/lib/text';
import { toSimplified } from './traditional-characters';

/** A reading in brackets behind a character, as copied texts carry it: 企業(yè). */
const gloss = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}\)/gu;
const formerInside = /\((?:原名称|原名|原|曾用名|旧称|旧名|原称)[:]?([^()]+)\)/g;
const separators = /[\s·•.。\-—–_“”"'’‘《》〈〉]/g;
const brackets = /[()【】[\]〔〕{}]/g;

const provinces =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const provincePrefix = new RegExp(
  `^(?:${provinces})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?(?=.{2})`,
);
/** A place before the proper name, only where enough of a name is left behind it. */
const placePrefix = /^[\p{Script=Han}]{2,3}?(?:自治州|市|县|区|旗|镇|乡|街道)(?=.{4})/u;
const legalForm =
  /(?:集团)?(?:股份有限责任公司|有限责任公司|股份有限公司|股份公司|责任公司|有限公司|集团公司|总公司|公司|\(?(?:普通合伙|有限合伙|特殊普通合伙|个人独资)\)?)$/;

/**
 * The same name whatever its typing: width, spaces, bracket and dash variants, traditional characters and
 * readings in brackets, former names in brackets. 张　三 = 张三, （）= ().
 */
export const exactKey = (name: string): string =>
  toSimplified(squeeze(name).toLowerCase())
    .replace(gloss, '')
    .replace(formerInside, '')
    .replace(separators, '')
    .replace(brackets, '');

/**
 * The proper name of a firm or social organization: without legal form, province and place. Two firms of one
 * key are candidates for being one, not proof.
 */
export function firmKey(name: string): string {
  const exact = exactKey(name);
  const short = exact
    .replace(provincePrefix, '')
    .replace(placePrefix, '')
    .replace(/^(?:省|市|县)(?=.{4})/, '')
    .replace(legalForm, '');
  return short.length >= 2 ? short : exact;
}

/** Former names written in brackets inside a name: 东方红物流（原德信电子厂）. */
export const formerNamesIn = (name: string): readonly string[] =>
  [...squeeze(name).matchAll(formerInside)].flatMap((match) =>
    (match[1] ?? '').split(/[、,;/]/).filter((part) => part !== ''),
  );

/** 中共甲公司支部委员会, 甲公司党支部 and 甲公司支部 are one organization. */
export const orgKey = (name: string): string =>
  exactKey(name)
    .replace(/^(?:中国共产党|中共)/, '')
    .replace(/(?:有限责任公司|股份有限公司|有限公司)/, '公司')
    .replace(
      /(联合|临时|流动|流动党员)?(?:党)?(总支部|总支|支部)(?:委员会)?$/,
      (_, kind: string, tier: string) => {
        const short = tier.startsWith('总支') ? '总支' : '支部';
        return `${kind ?? ''}${short}`;
      },
    )
    .replace(/(?:党委|党的委员会|委员会)$/, '委');

/** A person's name: no spaces, dots of minority names unified away. */
export const personKey = (name: string): string => exactKey(name).replace(/(?:同志|书记|先生|女士)$/, '');

/** At most one character added, left out or changed. */
export function isOneCharacterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const [shortRest, longRest] = [short.slice(at).join(''), long.slice(at).join('')];
  return shortRest === longRest.slice(1) || shortRest.slice(1) === longRest.slice(1);
}
