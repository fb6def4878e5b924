import { planImport } from '@shared/import/07-build-preview';
import { decide } from '@shared/import/apply-decisions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs';
import { answered, book, calmBook, known, toBook, troubles } from './invented-books';
import { afterImport, registerOf, testContext } from './plan-support';

describe('a file imported again', () => {
  test('is nothing new when it raised no questions', () => {
    fc.assert(
      fc.property(calmBook, (calm) => {
        const plan = planImport(toBook(calm), registerOf({}), testContext());
        expect(plan.counts).toMatchObject({ decide: 0, skip: 0, change: 0 });
        expect(planImport(toBook(calm), afterImport(plan), testContext()).isNothingNew).toBe(true);
      }),
      propertyRuns(60),
    );
  });

  test.each(Object.entries(troubles))('writes nothing more after %s was decided', (_, trouble) => {
    fc.assert(
      fc.property(calmBook, fc.infiniteStream(fc.nat(1000)), (calm, stream) => {
        const read = toBook(trouble(calm));
        const plan = answered(read, registerOf({}), (count) => stream.next().value % count);
        const again = planImport(read, afterImport(plan), testContext());
        const written = again.items.filter(({ outcome }) => outcome === 'create' || outcome === 'change');
        expect(written.map(({ key, outcome, changes }) => ({ key, outcome, changes }))).toEqual([]);
        // Nobody can be asked about what nobody was asked before.
        const asked = again.items.filter(({ outcome }) => outcome === 'decide');
        expect(asked.filter(({ key }) => plan.decisions[key] === undefined)).toEqual([]);
      }),
      propertyRuns(30),
    );
  });
});

describe('however rows contradict each other and whatever is decided', () => {
  test('every record satisfies its schema, no link leads nowhere, codes and names stay unique', () => {
    fc.assert(
      fc.property(book, known, fc.infiniteStream(fc.nat(1000)), (read, register, stream) => {
        const after = afterImport(answered(read, register, (count) => stream.next().value % count));
        const ids = new Set(Object.values(after).flatMap((documents) => documents.map(({ id }) => id)));
        const links = [
          ...after.units.flatMap(({ siteIds }) => siteIds),
          ...after.partyOrgs.flatMap(({ covers }) => Object.values(covers).map(({ unitId }) => unitId)),
          ...after.instructors.flatMap(({ assignments }) =>
            Object.values(assignments).map(({ unitId }) => unitId),
          ),
          ...after.partyRooms.flatMap(({ siteId, hostPartyOrgId }) => [siteId, hostPartyOrgId]),
          ...after.people.flatMap(({ relationOrgId, workUnitId }) => [relationOrgId, workUnitId]),
        ];
        expect(links.filter((id) => id !== null && !ids.has(id))).toEqual([]);
        const codes = after.units.flatMap(({ uscc }) => (uscc === null ? [] : [uscc]));
        expect(new Set(codes).size).toBe(codes.length);
        const twins = after.units.length - new Set(after.units.map(({ name }) => name)).size;
        const given = register.units.length - new Set(register.units.map(({ name }) => name)).size;
        expect(twins).toBeLessThanOrEqual(given);
      }),
      propertyRuns(80),
    );
  });

  test('planning is repeatable: the same decisions give the same plan', () => {
    fc.assert(
      fc.property(book, known, fc.infiniteStream(fc.nat(1000)), (read, register, stream) => {
        const plan = answered(read, register, (count) => stream.next().value % count);
        expect(decide(plan, { ...plan.decisions }).items).toEqual(plan.items);
      }),
      propertyRuns(30),
    );
  });
});
