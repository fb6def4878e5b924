import type { PushedEdit, PushReply } from '@shared/sync/messages';
import { pullReply, pushReply } from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import type { Answer, TestCounty } from './test-county';
import type { TestUserName } from './test-users';

const versions = `protocol=${protocolVersion}&model=${modelVersion}`;

/** The checkpoint a first pull gives somebody. */
export async function checkpointOf(county: TestCounty, as: TestUserName) {
  const first = pullReply.parse((await county.ask(as, 'GET', `/changes?${versions}&since=0&limit=10`)).body);
  if (first.kind !== 'reset') throw new Error('a first pull was not answered with a reset');
  return first.checkpoint;
}

/** A page from the beginning, as it comes over the wire. */
export async function pullFromStart(county: TestCounty, as: TestUserName): Promise<Answer> {
  const { epoch, scope } = await checkpointOf(county, as);
  const query = new URLSearchParams({ epoch, scope, since: '0', limit: '1000' });
  return county.ask(as, 'GET', `/changes?${versions}&${query}`);
}

/** Pushes edits as somebody's device does. */
export async function pushText(
  county: TestCounty,
  as: TestUserName,
  edits: readonly PushedEdit[],
): Promise<Answer> {
  const { epoch } = await checkpointOf(county, as);
  return county.ask(as, 'POST', '/push', {
    protocol: protocolVersion,
    model: modelVersion,
    epoch,
    sentAt: county.environment.now(),
    pulledThrough: 0,
    edits,
  });
}

export async function pushAs(
  county: TestCounty,
  as: TestUserName,
  edits: readonly PushedEdit[],
): Promise<PushReply> {
  return pushReply.parse((await pushText(county, as, edits)).body);
}
