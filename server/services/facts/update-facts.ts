/**
 * Keeps `unit_facts` at the state of the register: looks at changed documents, notes which units they touch, and derives
 * the units that are due. Every step is a transaction of its own, so it may be broken off anywhere and goes on from
 * there; in between, everybody else gets at the database.
 */
import { chinaDayOf } from '@shared/lib/day';
import type { Queryable } from '../../db/database';
import type { DocumentKey } from '../../repositories/documents';
import {
  listDue,
  lockFacts,
  setDue,
  tryLockFacts,
  writeFactsState,
} from '../../repositories/facts/facts-state';
import { replaceSiteFacts } from '../../repositories/facts/site-facts';
import { replaceUnitFacts } from '../../repositories/facts/unit-facts';
import type { Environment } from '../environment';
import { deriveSites, loadSiteNeighbourhood } from './derive-sites';
import { deriveUnits } from './derive-units';
import { followDocuments } from './follow-documents';
import { loadNeighbourhood } from './neighbourhood';

export interface StepSize {
  readonly documents: number;
  readonly units: number;
}
const firstSteps: StepSize = { documents: 100, units: 10 };
const largestSteps: StepSize = { documents: 1000, units: 200 };
/**
 * What a step should take. On the embedded database, which has one connection, everybody waits for it; shorter ones cost
 * more in all. A unit of an organization with hundreds of members takes many times as long as others.
 */
const aimedMs = 50;

export interface FactsWork {
  /** Changed documents that were looked at. */
  readonly documents: number;
  /** Units and sites that were derived. */
  readonly units: number;
  /** Documents no figures can be derived from: they count for nothing until they are put right. */
  readonly unreadable: readonly DocumentKey[];
}

export type StepOutcome =
  /** There may be more. */
  | ({ readonly kind: 'worked' } & FactsWork)
  /** Another process is at it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'done' };

/** One step: some changed documents, or when there are none, some due units. */
export function stepFacts(
  { database, now }: Environment,
  countyId: string,
  size: StepSize = firstSteps,
): Promise<StepOutcome> {
  return database.transaction(async (tx): Promise<StepOutcome> => {
    if (!(await tryLockFacts(tx, countyId))) return { kind: 'busy' };
    const followed = await followDocuments(tx, countyId, size.documents);
    if (followed.documents > 0) return { kind: 'worked', ...followed, units: 0 };
    const today = chinaDayOf(now());
    const units =
      (await deriveDueSites(tx, countyId, today, size)) + (await deriveDueUnits(tx, countyId, today, size));
    return units > 0 ? { kind: 'worked', documents: 0, units, unreadable: [] } : { kind: 'done' };
  });
}

export interface FactsUpdate extends FactsWork {
  /** False: another process is at it, or it was stopped. */
  readonly isDone: boolean;
}

export interface UpdateOptions {
  /** Asked between steps. */
  readonly shouldStop?: () => boolean;
  /** Fixed size of a step; by default steps are made to take about the same time each. */
  readonly size?: StepSize;
}

/** Steps until nothing is left to do. */
export async function updateFacts(
  environment: Environment,
  countyId: string,
  { shouldStop = () => false, size: fixedSize }: UpdateOptions = {},
): Promise<FactsUpdate> {
  let done: FactsWork = { documents: 0, units: 0, unreadable: [] };
  let size = fixedSize ?? firstSteps;
  while (!shouldStop()) {
    const startedAt = performance.now();
    const step = await stepFacts(environment, countyId, size);
    if (step.kind !== 'worked') return { ...done, isDone: step.kind === 'done' };
    done = {
      documents: done.documents + step.documents,
      units: done.units + step.units,
      unreadable: [...done.unreadable, ...step.unreadable],
    };
    size = fixedSize ?? adjusted(size, step, performance.now() - startedAt);
    // Requests that came in meanwhile go first.
    await new Promise((go) => setImmediate(go));
  }
  return { ...done, isDone: false };
}

/** Steps of the same kind as this one, larger or smaller by what it took. */
function adjusted(size: StepSize, { documents }: FactsWork, ms: number): StepSize {
  const kind = documents > 0 ? 'documents' : 'units';
  const factor = Math.min(2, Math.max(0.25, aimedMs / ms));
  const wanted = Math.round(size[kind] * factor);
  return { ...size, [kind]: Math.min(largestSteps[kind], Math.max(1, wanted)) };
}

/**
 * Has everything derived again from the documents by the next `updateFacts`. Rows stay until their unit's turn comes,
 * so figures can be asked for all the while. A step another process is at would write over what is said here: it is
 * waited for.
 */
export async function beginRederive({ database }: Environment, countyId: string): Promise<void> {
  await database.transaction(async (tx) => {
    await lockFacts(tx, countyId);
    await writeFactsState(tx, countyId, { through: 0, isRebuilding: true });
  });
}

/** @returns how many were derived; likewise below */
async function deriveDueUnits(
  tx: Queryable,
  countyId: string,
  today: string,
  size: StepSize,
): Promise<number> {
  const unitIds = new Set(await listDue(tx, countyId, 'units', today, size.units));
  if (unitIds.size === 0) return 0;
  const { rows, due } = deriveUnits(await loadNeighbourhood(tx, countyId, unitIds), unitIds, today);
  await replaceUnitFacts(tx, countyId, [...unitIds], rows);
  await setDue(tx, countyId, 'units', due);
  return unitIds.size;
}

async function deriveDueSites(
  tx: Queryable,
  countyId: string,
  today: string,
  size: StepSize,
): Promise<number> {
  const siteIds = new Set(await listDue(tx, countyId, 'sites', today, size.units));
  if (siteIds.size === 0) return 0;
  const { rows, due } = deriveSites(await loadSiteNeighbourhood(tx, countyId, siteIds), siteIds, today);
  await replaceSiteFacts(tx, countyId, [...siteIds], rows);
  await setDue(tx, countyId, 'sites', due);
  return siteIds.size;
}
