/**
 * The file on the stick (SPEC.md, PACKAGE-1):
 *
 *   LXBAO 1⏎                        what it is, and the version of the format
 *   {"kind":"report",…}⏎            the header, readable for people, at most 4,000 bytes
 *   sealed box, header.size bytes   gzip of one JSON value per line
 *   SHA-256 of all before, 32 bytes
 *   Ed25519 over that digest, 64 bytes
 *
 * The check sum tells a bad copy from a wrong sender: one needs another copy, the other a telephone call.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { id, instant } from '@shared/domain/values';
import { packageProblems } from '@shared/problems/package-problems';
import type { Problem } from '@shared/problems/problem';
import { strFromU8 } from 'fflate';
import { z } from 'zod';
import { packLines, unpackInSteps, unpackLines } from './packed-lines';

export const packageExtension = 'lxbao';
/** A first sync of 100,000 records stays below this. */
export const maxPackageBytes = 48 * 1024 * 1024;
const maxHeaderBytes = 4000;
const magic = utf8ToBytes('LXBAO 1\n');
const digestLength = 32;
const signatureLength = 64;
const signatureDomain = utf8ToBytes('two-new-ledger package signature 1\n');

const name = z.string().max(200);
export const packageHeader = z.strictObject({
  /** 上报包, 回执包, 首次数据包. */
  kind: z.enum(['report', 'receipt', 'seed']),
  /** Counts the packages of one device in one direction, from 1 (PACKAGE-4). */
  number: z.int().min(1),
  madeAt: instant,
  countyId: id,
  countyName: name,
  deviceId: id,
  deviceName: name,
  placeName: name,
  /** Number of the report a receipt answers; null for the other kinds. */
  answers: z.int().min(1).nullable(),
  /** Edits in a report, answers in a receipt. */
  editCount: z.int().min(0),
  /** `code`: a first-sync package for a computer the county does not know yet (PACKAGE-9). */
  sealedBy: z.enum(['key', 'code']),
  size: z.int().min(1),
});
export type PackageHeader = z.infer<typeof packageHeader>;

export interface Sealing {
  readonly by: PackageHeader['sealedBy'];
  /** Bytes the box is longer than what is in it. */
  readonly overhead: number;
  readonly seal: (about: Uint8Array, plain: Uint8Array) => Uint8Array;
}

/** @param signingKey secret signing key of the sender */
export function buildPackage(
  header: Omit<PackageHeader, 'size' | 'sealedBy'>,
  lines: readonly unknown[],
  sealing: Sealing,
  signingKey: string,
): Uint8Array<ArrayBuffer> {
  const packed = packLines(lines);
  const whole: PackageHeader = { ...header, sealedBy: sealing.by, size: packed.length + sealing.overhead };
  const head = concatBytes(magic, utf8ToBytes(`${JSON.stringify(whole)}\n`));
  const body = concatBytes(head, sealing.seal(head, packed));
  const digest = sha256(body);
  const signature = ed25519.sign(concatBytes(signatureDomain, digest), hexToBytes(signingKey));
  return new Uint8Array(concatBytes(body, digest, signature));
}

/** A file that is whole; nobody has looked yet at who made it. */
export interface WholePackage {
  readonly header: PackageHeader;
  /** What the box is bound to: everything before it. */
  readonly head: Uint8Array;
  readonly box: Uint8Array;
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
}
export type ReadPackage =
  | { readonly ok: true; readonly file: WholePackage }
  | { readonly ok: false; readonly problem: Problem };

/** Reads what is outside of the box. Never throws, whatever the bytes are. */
export function readPackage(bytes: Uint8Array): ReadPackage {
  const problem = problemOfMagic(bytes);
  if (problem) return { ok: false, problem };
  const damaged: ReadPackage = { ok: false, problem: packageProblems.damaged({}) };
  const end = bytes.subarray(0, maxHeaderBytes).indexOf(lineFeed, magic.length);
  if (end < 0) return damaged;
  const header = parseHeader(bytes.slice(magic.length, end));
  if (header === null) return damaged;
  const head = bytes.slice(0, end + 1);
  const bodyLength = head.length + header.size;
  if (bytes.length !== bodyLength + digestLength + signatureLength) return damaged;
  const digest = bytes.slice(bodyLength, bodyLength + digestLength);
  if (!isSame(sha256(bytes.subarray(0, bodyLength)), digest)) return damaged;
  const box = bytes.slice(head.length, bodyLength);
  return { ok: true, file: { header, head, box, digest, signature: bytes.slice(-signatureLength) } };
}

const lineFeed = 10;

function problemOfMagic(bytes: Uint8Array): Problem | null {
  if (bytes.length > maxPackageBytes)
    return packageProblems.tooLarge({ limitMb: maxPackageBytes / 1024 / 1024 });
  if (isSame(bytes.subarray(0, magic.length), magic)) return null;
  const [, version] = /^LXBAO (\d{1,4})\n/.exec(strFromU8(bytes.subarray(0, 12), true)) ?? [];
  return version === undefined ? packageProblems.notPackage({}) : packageProblems.newerFormat({});
}

function parseHeader(bytes: Uint8Array): PackageHeader | null {
  try {
    return packageHeader.safeParse(JSON.parse(strFromU8(bytes))).data ?? null;
  } catch {
    return null;
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** @param signingKey public signing key of whom the header names */
export function isSignedBy({ digest, signature }: WholePackage, signingKey: string): boolean {
  try {
    return ed25519.verify(signature, concatBytes(signatureDomain, digest), hexToBytes(signingKey));
  } catch {
    // A key or signature that is no point of the curve.
    return false;
  }
}

/**
 * The lines in the box, each checked by its schema.
 * @param open of the sealed box; null when it does not open
 */
export function readLines<T>(
  { head, box }: WholePackage,
  open: (about: Uint8Array, box: Uint8Array) => Uint8Array | null,
  schema: z.ZodType<T>,
): { readonly ok: true; readonly lines: readonly T[] } | { readonly ok: false; readonly problem: Problem } {
  const packed = open(head, box);
  if (packed === null) return { ok: false, problem: packageProblems.cannotOpen({}) };
  const lines = z.array(schema).safeParse(unpackLines(packed));
  return lines.success
    ? { ok: true, lines: lines.data }
    : { ok: false, problem: packageProblems.notUnderstood({}) };
}

/**
 * As `readLines`, one line after another: a county server answers others meanwhile.
 * @param pause called between two pieces of work
 */
export async function readLinesCalmly<T>(
  { head, box }: WholePackage,
  open: (about: Uint8Array, box: Uint8Array) => Uint8Array | null,
  schema: z.ZodType<T>,
  pause: () => Promise<void>,
): Promise<ReturnType<typeof readLines<T>>> {
  const packed = open(head, box);
  if (packed === null) return { ok: false, problem: packageProblems.cannotOpen({}) };
  const lines: T[] = [];
  try {
    for (const step of unpackInSteps(packed)) {
      await pause();
      if (step.kind === 'line') lines.push(schema.parse(step.line));
    }
    return { ok: true, lines };
  } catch {
    return { ok: false, problem: packageProblems.notUnderstood({}) };
  }
}
