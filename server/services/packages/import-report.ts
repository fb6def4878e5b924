/** Takes a township's 上报包 and makes the 回执包 that answers it (SPEC.md, PACKAGE). */
import { packageProblems } from '@shared/problems/package-problems';
import type { EditAnswer, PushReply } from '@shared/sync/messages';
import type { ImportedEdit, ImportedPackage, PackageFile } from '@shared/sync/package-messages';
import type { ReceiptPart } from '@shared/sync/packages/parts';
import { noteSeen } from '../../repositories/accounts/device-repository';
import type { Realm } from '../../repositories/accounts/place-repository';
import { forgetFiles, insertPackage, lastNumber } from '../../repositories/packages/package-repository';
import { audit } from '../accounts/audit';
import { takeReport } from '../devices/own-device';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { readAll, takePushes } from './answer-report';
import { buildForDevice, sealedForKey } from './build-for-device';
import { getCountyKeys } from './county-keys';
import { type OpenedReport, openReport } from './open-report';

/** Who holds the stick at the county. */
export interface Keeper {
  readonly realm: Realm;
  /** null = at the server's own console. */
  readonly userId: string | null;
}

/** Edits told one by one; a report may carry a whole import. */
const toldEdits = 500;

/**
 * A report is taken in several transactions, as over the network: one that is cut off in the middle is imported again and
 * gets the same answers (PUSH-2). Its number is written down last.
 * @throws Refusal of `packageProblems`; nothing has changed then
 */
export async function importReport(
  environment: Environment,
  keeper: Keeper,
  bytes: Uint8Array,
): Promise<ImportedPackage> {
  const report = await openReport(environment, keeper.realm, bytes);
  const { caller, header, pushes } = report;
  const replies = await takePushes(environment, caller, pushes);
  const told = tellEdits(report, replies);
  const receipt = await buildReceipt(environment, report, replies ?? []);
  await writeDown(environment, keeper, report, receipt, summaryOf(told));
  return {
    deviceId: header.deviceId,
    deviceName: report.device.name,
    placeName: header.placeName,
    number: header.number,
    madeAt: header.madeAt,
    person: caller.name,
    counts: countsOf(told.edits, told.postponed),
    edits: foremost(told.edits),
    receipt: { number: receipt.number, ...receipt.file },
  };
}

interface Told {
  readonly edits: readonly ImportedEdit[];
  readonly postponed: number;
}

function tellEdits({ pushes }: OpenedReport, replies: readonly PushReply[] | null): Told {
  const sent = pushes.flatMap(({ edits }) => edits);
  const answers = new Map(
    (replies ?? []).flatMap((reply) =>
      reply.answers.map((answer): [string, EditAnswer] => [answer.editId, answer]),
    ),
  );
  const edits = sent.flatMap(({ collection, documentId, edit }): ImportedEdit[] => {
    const answer = answers.get(edit.editId);
    if (answer === undefined) return [];
    const { editId, by, at, changes } = edit;
    return [{ editId, collection, documentId, by, at, paths: Object.keys(changes), answer }];
  });
  return { edits, postponed: sent.length - edits.length };
}

function countsOf(edits: readonly ImportedEdit[], postponed: number): ImportedPackage['counts'] {
  const count = (outcome: EditAnswer['outcome']) =>
    edits.filter(({ answer }) => answer.outcome === outcome).length;
  return {
    accepted: count('accepted'),
    conflicted: count('conflicted'),
    rejected: count('rejected'),
    held: count('held'),
    postponed,
  };
}

const rank: Readonly<Record<EditAnswer['outcome'], number>> = {
  rejected: 0,
  conflicted: 1,
  held: 2,
  accepted: 3,
};
const foremost = (edits: readonly ImportedEdit[]): ImportedEdit[] =>
  [...edits].sort((a, b) => rank[a.answer.outcome] - rank[b.answer.outcome]).slice(0, toldEdits);

function summaryOf({ edits, postponed }: Told): string {
  const { accepted, conflicted, rejected, held } = countsOf(edits, postponed);
  const parts = [
    [accepted, '收下'],
    [conflicted, '冲突'],
    [rejected, '退回'],
    [held, '代管'],
    [postponed, '未收'],
  ] as const;
  const said = parts.flatMap(([count, word]) => (count === 0 ? [] : `${word} ${count} 处`));
  return said.length === 0 ? '没有改动' : said.join('，');
}

interface Receipt {
  readonly number: number;
  readonly madeAt: string;
  readonly answerCount: number;
  readonly file: PackageFile;
}

async function buildReceipt(
  environment: Environment,
  report: OpenedReport,
  replies: readonly PushReply[],
): Promise<Receipt> {
  const { database, now } = environment;
  const { caller, me, ask, header, deviceKeys } = report;
  const { countyId, deviceId } = header;
  const { protocol, model } = ask;
  const read = await readAll(environment, caller, ask.checkpoint, { protocol, model });
  const madeAt = now();
  const parts: ReceiptPart[] = [
    { part: 'about', me, lastReport: header.number, sessionToken: null, serverTime: madeAt },
    ...replies.map((reply): ReceiptPart => ({ part: 'push', reply })),
    ...read,
  ];
  const number = Math.max(await lastNumber(database, countyId, deviceId, 'out'), ask.lastReceipt) + 1;
  const answerCount = replies.reduce((sum, { answers }) => sum + answers.length, 0);
  const file = buildForDevice(
    { me },
    { kind: 'receipt', number, madeAt, answers: header.number, editCount: answerCount },
    parts,
    sealedForKey(deviceKeys.sealing),
    await getCountyKeys(environment, database, countyId),
  );
  return { number, madeAt, answerCount, file };
}

/** @throws Refusal `duplicate` when somebody else imported the same report meanwhile */
async function writeDown(
  environment: Environment,
  { userId }: Keeper,
  { caller, header, device, ask }: OpenedReport,
  receipt: Receipt,
  summary: string,
): Promise<void> {
  const { countyId, deviceId, number } = header;
  const handledAt = environment.now();
  const about = { deviceId, handledAt, handledBy: userId, userId: caller.userId };
  await environment.database.transaction(async (tx) => {
    const report = {
      ...about,
      direction: 'in' as const,
      kind: 'report' as const,
      number,
      file: null,
      answers: null,
    };
    const { madeAt, editCount } = header;
    if (!(await insertPackage(tx, countyId, { ...report, madeAt, editCount })))
      throw new Refusal(packageProblems.duplicate({ number }));
    await forgetFiles(tx, countyId, deviceId);
    const answer = { ...about, direction: 'out' as const, kind: 'receipt' as const, answers: number };
    const made = { number: receipt.number, madeAt: receipt.madeAt, editCount: receipt.answerCount };
    if (!(await insertPackage(tx, countyId, { ...answer, ...made, file: receipt.file.file })))
      throw new Refusal(packageProblems.duplicate({ number }));
    await noteSeen(tx, { countyId, deviceId }, caller.userId, handledAt);
    await takeReport(tx, { countyId, deviceId }, ask.report, handledAt);
    const subject = `${device.name} 第 ${number} 号`;
    await audit(tx, environment, { countyId, userId, action: 'importPackage', subject, detail: summary });
  });
}
