/** Whether a package is for this device, whole, from its county and not taken before (SPEC, PACKAGE-1 to PACKAGE-4). */
import { packageProblems } from '@shared/problems/package-problems';
import type { Problem } from '@shared/problems/problem';
import { normalizeCode } from '@shared/sync/enrolment-code';
import {
  isSignedBy,
  type PackageHeader,
  readLines,
  readPackage,
  type WholePackage,
} from '@shared/sync/packages/package-file';
import { type PartOf, partsNamed, type ReceiptPart, receiptPart } from '@shared/sync/packages/parts';
import { openWithCode, openWithKey } from '@shared/sync/packages/sealed-box';
import type { PackageMemory, SyncMemory } from '../sync-memory';

export interface OpenedPackage {
  readonly header: PackageHeader;
  readonly about: PartOf<ReceiptPart, 'about'>;
  readonly parts: readonly ReceiptPart[];
  /** What makes this computer a device; null when it is one. */
  readonly enrolment: PartOf<ReceiptPart, 'enrolment'> | null;
}
export type Opened =
  | { readonly ok: true; readonly opened: OpenedPackage }
  | { readonly ok: false; readonly problem: Problem };

const refused = (problem: Problem): Opened => ({ ok: false, problem });

export function openPackage(bytes: Uint8Array, code: string | null, now: SyncMemory | null): Opened {
  const read = readPackage(bytes);
  if (!read.ok) return read;
  const { file } = read;
  if (file.header.kind === 'report') return refused(packageProblems.reportElsewhere({}));
  if (file.header.sealedBy === 'code') return openByCode(file, code, now);
  if (now === null || now.deviceToken === '' || now.standing === 'wiped')
    return refused(packageProblems.notEnrolled({}));
  return now.packages === null
    ? refused(packageProblems.deviceWithoutKeys({}))
    : openByKey(file, now.packages);
}

function openByKey(file: WholePackage, own: PackageMemory): Opened {
  const { header } = file;
  if (header.countyId !== own.countyId) return refused(packageProblems.otherCounty(header));
  if (header.deviceId !== own.deviceId) return refused(packageProblems.otherDevice(header));
  if (!isSignedBy(file, own.countyKeys.signing)) return refused(forgedBy(own.countyName));
  const { number } = header;
  if (number === own.lastReceipt) return refused(packageProblems.duplicate({ number }));
  if (number < own.lastReceipt) return refused(packageProblems.outdated({ number, last: own.lastReceipt }));
  const parts = readLines(
    file,
    (about, box) => openWithKey(own.keys.secret.sealing, about, box),
    receiptPart,
  );
  if (!parts.ok) return refused(parts.problem);
  return withAbout(header, parts.lines, null);
}

const forgedBy = (countyName: string): Problem => packageProblems.forged({ from: `${countyName}（县级）` });

/** PACKAGE-9. Who knows the code has the county's word for its keys: they come in the box. */
function openByCode(file: WholePackage, code: string | null, now: SyncMemory | null): Opened {
  const own = now?.packages ?? null;
  const isEnrolled = now !== null && now.deviceToken !== '' && now.standing !== 'wiped';
  // The device this package made, before it was done: it goes on.
  const isGoingOn = own?.deviceId === file.header.deviceId && own.lastReceipt === 0;
  if (isEnrolled && !isGoingOn) return refused(packageProblems.enrolledAlready({}));
  if (code === null || normalizeCode(code) === '') return refused(packageProblems.codeNeeded({}));
  const parts = readLines(file, (about, box) => openWithCode(normalizeCode(code), about, box), receiptPart);
  if (!parts.ok)
    return refused(
      parts.problem.code === 'package.cannotOpen' ? packageProblems.wrongCode({}) : parts.problem,
    );
  const [enrolment] = partsNamed(parts.lines, 'enrolment');
  if (!enrolment?.enrolment.countyKeys) return refused(packageProblems.notUnderstood({}));
  if (!isSignedBy(file, enrolment.enrolment.countyKeys.signing))
    return refused(forgedBy(file.header.countyName));
  return withAbout(file.header, parts.lines, isEnrolled ? null : enrolment);
}

function withAbout(
  header: PackageHeader,
  parts: readonly ReceiptPart[],
  enrolment: OpenedPackage['enrolment'],
): Opened {
  const [about] = partsNamed(parts, 'about');
  return about === undefined
    ? refused(packageProblems.notUnderstood({}))
    : { ok: true, opened: { header, about, parts, enrolment } };
}
