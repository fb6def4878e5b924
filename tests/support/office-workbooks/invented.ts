/** Invented firms, people and codes with valid check characters. */
import type { Seeded } from './seeded';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A valid credit code with the given two-character prefix. Its own arithmetic: the tests must not trust the code under test. */
export function inventUscc(random: Seeded, prefix: string): string {
  const body = `${prefix}341523MA${Array.from({ length: 7 }, () => alphabet[random.below(31)]).join('')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body[i] ?? '0'), 0);
  return body + alphabet[(31 - (sum % 31)) % 31];
}

const surnames = [
  '丁',
  '卢',
  '夏',
  '钟',
  '汪',
  '田',
  '任',
  '姜',
  '范',
  '方',
  '石',
  '姚',
  '谭',
  '廖',
  '邹',
  '熊',
];
const given = ['家', '宝', '玉', '俊', '雪', '丽', '平', '军', '敏', '静', '斌', '洁', '凯', '蓉'];
export const inventName = (random: Seeded): string =>
  random.pick(surnames) + random.pick(given) + (random.chance(0.7) ? random.pick(given) : '');

const places = ['江苏', '舒城', '六安', '云岭', '盛源'];
const words = ['大', '正', '和', '兴', '利', '达', '昌', '盛', '隆', '旺', '泉', '峰', '岭', '川'];
const trades = [
  '服饰',
  '羽绒',
  '茶业',
  '竹制品',
  '新材料',
  '模具',
  '物流',
  '电气',
  '食品',
  '印务',
  '家具',
  '光电',
];
const forms = ['有限公司', '有限责任公司', '股份有限公司', '厂'];
/** Distinct for distinct `n`. */
export const inventFirm = (random: Seeded, n: number): string =>
  `${random.pick(places)}${words[n % 14]}${words[Math.floor(n / 14) % 14]}${random.pick(trades)}${random.pick(forms)}`;

export const inventPhone = (random: Seeded): string =>
  `1${random.pick(['38', '59', '77', '86', '91'])}${String(10_000_000 + random.below(89_999_999))}`;
