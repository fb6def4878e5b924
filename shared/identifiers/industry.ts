/** Industry 行业 (GB/T 4754-2017) from a code, a name or an everyday word: section letter + 0–4 digits. */
import { squeeze } from '@shared/lib/text';
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import {
  type IndustryDivision,
  type IndustrySection,
  industryDivisions,
  industrySectionNames,
  industryWords,
} from './industry-table';
import { accepted, nothing, type Parsed, refused } from './parsed';

const divisionByCode = new Map(industryDivisions.map((division) => [division.code, division]));
const bare = (name: string): string => name.replace(/[、,，和及与]/g, '');
/** Official names without punctuation and conjunctions, which offices drop or vary. */
const codeByName = new Map<string, string>([
  ...industryDivisions.map(({ section, code, name }) => [bare(name), section + code] as const),
  // After the divisions, so that a section whose only division shares its name stays a section.
  ...Object.entries(industrySectionNames).map(([section, name]) => [bare(name), section] as const),
]);
const wordsByLength = Object.entries(industryWords).sort(([a], [b]) => b.length - a.length);

const isSection = (letter: string): letter is IndustrySection => letter in industrySectionNames;

export const industrySectionOf = (code: string): IndustrySection | null => {
  const letter = code.charAt(0);
  return isSection(letter) ? letter : null;
};

export const industryDivisionOf = (code: string): IndustryDivision | null =>
  divisionByCode.get(code.slice(1, 3)) ?? null;

/** Chinese name of the division where the code names one, else of the section. */
export const industryLabelOf = (code: string): string | null => {
  const section = industrySectionOf(code);
  return section === null ? null : (industryDivisionOf(code)?.name ?? industrySectionNames[section]);
};

/** Reads C, C13, 1311, C 制造业, 纺织业, 汽车零部件加工 … A code beside words that mean another section is refused. */
export function parseIndustry(text: string, field: string | null = 'industryCode'): Parsed<string> {
  const cell = squeeze(text).toUpperCase();
  if (cell === '') return nothing;
  const [, letter = '', digits = '', words = ''] =
    /^([A-T])?[-.]?(\d{0,4})[-.、:()【】[\]]*(.*?)\)?$/.exec(cell) ?? [];
  const code = readCode(letter, digits);
  if (letter === '' && digits === '') return parseWords(cell, cell, field);
  if (code === null) return refused(problems.industryUnknown({ found: cell }, field));
  const said = words === '' ? code : (parseWords(words, cell, field).value ?? code);
  if (said.charAt(0) === code.charAt(0)) return accepted(code);
  return refused(problems.industryMismatch({ code, codeLabel: industryLabelOf(code) ?? '', words }, field));
}

/** null when the digits belong to no division, or to one of another section. */
function readCode(letter: string, digits: string): string | null {
  if (digits.length === 0) return letter === '' ? null : letter;
  if (digits.length === 1) return null;
  const division = divisionByCode.get(digits.slice(0, 2));
  return division && (letter === '' || letter === division.section) ? division.section + digits : null;
}

function parseWords(words: string, cell: string, field: string | null): Parsed<string> {
  const name = bare(words);
  const exact = codeByName.get(name) ?? codeByName.get(`${name}业`);
  if (exact !== undefined) return accepted(exact);
  const meant = wordsByLength.find(([word]) => name.includes(word))?.[1];
  if (meant === undefined) return refused(problems.industryUnknown({ found: cell }, field));
  const sections = meant.split('/');
  if (sections.length === 1) return accepted(meant);
  const choices = sections.map((section) => industryLabelOf(section) ?? section);
  return refused(problems.industryAmbiguous({ found: cell, choices }, field));
}
