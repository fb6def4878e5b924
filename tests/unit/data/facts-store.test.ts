import '../../support/register/dev-mode';
import { FactsStore } from '@renderer/data/figures/facts-store';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { registerOn } from '@shared/figures/register-on';
import { rulesOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import { addOffice, addUnit, openTestRegister, testClock } from '../../support/register/test-register';

const orgOf = (unitId: string, from: string) => ({
  op: 'create' as const,
  collection: 'partyOrgs' as const,
  draft: {
    id: 'o1',
    name: '中共青溪纸业支部委员会',
    formation: 'solo' as const,
    tier: 'branch' as const,
    hostUnitId: unitId,
    covers: { c1: { unitId, from, to: null } },
    foundedOn: from,
    status: 'active' as const,
  },
});

/** A recount from nothing: what the live facts must equal at any time. */
function recounted(register: Parameters<typeof buildRelations>[0], asOf: string) {
  const relations = buildRelations(register);
  return deriveAllFacts({ relations, ...rulesOn(relations, asOf), asOf });
}

describe('facts of today', () => {
  it('follow every change and give a new view for it', async () => {
    const store = await openTestRegister();
    await addOffice(store);
    const id = await addUnit(store, { foundedOn: '2015' });
    const facts = new FactsStore(store);
    const disconnect = facts.connect();
    const before = facts.view.get();
    expect(before.facts.get(id)).toMatchObject({ coverageState: 'blank', inScope: true });
    expect(before.sums('all').get('all')?.figures.C1).toMatchObject({ numerator: 0, denominator: 1 });

    await store.commit([orgOf(id, '2020-05-01')], { label: '组建' });
    const after = facts.view.get();
    expect(after).not.toBe(before);
    expect(after.facts).not.toBe(before.facts);
    expect(after.facts.get(id)).toMatchObject({ coverageState: 'solo', coverOrgId: 'o1' });
    expect(after.sums('all').get('all')?.figures.C1).toMatchObject({ numerator: 1, denominator: 1 });

    await store.undo();
    expect(facts.view.get().facts.get(id)?.coverageState).toBe('blank');
    await store.commit([{ op: 'delete', collection: 'units', id }], { label: '删' });
    expect(facts.view.get().facts.size).toBe(0);
    expect([...facts.view.get().facts]).toEqual([...recounted(store.snapshot(), '2026-03-01')]);
    disconnect();
  });

  it('count again when a rule changes', async () => {
    const store = await openTestRegister();
    await addOffice(store);
    const id = await addUnit(store, { foundedOn: '2015' });
    const facts = new FactsStore(store);
    facts.connect();
    const ruleSet = facts.view.get().ruleSet;
    await store.commit(
      [
        {
          op: 'create',
          collection: 'settings',
          draft: { ...ruleSet, kind: 'ruleSet', version: '本县2026', validFrom: '2020-01-01', validTo: null },
        },
      ],
      { label: '规则' },
    );
    expect(facts.view.get().ruleSet.version).toBe('本县2026');
    expect(facts.view.get().facts.get(id)).toBeDefined();
  });

  it('catch up with what happened before connecting, and with midnight', async () => {
    let now = '2026-03-01T10:00:00.000Z';
    const store = await openTestRegister('memory', { now: () => now });
    await addOffice(store);
    const facts = new FactsStore(store);
    const id = await addUnit(store, { foundedOn: '2026-03-02' });
    facts.connect();
    expect(facts.view.get().facts.get(id)?.inScope).toBe(false);
    now = '2026-03-01T16:00:00.000Z';
    facts.checkDay();
    expect(facts.view.get()).toMatchObject({ asOf: '2026-03-02', isToday: true });
    expect(facts.view.get().facts.get(id)?.inScope).toBe(true);
  });
});

describe('facts of another day', () => {
  const settled = async (facts: FactsStore) => {
    for (let i = 0; i < 100 && facts.view.get().isRecounting; i++) await new Promise((r) => setTimeout(r, 5));
  };

  it('are recounted as of that day and come back to today', async () => {
    const store = await openTestRegister('memory', { now: testClock().now });
    await addOffice(store);
    const id = await addUnit(store, { foundedOn: '2015' });
    await store.commit([orgOf(id, '2024-05-01')], { label: '组建' });
    const facts = new FactsStore(store, () => Promise.resolve());
    facts.connect();
    facts.setAsOf('2023-12-31');
    expect(facts.view.get()).toMatchObject({ isRecounting: true, asOf: '2026-03-01' });
    await settled(facts);
    const past = facts.view.get();
    expect(past).toMatchObject({ asOf: '2023-12-31', isToday: false });
    expect(past.facts.get(id)?.coverageState).toBe('blank');
    expect([...past.facts]).toEqual([...recounted(registerOn(store.snapshot(), '2023-12-31'), '2023-12-31')]);
    expect(past.sums('township').get('town-1')?.figures.C1).toMatchObject({ numerator: 0, denominator: 1 });

    await store.commit(
      [
        {
          op: 'change',
          collection: 'partyOrgs',
          id: 'o1',
          changes: { 'covers.c1.from': '2020', foundedOn: '2020' },
        },
      ],
      { label: '更正' },
    );
    await settled(facts);
    expect(facts.view.get().facts.get(id)?.coverageState).toBe('solo');
    facts.setAsOf(null);
    expect(facts.view.get()).toMatchObject({ isToday: true, asOf: '2026-03-01' });
    facts.setAsOf('2026-03-01');
    expect(facts.asOf.get()).toBeNull();
  });
});
