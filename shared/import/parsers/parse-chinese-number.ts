/** Chinese numerals in everyday use: 五十二, 两百零三, 一千二, 二〇二一, 3万, 1.2亿. */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const small: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const big: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** null when the text is not a number written with Chinese characters. */
export function parseChineseNumber(text: string): number | null {
  if (text === '') return null;
  const mixed = /^(\d+(?:\.\d+)?)([十百千万亿])(亿?)$/.exec(text);
  if (mixed) {
    const unit = mixed[2] ?? '';
    return round(Number(mixed[1]) * (small[unit] ?? big[unit] ?? 1) * (mixed[3] ? 1e8 : 1));
  }
  const chars = [...text];
  if (!chars.every((char) => char in digits || char in small || char in big)) return null;
  if (chars.every((char) => char in digits)) return Number(chars.map((char) => digits[char]).join(''));
  return parsePlaces(chars);
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function parsePlaces(chars: readonly string[]): number {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastPlace = 0;
  for (const char of chars) {
    const place = small[char];
    const scale = big[char];
    if (place !== undefined) {
      section += (digit ?? 1) * place;
      [digit, lastPlace] = [null, place];
    } else if (scale !== undefined) {
      total = (total + section + (digit ?? 0)) * scale;
      [section, digit, lastPlace] = [0, null, scale];
    } else {
      digit = digits[char] ?? 0;
      // 一百零三: the zero says that the next digit stands in the ones.
      if (digit === 0) lastPlace = 10;
    }
  }
  // 一千二 is 1200: a digit left over counts in the place below the last one named.
  return total + section + (digit ?? 0) * (lastPlace > 10 ? lastPlace / 10 : 1);
}
