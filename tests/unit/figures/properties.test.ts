import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { Summary } from '@shared/figures/accumulator';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllSites } from '@shared/figures/derive-site-facts';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { groupingNames } from '@shared/figures/groupings';
import { allIndicators } from '@shared/figures/indicators/all-indicators';
import { createLiveFigures } from '@shared/figures/live-figures';
import { countPoint, type SeriesPoint } from '@shared/figures/series';
import { summarize } from '@shared/figures/summarize';
import { openCovers } from '@shared/rules/org-state';
import { rulesOn } from '@shared/rules/rule-set-on';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRegister } from '../../support/count-register';
import { propertyRuns } from '../../support/property-runs';
import { actionsArbitrary } from '../../support/simulated-actions';
import { SimulatedOffice } from '../../support/simulated-office';
import { work } from '../../support/simulated-work';

const runs = propertyRuns(30);

describe('figures of any register', () => {
  it('never let a share exceed its base', () => {
    fc.assert(
      fc.property(actionsArbitrary(60), (actions) => {
        const office = work(actions);
        const { figures } = countRegister(office.register(), office.day).summary;
        for (const { id, form } of allIndicators)
          if (form === 'share') expect(figures[id].numerator).toBeLessThanOrEqual(figures[id].denominator);
      }),
      runs,
    );
  });

  it('count every organization once and every open cover of a unit in scope', () => {
    fc.assert(
      fc.property(actionsArbitrary(60), (actions) => {
        const office = work(actions);
        const { facts, context } = countRegister(office.register(), office.day);
        const seats = [...facts.values()].flatMap((unit) => unit.seatOrgIds);
        expect(new Set(seats).size).toBe(seats.length);
        const live = [...context.relations.documents.partyOrgs.values()].filter(
          (org) => org.status !== 'dissolved',
        );
        for (const org of live) {
          const covered = new Set(openCovers(org, office.day).map((cover) => cover.unitId));
          // The organization counts in the base as long as one unit under it does.
          const inScope = [...covered].filter((id) => facts.get(id)?.inScope);
          const seat = [...facts.values()].find((unit) => unit.seatOrgIds.includes(org.id));
          if (inScope.length > 0) expect(seat?.inScope).toBe(true);
          const counted = [...facts.values()].filter((unit) => unit.coverOrgIds.includes(org.id));
          expect(counted.map((unit) => unit.unitId).sort()).toEqual(
            [...covered].filter((id) => facts.has(id)).sort(),
          );
        }
      }),
      runs,
    );
  });

  it('count no member of the roster twice', () => {
    fc.assert(
      fc.property(actionsArbitrary(60), (actions) => {
        const office = work(actions);
        const { facts, context } = countRegister(office.register(), office.day);
        const members = [...context.relations.documents.people.values()].filter(
          (one) => one.stage !== 'exited',
        );
        const counted = [...facts.values()].reduce((sum, unit) => sum + unit.rosterMembers, 0);
        expect(counted).toBeLessThanOrEqual(members.length);
      }),
      runs,
    );
  });
});

describe('a recount at a past day', () => {
  it('equals the count made then', () => {
    fc.assert(
      fc.property(actionsArbitrary(50), (actions) => {
        const made: SeriesPoint[] = [];
        const office = work(actions, ({ day, register }) =>
          made.push(countPoint(register(), day, 'township')),
        );
        for (const then of made) {
          const now = countPoint(office.register(), then.asOf, 'township');
          // A township without any unit then has no row in either count.
          for (const [key, summary] of now.groups) {
            const before = then.groups.get(key);
            if (before) expect(pickCompared(summary)).toEqual(pickCompared(before));
            else expect(summary.figures.C1.denominator).toBe(0);
          }
        }
      }),
      propertyRuns(12),
    );
  });
});

const pickCompared = ({ figures, coverageStates, sixByItem }: Summary) => ({
  figures,
  coverageStates,
  sixByItem,
});

describe('live figures', () => {
  it('equal a full recount after every edit, in every grouping', () => {
    fc.assert(
      fc.property(actionsArbitrary(40), (actions) => {
        const asOf = '2027-06-30';
        const relations = buildRelations(new SimulatedOffice().register());
        const context = { relations, asOf, ...rulesOn(relations, asOf) };
        const live = createLiveFigures(context);
        for (const name of groupingNames) live.sums(name);
        const office = work(actions, ({ written }) => {
          if (!written) return;
          const before = written.before as DocumentOf<CollectionName> | null;
          live.apply<CollectionName>(written.collection, before, written.after);
        });
        const fresh = { ...context, relations: buildRelations(office.register()) };
        const facts = deriveAllFacts(fresh);
        const sites = deriveAllSites(facts, fresh);
        expect(new Map(live.facts)).toEqual(facts);
        expect(new Map(live.sites)).toEqual(sites);
        const about = { asOf, ruleSetVersion: context.ruleSet.version };
        for (const name of groupingNames) {
          const full = summarize(facts.values(), name, about, sites.values());
          for (const [key, summary] of full) expect(live.sums(name).get(key)?.summary()).toEqual(summary);
        }
      }),
      runs,
    );
  });
});
