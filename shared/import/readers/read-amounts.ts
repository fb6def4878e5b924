/** Readers of counts, amounts and frequencies (H17–H19, H21). */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { FieldSpec } from '../columns/field-spec';
import { fixOf } from '../fixes';
import { parseMeasure } from '../parsers/parse-measure';
import { type ParsedNumber, parseNumber } from '../parsers/parse-number';
import { parseVisits } from '../parsers/parse-visits';
import { compact } from '../parsers/tidy-text';
import { textOf } from '../sheet-view';
import { doubt, inField, one, type Reader, type Reading } from './reading';

/** Notes and probationary members go to their own fields, so that nothing the clerk wrote is lost. */
function readNumber(parsed: ParsedNumber, spec: FieldSpec, value: number | null): Reading {
  const declared = /^unit\.(?:declared\.)?(\w+)$/.exec(spec.field)?.[1];
  const choices = parsed.choices.map((choice) => fixOf(spec.field, choice));
  return {
    values: {
      [spec.field]: value,
      ...(parsed.note !== null && declared !== undefined
        ? { [`unit.declared.notes.${declared}`]: parsed.note }
        : {}),
      ...(parsed.probationary !== null && spec.field === 'unit.declared.members'
        ? { 'unit.declared.probationary': parsed.probationary }
        : {}),
    },
    doubts: parsed.problems.map((problem) => doubt(inField(problem, spec.field), choices)),
  };
}

export const count: Reader = (cell, spec) => {
  const parsed = parseNumber(cell.kind === 'number' ? Number(cell.value) : textOf(cell), textOf(cell).trim());
  const { value } = parsed;
  const found = textOf(cell);
  if (value !== null && value < 0) return one(spec, null, [doubt(problems.negative({ found }, spec.field))]);
  if (value !== null && !Number.isInteger(value))
    return one(spec, null, [
      doubt(problems.notWhole({ found }, spec.field), [fixOf(spec.field, Math.round(value))]),
    ]);
  return readNumber(parsed, spec, value);
};

/** 3, or 3/1 as the list of units that should build an organization prints it: relation here, relation elsewhere. */
export const fullMembers: Reader = (cell, spec, context) => {
  const match = /^(\d+)[人名]?\/(\d+)[人名]?$/.exec(compact(textOf(cell)));
  return match
    ? {
        values: { [spec.field]: Number(match[1]), 'unit.declared.elsewhere': Number(match[2]) },
        doubts: [],
      }
    : count(cell, spec, context);
};

export const measure =
  (kind: 'wan' | 'area'): Reader =>
  (cell, spec, { factor }) => {
    const parsed = parseMeasure(cell.kind === 'number' ? Number(cell.value) : textOf(cell), kind, factor);
    if (parsed.value !== null && parsed.value < 0)
      return one(spec, null, [doubt(problems.negative({ found: textOf(cell) }, spec.field))]);
    return readNumber(parsed, spec, parsed.value);
  };

/** 98.5, 98.5% and 0.985 all mean 98.5; the register keeps percent (H21). */
export const percent: Reader = (cell, spec) => {
  const said = compact(textOf(cell));
  const parsed = parseNumber(said.replace(/[%％]$/, ''), said);
  const scaled =
    parsed.value !== null && parsed.value <= 1 && !/[%％]$/.test(said) ? parsed.value * 100 : parsed.value;
  const value = scaled === null ? null : Math.round(scaled * 100) / 100;
  return value !== null && value > 100
    ? one(spec, null, [doubt(problems.notNumber({ found: said }, spec.field))])
    : readNumber(parsed, spec, value);
};

export const visits: Reader = (cell) => {
  const { plan, actual } = parseVisits(textOf(cell));
  return {
    values: {
      'assignment.visitPlan.per': plan?.per ?? null,
      'assignment.visitPlan.times': plan?.times ?? null,
      ...(actual === null ? {} : { 'assignment.declaredVisits': actual }),
    },
    doubts: [],
  };
};
