/** What a person at the county does with edits of drained devices (SPEC.md, DEVICE-2). */
import { accountProblems } from '@shared/problems/account-problems';
import type { HeldReply, SettleHeldReply, SettleHeldRequest } from '@shared/sync/county-messages';
import type { EditAnswer, PushedEdit, PushRequest } from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import type { Queryable } from '../../db/database';
import {
  listWaiting,
  type Settlement,
  settleHeldEdits,
  type WaitingEdit,
} from '../../repositories/held-edits';
import type { Caller } from '../caller';
import { getPosition } from '../county';
import type { Environment } from '../environment';
import { pushWithin } from '../push/push-edits';
import { retried } from '../push/retried';
import { Refusal } from '../refusal';

/** Held edits of devices below the caller's place, as they came. @throws Refusal `notAllowed` */
export async function listHeld({ database }: Environment, caller: Caller): Promise<HeldReply> {
  requireOrganizer(caller);
  const waiting = await listWaiting(database, caller.countyId, caller.scopeRootId, null);
  return { items: waiting.map(toMessage) };
}

function toMessage(waiting: WaitingEdit): HeldReply['items'][number] {
  const { edit } = pushedOf(waiting);
  return {
    editId: waiting.editId,
    deviceName: waiting.deviceName ?? waiting.deviceId,
    collection: waiting.collection,
    documentId: waiting.documentId,
    by: edit.by,
    at: edit.at,
    receivedAt: waiting.receivedAt,
    paths: Object.keys(edit.changes),
  };
}

// Only this program writes entries, and only as pushed edits.
const pushedOf = ({ entry }: WaitingEdit): PushedEdit => JSON.parse(entry) as PushedEdit;

/**
 * Accepting pushes the edits in the caller's name, through the same code as every push; an edit the register refuses keeps
 * waiting. Edits that are not there, or were settled before, are left out of the answer.
 * @throws Refusal `notAllowed`
 */
export function settleHeld(
  environment: Environment,
  caller: Caller,
  request: SettleHeldRequest,
): Promise<SettleHeldReply> {
  requireOrganizer(caller);
  return retried(() =>
    environment.database.transaction(async (tx) => {
      const waiting = await listWaiting(tx, caller.countyId, caller.scopeRootId, request.editIds);
      const answers = request.action === 'accept' ? await pushHeld(environment, tx, caller, waiting) : [];
      const settlements =
        request.action === 'accept'
          ? answers.flatMap(settlementOf)
          : waiting.map(
              ({ editId }): Settlement => ({ editId, outcome: 'discarded', reason: request.reason }),
            );
      const at = environment.now();
      const settled = await settleHeldEdits(tx, caller.countyId, settlements, at, caller.userId);
      return { settled, answers };
    }),
  );
}

function settlementOf({ editId, outcome }: EditAnswer): Settlement[] {
  return outcome === 'accepted' || outcome === 'conflicted' ? [{ editId, outcome, reason: null }] : [];
}

async function pushHeld(
  environment: Environment,
  tx: Queryable,
  caller: Caller,
  waiting: readonly WaitingEdit[],
): Promise<EditAnswer[]> {
  const { epoch, through } = await getPosition(tx, caller.countyId);
  const answers: EditAnswer[] = [];
  for (const delivery of deliveriesOf(waiting)) {
    const [{ deviceId, sentAt }] = delivery;
    const request: PushRequest = {
      protocol: protocolVersion,
      model: modelVersion,
      epoch,
      sentAt,
      pulledThrough: through,
      edits: delivery.map(pushedOf),
    };
    const reply = await pushWithin(environment, tx, { ...caller, deviceId }, request);
    answers.push(...reply.answers);
  }
  return answers;
}

type Delivery = [WaitingEdit, ...WaitingEdit[]];

/** Edits as they were delivered together: the log keeps the clock of each delivery (SKEW-4). */
function deliveriesOf(waiting: readonly WaitingEdit[]): Delivery[] {
  const deliveries = new Map<string, Delivery>();
  for (const one of waiting) {
    const key = `${one.deviceId} ${one.sentAt}`;
    const known = deliveries.get(key);
    if (known) known.push(one);
    else deliveries.set(key, [one]);
  }
  return [...deliveries.values()];
}

function requireOrganizer({ role }: Caller): void {
  if (role !== 'organizer') throw new Refusal(accountProblems.notAllowed({}));
}
