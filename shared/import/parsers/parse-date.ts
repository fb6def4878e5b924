/** Dates in the spellings of H13 and H14, to the precision that was written: YYYY, YYYY-MM or YYYY-MM-DD. */
import { isRealDay } from '@shared/lib/day';
import { importProblems as problems } from '@shared/problems/import-problems';
import type { Problem } from '@shared/problems/problem';
import { parseChineseNumber } from './parse-chinese-number';
import { compact, isBlankSign } from './tidy-text';

export interface ParsedDate {
  readonly value: string | null;
  readonly problems: readonly Problem[];
  /** Dates somebody may choose between. */
  readonly choices: readonly string[];
}
export interface DateContext {
  /** Today, YYYY-MM-DD. */
  readonly asOf: string;
  readonly isDate1904: boolean;
  /** Cells come from .csv or HTML, where a number has become text: 2021.1 may have been 2021.10 there too. */
  readonly isUntyped?: boolean;
}

const blank: ParsedDate = { value: null, problems: [], choices: [] };
const exact = (value: string): ParsedDate => ({ ...blank, value });
const ask = (problem: Problem, value: string | null, choices: readonly string[]): ParsedDate => ({
  value,
  problems: [problem],
  choices,
});
const pad = (value: number): string => String(value).padStart(2, '0');

/** 2025年3月—2027年3月, 2025.3-2027.3: two whole dates with a sign between them; null for anything else. */
export function splitPeriod(content: string, context: DateContext): readonly [string, string] | null {
  const text = compact(content);
  if (text.length < 9) return null;
  for (const { index, 0: sign } of text.matchAll(/[-—–~～至到]+/g)) {
    const [from, to] = [text.slice(0, index), text.slice(index + sign.length)];
    const isWhole = [from, to].every(
      (part) => /^(?:19|20)\d{2}/.test(part) && parseDate(part, context).value !== null,
    );
    if (isWhole) return [from, to];
  }
  return null;
}

/** Excel day number to YYYY-MM-DD; the 1904 system starts four years later. */
export function dayOfSerial(serial: number, isDate1904: boolean): string {
  const days = Math.floor(serial) + (isDate1904 ? 1462 : 0);
  // Serial 60 is the 29 February 1900 that never was; days before it are one off.
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10);
}

export function parseDateNumber(value: number, context: DateContext): ParsedDate {
  const text = String(value);
  if (/^(19|20)\d{2}$/.test(text)) return exact(text);
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(text)) return exact(`${text.slice(0, 4)}-${text.slice(4)}`);
  if (/^(19|20)\d{6}$/.test(text)) return parseDate(text, context);
  if (/^(19|20)\d{2}\.\d{1,2}$/.test(text)) return parseDecimal(text);
  if (value >= 7_000 && value < 80_000) return exact(dayOfSerial(value, context.isDate1904));
  return ask(problems.dateUnreadable({ found: text }), null, []);
}

/** 2021.1 as a number may have been 2021.10; every other month is certain (2021.3, 2021.12). */
function parseDecimal(text: string): ParsedDate {
  const [year = '', fraction = ''] = text.split('.');
  if (fraction === '1')
    return ask(problems.dateAmbiguous({ found: text, year: Number(year) }), year, [
      `${year}-01`,
      `${year}-10`,
    ]);
  const month = Number(fraction);
  return month >= 1 && month <= 12
    ? exact(`${year}-${pad(month)}`)
    : ask(problems.dateImpossible({ found: text }), null, []);
}

export function parseDate(content: string, context: DateContext): ParsedDate {
  const found = content.trim();
  const text = trimDate(compact(content));
  if (text === '' || isBlankSign(text) || /^(?:无|没有|未建|不详)$/.test(text)) return blank;
  if (context.isUntyped && /^(19|20)\d{2}\.1$/.test(text)) return parseDecimal(text);
  return (
    parseDigits(text, found) ??
    parseMonthFirst(text, found) ??
    parseSeparated(text, found, context) ??
    parseEnglish(text, found, context) ??
    parseWords(text, found, context) ??
    parseBesideNote(text, found, context) ??
    ask(problems.dateUnreadable({ found }), null, [])
  );
}

/** Without what only rounds the date off: a time of day, 左右, 份, 2021年底, 2021年3月中旬, 2021年上半年. */
const trimDate = (text: string): string =>
  withDigits(text.replace(/^(\d{4})(?=[一二三四五六七八九十]{1,3}月)/, '$1年').replace(/。/g, '.'))
    .replace(/(?:T?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)$/, '')
    .replace(/(?:左右|前后|成立|建立|组建|换届|起|至今|份|当选)+$/, '')
    .replace(/(?<=\d{4}年)(?:[上下]半年|[年底初末中内])$|(?<=月)(?:[上中下]旬|[底初末])$/, '')
    .replace(/^(?:约|大约|于)/, '');

