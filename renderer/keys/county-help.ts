/**
 * The unlock code the county keeps for this computer (SPEC.md, DEVICE-4): the key, wrapped by a code of its own, and the
 * code, sealed for the county. A code somebody may have heard is replaced the next time the key is at hand. Pure, apart
 * from chance and derivation.
 */
import { textOfBytes } from '@renderer/platform/bytes-text';
import { sealUnlockCode } from '@shared/sync/unlock-help';
import type { CountyFacts, CountyOfDevice } from './key-state';
import type { CountyHelp, Keyring, Opened } from './keyring';
import { drawCode, drawName } from './recovery-code';
import type { Bytes } from './sealer';
import { unwrapByCode, wrapByCode } from './wrap-key';

const requestLength = 10;

export function countyFactsOf({ county }: Keyring): CountyFacts | null {
  if (county === null) return null;
  const { countyId, countyName, deviceId, deposit, helpedAt } = county;
  const request = deposit && {
    kind: 'two-new-ledger unlock request' as const,
    version: 1 as const,
    countyId,
    deviceId,
    deposit: { request: deposit.request, box: deposit.box },
  };
  return { countyName, request, helpedAt };
}

/** A county that was known keeps its deposit; another one gets its own, and the one before can help no more. */
export function withCounty(ring: Keyring, next: CountyOfDevice | null): Keyring {
  const before = ring.county;
  if (next === null) return before === null ? ring : { ...ring, county: null };
  const isSame =
    before !== null &&
    before.countyId === next.countyId &&
    before.deviceId === next.deviceId &&
    before.sealingKey === next.sealingKey;
  if (isSame)
    return before.countyName === next.countyName ? ring : { ...ring, county: { ...before, ...next } };
  return { ...ring, county: { ...next, deposit: null, isAsked: false, helpedAt: null } };
}

export const withAsked = (ring: Keyring): Keyring =>
  ring.county === null ? ring : { ...ring, county: { ...ring.county, isAsked: true } };

/** The county's code has opened it, so it is used up. */
export const withHelp = (ring: Keyring, helpedAt: string): Keyring =>
  ring.county === null ? ring : { ...ring, county: { ...ring.county, deposit: null, helpedAt } };

/** A deposit where one is missing, or where the code of the one before may be known to somebody. */
export async function withDeposit({ ring, key }: Opened, madeAt: string): Promise<Keyring> {
  const { county } = ring;
  if (county === null || (county.deposit !== null && !county.isAsked)) return ring;
  const request = drawName(requestLength);
  const { code, text } = drawCode();
  const wrap = await wrapByCode(key, code, aboutWrap(ring, county, request), madeAt);
  const sealed = sealUnlockCode(county.sealingKey, county, { request, code: text }, fillRandom);
  const deposit = { request, box: textOfBytes(new Uint8Array(sealed)), wrap };
  return { ...ring, county: { ...county, deposit, isAsked: false } };
}

/** null = not the code of the deposit. */
export async function keyByCounty(ring: Keyring, code: Bytes): Promise<Bytes | null> {
  const { county } = ring;
  if (county?.deposit == null) return null;
  return unwrapByCode(county.deposit.wrap, code, aboutWrap(ring, county, county.deposit.request));
}

const aboutWrap = ({ keyId }: Keyring, { countyId }: CountyHelp, request: string): string =>
  `${keyId}/county/${countyId}/${request}`;

const fillRandom = (into: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(into);
