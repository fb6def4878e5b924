/** The register as ledger tables see it, renewed with every change; and lookups for references. */
import type { FactsView } from '@renderer/data/figures/facts-view';
import { useFacts } from '@renderer/data/figures/react';
import { lookupsOf } from '@renderer/data/history';
import { useRegister, useTable } from '@renderer/data/react';
import type { RegisterStore } from '@renderer/data/register-store';
import type { OrgUnit } from '@shared/domain/org-unit';
import type { Unit } from '@shared/domain/unit';
import type { Problem } from '@shared/problems/problem';
import { useMemo } from 'react';
import { allProblems, needsCare } from '../fields/document-problems';
import type { Lookups } from '../fields/field-kind';
import { industryLookup, lookupIn, placeLookup } from '../fields/references';
import { unitProblems } from '../fields/unit-problems';
import { searchIndexOf } from '../search/search-index';
import type { LedgerContext, LedgerDocumentOf, LedgerTable } from '../tables/table-model';

export function useLedgerContext(): LedgerContext {
  const register = useRegister();
  const view = useFacts();
  return useMemo(() => {
    const { nameOf } = lookupsOf(register);
    const { relations, asOf } = view;
    const judge = judgeOnce(view);
    return {
      relations,
      ruleSet: view.ruleSet,
      criteriaSet: view.criteriaSet,
      asOf,
      factsOf: (unitId) => view.facts.get(unitId) ?? null,
      nameOf,
      problemsOf: (table, document) =>
        (table === 'units' ? problemsByFacts(document, view) : null) ?? judge(table, document),
    };
  }, [register, view]);
}

/** null = facts alone do not tell. */
const problemsByFacts = (document: LedgerDocumentOf, { facts, relations, asOf }: FactsView) =>
  // A record of a table is a document of the collection of that name.
  unitProblems(document as Unit, facts.get(document.id) ?? null, relations, asOf);

/** A view is one state of the register, so a record is judged once in it however often it is drawn. */
function judgeOnce({ relations, asOf }: FactsView): LedgerContext['problemsOf'] {
  const known = new WeakMap<LedgerDocumentOf, readonly Problem[]>();
  return (table, document) => {
    const found = known.get(document) ?? needsCare(allProblems(table, document, relations, asOf), document);
    known.set(document, found);
    return found;
  };
}

const siteLevels: ReadonlySet<OrgUnit['level']> = new Set([
  'village',
  'park',
  'building',
  'street',
  'market',
  'grid',
]);

/** Stable while the tree of places stays the same; names and pinyin of everything else are read when needed. */
export function useLookups(): Lookups {
  const register = useRegister();
  const places = useTable('orgUnits');
  // biome-ignore lint/correctness/useExhaustiveDependencies: options of places are listed anew when one changes
  return useMemo(() => buildLookups(register), [register, places]);
}

export function buildLookups(register: RegisterStore): Lookups {
  const keywords = (table: LedgerTable) => (id: string) => searchIndexOf(register, table).textOf(id);
  const places = register.table('orgUnits');
  const placeName = (id: string | null) => (id === null ? undefined : places.get(id)?.name);
  return {
    units: lookupIn(register.table('units'), keywords('units'), (unit) => placeName(unit.townshipId)),
    partyOrgs: lookupIn(register.table('partyOrgs'), keywords('partyOrgs')),
    people: lookupIn(register.table('people'), keywords('people')),
    rooms: lookupIn(register.table('partyRooms'), keywords('partyRooms')),
    townships: placeLookup(places, keywords('orgUnits'), ({ level }) => level === 'township'),
    sites: placeLookup(places, keywords('orgUnits'), ({ level }) => siteLevels.has(level)),
    places: placeLookup(places, keywords('orgUnits'), () => true),
    industries: industryLookup,
  };
}
