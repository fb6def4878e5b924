/** Names of firms and organizations as cells hold them: with old names, several at once, or a Party org instead. */
import { tidyName } from './tidy-text';

const suffixes =
  '有限公司|有限责任公司|股份公司|分公司|公司|集团|合作社|合伙企业|事务所|工作室|经营部|服务部|门市部|营业部|加工厂|厂|店|商行|超市|酒店|宾馆|饭店|医院|门诊部|诊所|药房|卫生室|民宿|面馆|茶行|鞋行|车行|百货|商贸|学校|幼儿园|培训中心|养老院|敬老院|福利院|中心|协会|商会|学会|研究会|联合会|促进会|基金会|联谊会|志愿者队|俱乐部|场|社|院|所|站|行|园|馆|部|会';
const endsLikeUnit = new RegExp(`(?:${suffixes})(?:[(（][^)）]*[)）])?$`);

/** Ends as names of firms and social organizations end. */
export const looksLikeUnitName = (name: string): boolean =>
  name.length >= 4 && endsLikeUnit.test(name) && !looksLikeOrgName(name);

const orgEnd = /(?:党委|党总支|党支部|总支部?|支部|党组|委员会)(?:[(（][^)）]*[)）])?$/;
/** 中共…支部委员会, …联合党支部. */
export const looksLikeOrgName = (name: string): boolean =>
  (/^(?:中共|中国共产党)/.test(name) && name.length > 4) || (orgEnd.test(name) && /党|支部/.test(name));

/** The unit inside the name of its own Party organization; null for joint, area and other shared ones. */
export function unitOfOrgName(orgName: string): string | null {
  if (/联合|区域|网格|综合|流动/.test(orgName)) return null;
  const inner = tidyName(orgName)
    .replace(/^(?:中共|中国共产党)/, '')
    .replace(/(?:临时)?(?:总支部|支部|总支)?委员会$|(?:临时)?(?:党委|党总支|党支部|总支|支部)$/, '');
  return looksLikeUnitName(inner) ? inner : null;
}

const formerInside =
  /[(（[【〔](?:原名?|曾用名|原名称|旧称|原称|更名前|原单位名称|原为)[:：]?([^)）\]】〕]+)[)）\]】〕]/g;
const renamedInside =
  /[(（[【〔](?:现更名为|已更名为|更名为|现改名为|改名为|现改为|现为|现名|现)[:：]?([^)）\]】〕]+)[)）\]】〕]/;
const formerAfter = /[,，;；\s](?:原名?|曾用名|原名称)[:：]?(\S+)$/;

export interface UnitName {
  readonly name: string;
  readonly formerNames: readonly string[];
}

/** 东方红物流（原德信电子厂）: the old name is recorded, not part of the name (H22). */
export function parseUnitName(content: string): UnitName {
  const tidy = tidyName(content);
  const renamed = renamedInside.exec(tidy);
  if (renamed?.[1])
    return { name: tidyName(renamed[1]), formerNames: [tidyName(tidy.replace(renamed[0], ''))] };
  const formerNames = [...tidy.matchAll(formerInside)].flatMap((match) => splitNames(match[1] ?? ''));
  const name = tidy.replace(formerInside, '');
  const after = formerAfter.exec(name);
  if (after?.[1])
    return { name: tidyName(name.replace(after[0], '')), formerNames: [...formerNames, after[1]] };
  return { name: tidyName(name), formerNames };
}

const splitNames = (text: string): string[] =>
  text
    .split(/[、,，;；/\n]+/)
    .map(tidyName)
    .filter((name) => name !== '');

/** Stands in for a separator inside brackets; a private-use character that no cell holds. */
const hold = '\uE000';

/**
 * Several firms in one cell (H24): only when every piece looks like one, else the cell is one name. In a column
 * meant for several (`list`) one such piece is enough, as long as no piece is too short for a name.
 */
export function splitUnitNames(content: string, column: 'name' | 'list' = 'name'): readonly string[] {
  // Separators inside brackets belong to the name: 甲公司（原乙、丙公司）.
  const outside = content.replace(/[(（][^)）]*[)）]/g, (inside) => inside.replace(/[、,，;；/\n\r]/g, hold));
  const pieces = outside
    .split(/[、,，;；/\n\r]+/)
    .map((piece) => piece.replace(/\uE000/g, '、').trim())
    .filter((piece) => piece !== '');
  const isUnit = (piece: string): boolean => looksLikeUnitName(parseUnitName(piece).name);
  const isSeveral =
    column === 'name'
      ? pieces.every(isUnit)
      : pieces.some(isUnit) && pieces.every((piece) => piece.length >= 4);
  return pieces.length > 1 && isSeveral ? pieces : [content];
}

/** Firms named in free text: 与甲公司、乙厂联合. */
export function unitNamesIn(text: string): readonly string[] {
  return tidyName(text)
    .split(/[、,，;；。:：\s]+|(?:与|和|及|同|由|等|覆盖|包括|包含|联合|组成|共同|组建|成立)/)
    .map((piece) => piece.trim())
    .filter((piece) => looksLikeUnitName(piece) && piece.length >= 5);
}
