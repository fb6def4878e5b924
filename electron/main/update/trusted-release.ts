import { createPublicKey, verify } from 'node:crypto';
import { type Release, releaseSchema, signedReleaseSchema, signedText } from '@shared/ipc/release';
import { updateProblems } from '@shared/problems/update-problems';
import { UpdateRefusal } from './update-refusal';

/**
 * Nothing of a release is looked at before its signature fits one of the publisher's keys.
 * @param keys Ed25519 public keys, SPKI in base64; several while one is being replaced
 * @throws UpdateRefusal
 */
export function trustedRelease(text: string, keys: readonly string[]): Release {
  if (keys.length === 0) throw new UpdateRefusal(updateProblems.noKeys({}));
  const signed = signedReleaseSchema.safeParse(jsonOf(text));
  if (!signed.success) throw new UpdateRefusal(updateProblems.unreadable({}));
  const content = Buffer.from(signedText(signed.data.release));
  const signature = Buffer.from(signed.data.signature, 'base64');
  if (!keys.some((key) => verify(null, content, publicKeyOf(key), signature)))
    throw new UpdateRefusal(updateProblems.notSigned({}));
  const release = releaseSchema.safeParse(jsonOf(signed.data.release));
  if (!release.success) throw new UpdateRefusal(updateProblems.unreadable({}));
  return release.data;
}

const publicKeyOf = (key: string) =>
  createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