/** 2021.3（2024.3换届）: the date before the bracket, and a word that the rest was left out. */
function parseBesideNote(text: string, found: string, context: DateContext): ParsedDate | null {
  const head = /^([^([]{4,})[([][^)\]]*[)\]]$/.exec(text)?.[1];
  if (head === undefined) return null;
  const inner = parseDate(head, context);
  if (inner.value === null || inner.problems.length > 0) return inner.choices.length > 0 ? inner : null;
  return { ...inner, problems: [problems.dateWithNote({ found, value: inner.value })] };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Mar-21, 5-Mar-21, Mar2021: as an English spreadsheet prints a month into a text file. */
function parseEnglish(text: string, found: string, context: DateContext): ParsedDate | null {
  const match = /^(?:(\d{1,2})[-./]?)?([a-z]{3})[a-z]{0,6}[-./,']?(\d{2}|\d{4})$/i.exec(text);
  const month = months.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  if (!match || month === 0) return null;
  const day = match[1] === undefined ? '' : `-${match[1]}`;
  return parseSeparated(`${match[3] ?? ''}-${month}${day}`, found, context);
}

/** 二〇二一年三月 → 2021年3月. */
const withDigits = (text: string): string =>
  text.replace(/[〇零一二三四五六七八九十]+(?=[年月日号])/g, (numeral) =>
    String(parseChineseNumber(numeral) ?? numeral),
  );

function parseDigits(text: string, found: string): ParsedDate | null {
  if (/^(19|20)\d{6}$/.test(text))
    return checked(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`, found);
  if (/^(19|20)\d{4}$/.test(text)) return checked(`${text.slice(0, 4)}-${text.slice(4)}`, found);
  return /^(19|20)\d{2}年?$/.test(text) ? exact(text.slice(0, 4)) : null;
}

function parseSeparated(text: string, found: string, context: DateContext): ParsedDate | null {
  const match =
    /^(\d{4}|\d{2})[年.\-/、,—–](\d{1,2})(?:月|[.\-/、,—–](?=\d|$))?(?:(\d{1,2})[日号]?)?[.]?$/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day] = match;
  const tail = `-${pad(Number(month))}${day === undefined ? '' : `-${pad(Number(day))}`}`;
  if (year.length === 4) return checked(year + tail, found);
  const century = Number(year) + 2000 > Number(context.asOf.slice(0, 4)) ? '19' : '20';
  const proposed = checked(century + year + tail, found);
  return proposed.value === null
    ? proposed
    : ask(problems.dateTwoDigitYear({ found, proposed: proposed.value }), null, [proposed.value]);
}

/** 4/1/21 and 4/1/2021, as English spreadsheets print dates; the order is asked. */
function parseMonthFirst(text: string, found: string): ParsedDate | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (!match) return null;
  const [, first = '', second = '', last = ''] = match;
  const orders: readonly (readonly [string, string, string])[] = [
    [last, first, second],
    [last, second, first],
    [first, second, last],
  ];
  const choices = orders
    .map(
      ([year, month, day]) =>
        `${year.length === 4 ? year : 2000 + Number(year)}-${pad(Number(month))}-${pad(Number(day))}`,
    )
    .filter((day) => /^\d{4}-/.test(day) && isRealDay(day));
  const proposed = [...new Set(choices)];
  return proposed.length === 0
    ? ask(problems.dateImpossible({ found }), null, [])
    : ask(problems.dateOrder({ found }), null, proposed);
}

function parseWords(text: string, found: string, context: DateContext): ParsedDate | null {
  const match = /^(今年|本年|去年|上年|前年|大前年)(?:(\d{1,2})月)?(?:底|初|中|末)?$/.exec(text);
  if (!match) return null;
  const back = { 今年: 0, 本年: 0, 去年: 1, 上年: 1, 前年: 2, 大前年: 3 }[match[1] ?? ''] ?? 0;
  const year = Number(context.asOf.slice(0, 4)) - back;
  const proposed = match[2] === undefined ? String(year) : `${year}-${pad(Number(match[2]))}`;
  return ask(problems.dateRelative({ found, proposed }), null, [proposed]);
}

function checked(partial: string, found: string): ParsedDate {
  const whole = partial + '-01-01'.slice(partial.length - 4);
  return isRealDay(whole) ? exact(partial) : ask(problems.dateImpossible({ found }), null, []);
}
