/** What a device would be answered over the network, asked in its name (SPEC.md, PACKAGE-6). */

import { collectionNames } from '@shared/domain/collections';
import type { Checkpoint, PushReply, PushRequest } from '@shared/sync/messages';
import type { PartOf, ReceiptPart, ReportPart } from '@shared/sync/packages/parts';
import { documentsPerPage, modelVersion, protocolVersion } from '@shared/sync/protocol';
import { listNumbers, readAgreement } from '../agreement/agreement';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { pullPage } from '../pull/pull-page';
import { pushEdits } from '../push/push-edits';
import { Refusal } from '../refusal';

/** @returns null when the county lives in another epoch: nothing of them was taken (EPOCH-3) */
export async function takePushes(
  environment: Environment,
  caller: Caller,
  pushes: readonly PushRequest[],
): Promise<PushReply[] | null> {
  const replies: PushReply[] = [];
  for (const request of pushes) {
    try {
      replies.push(await pushEdits(environment, caller, request));
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === 'sync.epochChanged') return null;
      throw error;
    }
  }
  return replies;
}

type Ask = Pick<PartOf<ReportPart, 'ask'>, 'protocol' | 'model'>;
const ownVersions: Ask = { protocol: protocolVersion, model: modelVersion };
type PullPart = PartOf<ReceiptPart, 'pull'>;

/** A device that is read from again when others push meanwhile is read at most so often. */
const maxTries = 5;

/**
 * Everything from a checkpoint to now, with the digests of the same moment. A drained device is told nothing (DEVICE-2).
 * @param from null = a first sync
 */
export async function readAll(
  environment: Environment,
  caller: Caller,
  from: Checkpoint | null,
  versions: Ask = ownVersions,
): Promise<ReceiptPart[]> {
  if (caller.deviceState === 'draining') return [];
  const pulls: PullPart[] = [];
  let next: PullPart['asked'] = from
    ? { epoch: from.epoch, scope: from.scope, since: from.through }
    : { epoch: '', scope: '', since: 0 };
  for (let tries = 0; ; tries++) {
    next = await pullToEnd(environment, caller, { ...next, ...versions }, pulls);
    const agreement = await readAgreement(environment, caller);
    const isSame = agreement.epoch === next.epoch && agreement.through === next.since;
    if (!isSame && tries < maxTries) continue;
    return [
      ...pulls,
      ...(isSame ? [{ part: 'agreement' as const, reply: agreement }] : []),
      ...(pulls.some(({ reply }) => reply.kind === 'reset') ? await listAll(environment, caller) : []),
    ];
  }
}

/** @returns from where to go on */
async function pullToEnd(
  environment: Environment,
  caller: Caller,
  { protocol, model, ...start }: PullPart['asked'] & Ask,
  pulls: PullPart[],
): Promise<PullPart['asked']> {
  let asked = start;
  for (;;) {
    const reply = await pullPage(environment, caller, { ...asked, protocol, model, limit: documentsPerPage });
    pulls.push({ part: 'pull', asked, reply });
    asked =
      reply.kind === 'reset'
        ? { epoch: reply.checkpoint.epoch, scope: reply.checkpoint.scope, since: 0 }
        : { ...asked, since: reply.through };
    if (reply.kind === 'page' && reply.isDone) return asked;
  }
}

/** AGREE-3: what a device that begins anew may still hold is found by these. */
async function listAll(environment: Environment, caller: Caller): Promise<ReceiptPart[]> {
  const parts: ReceiptPart[] = [];
  for (const collection of collectionNames)
    parts.push({
      part: 'listing',
      collection,
      reply: await listNumbers(environment, caller, collection),
    });
  return parts;
}
