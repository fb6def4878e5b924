import { demoSeed, generateDemoCounty, generateUnits } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import { buildRelations } from '@shared/figures/build-relations';
import { createLiveFigures } from '@shared/figures/live-figures';
import { countPoint } from '@shared/figures/series';
import { parsePhone } from '@shared/identifiers/phone';
import { parseResidentId } from '@shared/identifiers/resident-id';
import { parseUscc } from '@shared/identifiers/uscc';
import { rulesOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';

const asOf = '2026-11-20';
const drafts = generateDemoCounty(demoSeed, asOf);
const register = registerOf(drafts, `${asOf}T02:00:00.000Z`);
const relations = buildRelations(register);
const figures = createLiveFigures({ relations, ...rulesOn(relations, asOf), asOf });
const total = figures.sums('all').get('all')!.summary();

describe('the demo county', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(generateDemoCounty(demoSeed, asOf)).toEqual(drafts);
    expect(generateDemoCounty(demoSeed + 1, asOf).units[0]?.name).not.toBe(drafts.units[0]?.name);
  });

  it('has six townships of about 217 units with unique names, ids and codes', () => {
    const townships = register.orgUnits.filter((one) => one.level === 'township');
    expect(townships).toHaveLength(6);
    for (const { id } of townships) {
      const count = register.units.filter((unit) => unit.townshipId === id).length;
      expect(count).toBeGreaterThanOrEqual(208);
      expect(count).toBeLessThanOrEqual(226);
    }
    const unique = (values: readonly (string | null)[]) => {
      const known = values.filter((value) => value !== null);
      expect(new Set(known).size).toBe(known.length);
    };
    unique(register.units.map((unit) => unit.name));
    unique(register.units.map((unit) => unit.uscc));
    unique(register.people.map((person) => person.idNo));
    unique(Object.values(register).flatMap((documents) => documents.map((one) => one.id)));
  });

  it('uses codes and numbers that pass every check', () => {
    for (const { uscc, unitType } of register.units)
      if (uscc !== null) expect(parseUscc(uscc, { unitType })).toEqual({ value: uscc, problems: [] });
    for (const { idNo, birthOn, gender } of register.people) {
      const parsed = parseResidentId(idNo ?? '', { today: asOf });
      expect(parsed).toMatchObject({ value: { idNo, birthOn, gender }, problems: [] });
    }
    for (const { phone } of [...register.people, ...register.instructors])
      expect(parsePhone(phone ?? '')).toEqual({ value: phone, problems: [] });
  });

  it('points only to documents that exist', () => {
    const ids = new Set(Object.values(register).flatMap((documents) => documents.map((one) => one.id)));
    const broken: string[] = [];
    const visit = (path: string, value: unknown): void => {
      if (typeof value === 'string' && /Ids?(\.\d+)?$/.test(path) && path !== 'ruleSetId' && !ids.has(value))
        broken.push(`${path} ${value}`);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) visit(path === '' ? key : `${path}.${key}`, inner);
    };
    for (const documents of Object.values(register)) for (const one of documents) visit('', one);
    expect(broken.slice(0, 5)).toEqual([]);
  });

  it('knows no day after the one it is seen from, except plans', () => {
    const plans = new Set(['plannedBuildOn', 'plannedTo', 'dueOn']);
    const late: string[] = [];
    const visit = (key: string, value: unknown): void => {
      if (
        typeof value === 'string' &&
        !plans.has(key) &&
        /^\d{4}-\d{2}-\d{2}/.test(value) &&
        value.slice(0, 10) > asOf
      )
        late.push(`${key} ${value}`);
      if (typeof value === 'object' && value !== null)
        for (const [inner, item] of Object.entries(value)) visit(inner, item);
    };
    for (const documents of Object.values(register)) for (const one of documents) visit('', one);
    expect(late).toEqual([]);
  });

  it('shows every situation the screens explain', () => {
    expect(Object.keys(total.sixByCount).toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    for (const state of ['solo', 'joint', 'regional', 'affiliated', 'work', 'massOnly', 'blank'] as const)
      expect(total.coverageStates[state]).toBeGreaterThan(0);
    for (const reason of ['operating', 'suspended', 'deregistered', 'preparing'] as const)
      expect(total.scope[reason]).toBeGreaterThan(0);
    for (const [id, { numerator, denominator }] of Object.entries(total.figures))
      if (id !== 'C6c') expect(`${id} ${numerator > 0 && denominator > 0}`).toBe(`${id} true`);
  });

  it('covers more firms year by year', () => {
    const rate = (day: string) => {
      const { numerator, denominator } = countPoint(register, day).groups.get('all')!.figures.C1;
      return numerator / denominator;
    };
    const rates = ['2023-12-31', '2024-12-31', '2025-12-31', asOf].map(rate);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(rates[0]).toBeGreaterThan(0.2);
    expect(rates.at(-1)).toBeLessThan(0.8);
  });
});

it('makes any number of units for measuring', () => {
  const units = generateUnits(20_000, 1, asOf);
  expect(units).toHaveLength(20_000);
  expect(new Set(units.map((unit) => unit.name)).size).toBe(20_000);
});
