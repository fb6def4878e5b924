/** Gives a device what is new for it, page by page (SPEC.md, PULL). */
import type { PullQuery, PullReply } from '@shared/sync/messages';
import type { Queryable } from '../../db/database';
import { type CountyPosition, survivingNumber } from '../../repositories/county-position';
import { countInScope, type PageItem, readPage } from '../../repositories/pages';
import type { Caller } from '../caller';
import { getPosition, getScopeAncestors, requireReading } from '../county';
import type { Environment } from '../environment';
import { scopeNameOf, scopeOf } from '../scope';
import { requireServed } from '../versions';
import { itemText, parsedItem, shownTo } from './page-items';

type Reset = Extract<PullReply, { kind: 'reset' }>;
type PageReply = Extract<PullReply, { kind: 'page' }>;
/** A page whose documents are still the text they are kept as. */
interface TextPage extends Omit<PageReply, 'items'> {
  readonly items: readonly PageItem[];
}

/** @throws Refusal `updateNeeded`, `serverTooOld` or `deviceDraining` */
export async function pullPage(
  environment: Environment,
  caller: Caller,
  query: PullQuery,
): Promise<PullReply> {
  const reply = await answerPull(environment, caller, query);
  if (reply.kind === 'reset') return reply;
  return { ...reply, items: reply.items.map(parsedItem) };
}

/** The same as JSON text. Documents go out as they are kept; reading them only to write them again costs most of a page. */
export async function pullPageText(
  environment: Environment,
  caller: Caller,
  query: PullQuery,
): Promise<string> {
  const reply = await answerPull(environment, caller, query);
  if (reply.kind === 'reset') return JSON.stringify(reply);
  const { items, ...rest } = reply;
  return `${JSON.stringify(rest).slice(0, -1)},"items":[${items.map(itemText).join(',')}]}`;
}

async function answerPull(
  environment: Environment,
  caller: Caller,
  query: PullQuery,
): Promise<Reset | TextPage> {
  requireServed(query);
  requireReading(caller);
  const { database, now } = environment;
  const ancestors = await getScopeAncestors(database, caller);
  const scopeName = scopeNameOf(caller, ancestors);
  if (query.epoch === '') {
    const position = await getPosition(database, caller.countyId);
    return resetTo(environment, caller, query, { position, scopeName, reason: 'firstSync' });
  }
  const { since, limit } = query;
  const scope = scopeOf(caller);
  // Judged by the snapshot the page is of: what was purged before it (HORIZON-1) is in no page any more.
  const { items, position } = await readPage(database, scope, ancestors.length === 1, since, limit);
  const reason = resetReason(query, position, scopeName);
  if (reason !== null) return resetTo(environment, caller, query, { position, scopeName, reason });
  const isDone = items.length < limit;
  return {
    kind: 'page',
    items: items.map((item) => shownTo(caller, item)),
    through: isDone ? position.through : (items.at(-1)?.seq ?? position.through),
    isDone,
    total: since === 0 ? await countInScope(database, scope) : null,
    serverTime: now(),
  };
}

interface NewStart {
  readonly position: CountyPosition;
  readonly scopeName: string;
  readonly reason: Reset['reason'];
}

/** PULL-6. */
async function resetTo(
  { database, now }: Environment,
  caller: Caller,
  query: PullQuery,
  { position, scopeName, reason }: NewStart,
): Promise<Reset> {
  return {
    kind: 'reset',
    reason,
    checkpoint: { epoch: position.epoch, scope: scopeName, through: 0 },
    restoredTo: reason === 'epoch' ? await restoredTo(database, caller, query, position) : null,
    serverTime: now(),
  };
}

function resetReason(query: PullQuery, position: CountyPosition, scopeName: string): Reset['reason'] | null {
  // A device ahead of the county has seen numbers that are lost, whatever name they had.
  if (query.epoch !== position.epoch || query.since > position.through) return 'epoch';
  if (query.scope !== scopeName) return 'scope';
  return query.since > 0 && query.since < position.horizon ? 'horizon' : null;
}

const restoredTo = (on: Queryable, caller: Caller, { epoch }: PullQuery, position: CountyPosition) =>
  epoch === position.epoch ? position.through : survivingNumber(on, caller.countyId, epoch);
