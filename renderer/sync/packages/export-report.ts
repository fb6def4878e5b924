/** The 上报包: everything that waits, and from where this device wants to be told (SPEC, PACKAGE-5). */
import { accountProblems } from '@shared/problems/account-problems';
import { packageProblems } from '@shared/problems/package-problems';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { Checkpoint, PushedEdit } from '@shared/sync/messages';
import { packageFileName } from '@shared/sync/packages/file-name';
import type { FillRandom } from '@shared/sync/packages/keys';
import { buildPackage } from '@shared/sync/packages/package-file';
import type { ReportPart } from '@shared/sync/packages/parts';
import { keyBoxOverhead, sealForKey } from '@shared/sync/packages/sealed-box';
import { editsPerPush, modelVersion, protocolVersion } from '@shared/sync/protocol';
import type { UnlockDeposit } from '@shared/sync/unlock-help';
import { isoOf } from '../clock';
import { type CycleContext, isHeld } from '../cycle/cycle-context';
import type { Report } from '../status/sync-status';
import type { PackageMemory, SyncMemory } from '../sync-memory';

export interface ReportOptions {
  readonly context: Pick<CycleContext, 'store' | 'memory' | 'clock'>;
  readonly fillRandom: FillRandom;
  /** What the county is to keep for this device (DEVICE-4); null = nothing. */
  readonly deposit: () => UnlockDeposit | null;
}

/** A device that may report: somebody is logged in, and it has read from the county before. */
type Reporting = SyncMemory & {
  readonly me: NonNullable<SyncMemory['me']>;
  readonly checkpoint: Checkpoint;
  readonly packages: PackageMemory;
};

export async function exportReport({
  context,
  fillRandom,
  deposit,
}: ReportOptions): Promise<{ ok: true; report: Report } | { ok: false; problem: Problem }> {
  const { memory, store, clock } = context;
  const before = memory.get();
  const problem = problemOf(before, context);
  if (problem) return { ok: false, problem };
  // Taken before anything is made, so that two windows never give the same number to two files.
  const now = await memory.change((latest) => latest && withNextNumber(latest));
  if (!isReporting(now)) return { ok: false, problem: accountProblems.notLoggedIn({}) };
  const edits = await store.nextEdits(Number.MAX_SAFE_INTEGER);
  const madeAt = isoOf(clock.nowMs());
  const { packages } = now;
  const header = {
    kind: 'report' as const,
    number: packages.lastReport,
    madeAt,
    countyId: packages.countyId,
    countyName: packages.countyName,
    deviceId: packages.deviceId,
    deviceName: packages.deviceName,
    placeName: packages.placeName,
    answers: null,
    editCount: edits.length,
  };
  const seal = (about: Uint8Array, plain: Uint8Array) =>
    sealForKey(packages.countyKeys.sealing, about, plain, fillRandom);
  const bytes = buildPackage(
    header,
    partsOf(now, edits, madeAt, deposit()),
    { by: 'key', overhead: keyBoxOverhead, seal },
    packages.keys.secret.signing,
  );
  const { number, editCount } = header;
  return { ok: true, report: { number, madeAt, editCount, fileName: packageFileName(header), bytes } };
}

function problemOf(now: SyncMemory | null, { clock }: ReportOptions['context']): Problem | null {
  if (now === null || now.deviceToken === '' || now.standing === 'wiped')
    return packageProblems.notEnrolled({});
  if (now.packages === null) return packageProblems.deviceWithoutKeys({});
  if (now.me === null) return accountProblems.notLoggedIn({});
  if (now.joining !== null) return syncProblems.placesToMatch({});
  return now.checkpoint === null || isHeld(now, clock) ? packageProblems.firstDataMissing({}) : null;
}

const isReporting = (now: SyncMemory | null): now is Reporting =>
  now !== null && now.me !== null && now.checkpoint !== null && now.packages !== null;

const withNextNumber = (now: SyncMemory): SyncMemory => ({
  ...now,
  packages: now.packages && { ...now.packages, lastReport: now.packages.lastReport + 1 },
});

function partsOf(
  now: Reporting,
  edits: readonly PushedEdit[],
  sentAt: string,
  deposit: UnlockDeposit | null,
): ReportPart[] {
  const versions = { protocol: protocolVersion, model: modelVersion };
  const { checkpoint, packages, me, agreement } = now;
  const { epoch, through: pulledThrough } = checkpoint;
  const report = {
    unsentCount: edits.length,
    agreedAt: agreement?.isAgreed ? agreement.at : null,
    pulledThrough,
    deposit,
  };
  const ask = {
    ...versions,
    userId: me.userId,
    checkpoint,
    lastReceipt: packages.lastReceipt,
    sentAt,
    report,
  };
  return [
    { part: 'ask', ...ask },
    ...chunks(edits).map(
      (part): ReportPart => ({
        part: 'push',
        request: { ...versions, epoch, sentAt, pulledThrough, edits: [...part] },
      }),
    ),
  ];
}

function chunks(edits: readonly PushedEdit[]): (readonly PushedEdit[])[] {
  const parts: (readonly PushedEdit[])[] = [];
  for (let start = 0; start < edits.length; start += editsPerPush)
    parts.push(edits.slice(start, start + editsPerPush));
  return parts;
}
