/** Starting a register: blank, or with the demo county, and taking the demo county out again. */

import type { DemoDrafts } from '@shared/demo/demo-model';
import { valueAt } from '@shared/domain/changes';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { chinaDayOf } from '@shared/lib/day';
import { dataProblems } from '@shared/problems/data-problems';
import { breathe } from './breathe';
import type { CommitAbout, CommitResult, Operation, OperationProblem, RegisterStore } from './register-store';

export interface BlankOffice {
  /** 填报单位, for instance 青溪镇党建办. */
  readonly officeName: string;
  readonly countyName: string;
  /** null for an office of the county itself. */
  readonly townshipName: string | null;
  /** Villages and communities, in the order an office lists them; blanks and repetitions are skipped. */
  readonly villages: readonly string[];
}

/** Creates the office and its tree of org units. Rules come with the program until an office stores its own. */
export function startBlank(store: RegisterStore, office: BlankOffice): Promise<CommitResult> {
  const countyId = store.newId();
  const townshipId = office.townshipName === null ? null : store.newId();
  const homeOrgUnitId = townshipId ?? countyId;
  const place = (draft: OrgUnitDraft): Operation => ({ op: 'create', collection: 'orgUnits', draft });
  const villages = [...new Set(office.villages.map((name) => name.trim()))].filter((name) => name !== '');
  const operations: Operation[] = [
    {
      op: 'create',
      collection: 'settings',
      draft: {
        kind: 'office',
        name: office.officeName,
        countyName: office.countyName,
        homeOrgUnitId,
        isDemo: false,
      },
    },
    place({ id: countyId, name: office.countyName, level: 'county', parentId: null }),
    ...(office.townshipName === null || townshipId === null
      ? []
      : [place({ id: townshipId, name: office.townshipName, level: 'township', parentId: countyId })]),
    ...villages.map((name) => place({ id: store.newId(), name, level: 'village', parentId: homeOrgUnitId })),
  ];
  return store.commit(operations, { label: '新建台账', isUndoable: false });
}

type OrgUnitDraft = Extract<Operation, { op: 'create'; collection: 'orgUnits' }>['draft'];

/** Fills an empty register with the invented county as seen from today. */
export async function loadDemo(
  store: RegisterStore,
  onProgress?: CommitAbout['onProgress'],
): Promise<CommitResult> {
  // Most offices never look at it: nobody waits for it at the start.
  const generator = await import('@shared/demo/generate-county').catch(() => null);
  if (generator === null)
    return { status: 'failed', problems: [{ operation: null, problem: dataProblems.partNotLoaded({}) }] };
  const { demoCountySteps, demoSeed } = generator;
  const drafts = await runCalmly(demoCountySteps(demoSeed, chinaDayOf(store.now())));
  return store.commit(
    collectionNames.flatMap((name) => creationsOf(drafts, name)),
    {
      label: '载入演示数据',
      isUndoable: false,
      ...(onProgress ? { onProgress } : {}),
    },
  );
}

async function runCalmly(steps: Generator<unknown, DemoDrafts>): Promise<DemoDrafts> {
  for (;;) {
    await breathe();
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function creationsOf(drafts: DemoDrafts, collection: CollectionName): Operation[] {
  return drafts[collection].map(
    // Every list holds drafts of its own collection; the union of operations cannot express the pairing.
    (draft) => ({ op: 'create', collection, draft: { ...draft, source: 'demo' } }) as Operation,
  );
}

export type DemoRemoval =
  /** Nothing but demo data was there: the register is empty. */
  | { readonly status: 'cleared' }
  /** Own records stay, with the places they belong to; the rest of the demo county went to the bin. */
  | { readonly status: 'removed'; readonly removedCount: number; readonly ownCount: number }
  | { readonly status: 'failed'; readonly problems: readonly OperationProblem[] };

/** Live records somebody made beside the demo county; settings (views, column memory) do not count. */
const ownRecords = (store: RegisterStore): LedgerDocument[] =>
  collectionNames
    .filter((name) => name !== 'settings')
    .flatMap((name): LedgerDocument[] =>
      store
        .table(name)
        .all()
        .filter((one) => one.source !== 'demo'),
    );

/** With 0, removing the demo county empties the register; else it asks to keep the own records. */
export const countOwnRecords = (store: RegisterStore): number => ownRecords(store).length;

export async function removeDemo(
  store: RegisterStore,
  onProgress?: CommitAbout['onProgress'],
): Promise<DemoRemoval> {
  const own = ownRecords(store);
  if (own.length === 0) {
    await store.clear();
    return { status: 'cleared' };
  }
  const places = placesOf(store, own);
  const operations = collectionNames.flatMap((collection) =>
    store
      .table(collection)
      .all()
      .filter((one) => one.source === 'demo' && !places.has(one.id))
      .map(({ id }): Operation => {
        const isOffice = store.table('settings').get(id)?.kind === 'office';
        if (isOffice) return { op: 'change', collection, id, changes: { isDemo: false } };
        return { op: 'delete', collection, id };
      }),
  );
  const result = await store.commit(operations, {
    label: '移除演示数据',
    ...(onProgress ? { onProgress } : {}),
  });
  if (result.status === 'failed') return result;
  return { status: 'removed', removedCount: result.changedCount, ownCount: own.length };
}

/** Org units the office and the own records sit in, up to the county. */
function placesOf(store: RegisterStore, own: readonly LedgerDocument[]): Set<string> {
  const orgUnits = store.table('orgUnits');
  const kept = new Set<string>();
  const keep = (id: unknown) => {
    let current = typeof id === 'string' ? orgUnits.get(id) : undefined;
    while (current && !kept.has(current.id)) {
      kept.add(current.id);
      current = current.parentId === null ? undefined : orgUnits.get(current.parentId);
    }
  };
  for (const setting of store.table('settings').all())
    if (setting.kind === 'office') keep(setting.homeOrgUnitId);
  for (const document of own) {
    keep(document.orgUnitId);
    for (const field of ['townshipId', 'siteId', 'parentId']) keep(valueAt(document, field));
    const sites = valueAt(document, 'siteIds');
    if (Array.isArray(sites)) for (const id of sites) keep(id);
  }
  return kept;
}
