/** Counts and amounts as offices write them: 3,200、五十二、约50、50余人、40-50、5+2、3(预备1) (H18, H19). */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { Problem } from '@shared/problems/problem';
import { parseChineseNumber } from './parse-chinese-number';
import { compact, isBlankSign } from './tidy-text';

export interface ParsedNumber {
  /** null = blank or refused. */
  readonly value: number | null;
  readonly problems: readonly Problem[];
  /** What the cell said, when it said more than a number. */
  readonly note: string | null;
  /** 3(预备1): how many of the value are probationary members. */
  readonly probationary: number | null;
  /** Numbers somebody may choose between. */
  readonly choices: readonly number[];
}

const blank: ParsedNumber = { value: null, problems: [], note: null, probationary: null, choices: [] };
const exact = (value: number): ParsedNumber => ({ ...blank, value });

const counters = /[人名个家户位次年平㎡]+$/;
const approximately = /^(?:大约|大概|约|近|接近|不足|不到|超过|超|至少|不少于|将近|差不多)+/;
const andMore = /(?:左右|上下|以上|以下|余|多|来|\+)$/;
const rangeOf = /^(\d+(?:\.\d+)?)[-~～—–至到]+(\d+(?:\.\d+)?)$/;
const partsOf = /^\d+(?:\+\d+)+$/;
const withNote = /^([^([【]+)[([【](.+)[)\]】]$|^(\d+)[人名]?[,，;；](.+)$|^(\d+)[人名]?[、/]([^\d、/]+)$/;
const probationaryIn = /预备(?:党员)?[:：]?(\d+)|(\d+)[人名个]?(?:为)?预备/;

/** Plain digits with thousands separators, or Chinese numerals; null otherwise. */
export function plainNumber(text: string): number | null {
  if (/^-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replace(/[,，]/g, ''));
  if (/^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text)) return Number(text);
  return parseChineseNumber(text);
}

const stripCounter = (text: string): string => text.replace(counters, '');

/**
 * @param content cell value without its unit of measure
 * @param original what the clerk sees, for the sentences
 */
export function parseNumber(content: string | number, original = String(content)): ParsedNumber {
  if (typeof content === 'number') return exact(content);
  const text = compact(content);
  if (text === '' || isBlankSign(text)) return blank;
  if (/^(?:无|没有|零)$/.test(text)) return exact(0);
  const plain = plainNumber(text) ?? plainNumber(stripCounter(text));
  if (plain !== null) return exact(plain);
  return (
    parseRange(text, original) ??
    parseSum(text, original) ??
    parseFullAndProbationary(text, original) ??
    parseWithNote(text, original) ??
    parseApproximate(text, original) ?? { ...blank, problems: [problems.notNumber({ found: original })] }
  );
}

function parseRange(text: string, original: string): ParsedNumber | null {
  const match = rangeOf.exec(stripCounter(text).replace(approximately, ''));
  if (!match) return null;
  const [low, high] = [Number(match[1]), Number(match[2])];
  if (high <= low) return null;
  return {
    ...blank,
    value: low,
    note: original,
    choices: [low, high],
    problems: [problems.range({ found: original, value: low })],
  };
}

function parseSum(text: string, original: string): ParsedNumber | null {
  const bare = stripCounter(text);
  if (!partsOf.test(bare)) return null;
  const parts = bare.split('+').map(Number);
  const value = parts.reduce((sum, part) => sum + part, 0);
  return {
    ...blank,
    value,
    note: original,
    choices: [value, parts[0] ?? value],
    problems: [problems.sumOfParts({ found: original, value })],
  };
}

/** 正式2预备1, 正式党员2名、预备党员1名, 2+1预备: the two parts of the members. */
const fullAndProbationary =
  /^正式(?:党员)?[:：]?(\d+)[人名个]?[+,，、;；和及]?预备(?:党员)?[:：]?(\d+)[人名个]?$|^(\d+)\+(\d+)[人名个]?\(?预备(?:党员)?\)?$/;

function parseFullAndProbationary(text: string, original: string): ParsedNumber | null {
  const [full, probationary] = (fullAndProbationary.exec(text) ?? []).slice(1).filter(Boolean).map(Number);
  if (full === undefined || probationary === undefined) return null;
  const value = full + probationary;
  return {
    ...blank,
    value,
    note: original,
    probationary,
    problems: [problems.probationarySplit({ found: original, value, probationary })],
  };
}

function parseWithNote(text: string, original: string): ParsedNumber | null {
  const match = withNote.exec(text);
  if (!match) return null;
  const [head = '', note = ''] = match.slice(1).filter(Boolean);
  const inner = parseNumber(head, original);
  if (inner.value === null) return null;
  const found = probationaryIn.exec(note.replace(/[一二两三四五六七八九十]+/g, digitsOf));
  if (found) {
    const probationary = Number(found[1] ?? found[2]);
    return {
      ...blank,
      value: inner.value,
      note: original,
      probationary,
      problems: [problems.probationarySplit({ found: original, value: inner.value, probationary })],
    };
  }
  const said = problems.numberWithNote({ found: original, value: inner.value, note });
  return { ...inner, note: original, problems: inner.problems.length > 0 ? inner.problems : [said] };
}

const digitsOf = (text: string): string => String(parseChineseNumber(text) ?? text);

function parseApproximate(text: string, original: string): ParsedNumber | null {
  const bare = stripCounter(text).replace(approximately, '').replace(andMore, '');
  const value = plainNumber(stripCounter(bare)) ?? plainNumber(bare.replace(/[余多来]$/, ''));
  if (value === null || bare === text) return null;
  return { ...blank, value, note: original, problems: [problems.approximate({ found: original, value })] };
}
