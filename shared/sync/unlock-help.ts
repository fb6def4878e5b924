/**
 * A county helps a device whose people forgot every password (SPEC.md, DEVICE-4). The device draws an unlock code, wraps
 * its key with it, and hands the code to the county, sealed for it: neither side opens the register alone, and the key
 * itself never leaves the device.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { orgUnitLevels } from '@shared/domain/org-unit';
import { id, instant, text } from '@shared/domain/values';
import { z } from 'zod';
import { normalizeCode } from './enrolment-code';
import type { FillRandom } from './packages/keys';
import { openWithKey, sealForKey } from './packages/sealed-box';

/** What a device names its deposit by; people read it out, so it has no I, L, O and U. */
const requestCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/);
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
/** As it is printed: six groups of five. */
const unlockCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/);

/** The unlock code of a device, sealed for its county; a new one with every use. */
export const unlockDeposit = z.strictObject({ request: requestCode, box: base64.max(400) });
export type UnlockDeposit = z.infer<typeof unlockDeposit>;

/** Whose register a deposit opens. */
export interface DepositOwner {
  readonly countyId: string;
  readonly deviceId: string;
}

const aboutDeposit = ({ countyId, deviceId }: DepositOwner, request: string): Uint8Array =>
  utf8ToBytes(`unlock/${countyId}/${deviceId}/${request}`);

/** @param sealingKey of the county, hexadecimal. @returns the box, as bytes */
export const sealUnlockCode = (
  sealingKey: string,
  owner: DepositOwner,
  { request, code }: { readonly request: string; readonly code: string },
  fillRandom: FillRandom,
): Uint8Array => sealForKey(sealingKey, aboutDeposit(owner, request), utf8ToBytes(code), fillRandom);

/** @param secret sealing key of the county. @returns null when the box is another's, was changed, or holds no code */
export function openUnlockCode(
  secret: string,
  owner: DepositOwner,
  request: string,
  box: Uint8Array,
): string | null {
  const plain = openWithKey(secret, aboutDeposit(owner, request), box);
  // ASCII, or no code.
  const code = unlockCode.safeParse(plain && String.fromCharCode(...plain));
  return code.success ? code.data : null;
}

/** As shown: XXXXX-XXXXX. */
export const formatRequest = (request: string): string => `${request.slice(0, 5)}-${request.slice(5)}`;
/** What somebody typed, as it was made. */
export const readRequest = (typed: string): string =>
  normalizeCode(typed).replace(/O/g, '0').replace(/[IL]/g, '1');

/** 求助文件: the request with the deposit itself, for a county that does not hold it (yet). */
export const unlockRequestFile = z.strictObject({
  kind: z.literal('two-new-ledger unlock request'),
  version: z.literal(1),
  countyId: id,
  deviceId: id,
  deposit: unlockDeposit,
});
export type UnlockRequestFile = z.infer<typeof unlockRequestFile>;

export const unlockRequest = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: z.string().min(4).max(40) }),
  z.strictObject({ by: z.literal('file'), file: unlockRequestFile }),
]);
/** Who asks, for the person who has to make sure that it is they. */
export const unlockRequestReply = z.strictObject({
  deviceId: id,
  deviceName: text,
  orgUnit: z.strictObject({ id, name: text, level: orgUnitLevels.schema }),
  lastUserName: text.nullable(),
  lastSeenAt: instant.nullable(),
});
/** `checked`: with whom and how she made sure; kept in the record of acts. */
export const unlockAnswerRequest = z.strictObject({
  request: unlockRequest,
  checked: z.string().trim().min(2).max(200),
});
export const unlockAnswer = z.strictObject({ deviceName: text, code: unlockCode });

export type UnlockRequest = z.infer<typeof unlockRequest>;
export type UnlockRequestReply = z.infer<typeof unlockRequestReply>;
export type UnlockAnswer = z.infer<typeof unlockAnswer>;
