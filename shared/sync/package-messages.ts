/** Messages of the administration page about 数据交换包 (SPEC.md, PACKAGE). Files travel as base64 inside JSON. */

import { orgUnitLevels } from '@shared/domain/org-unit';
import { id, instant, text } from '@shared/domain/values';
import { z } from 'zod';
import { editAnswer } from './messages';
import { maxPackageBytes } from './packages/package-file';

const base64 = z.string().max(Math.ceil((maxPackageBytes + 3) / 3) * 4);
const file = z.strictObject({ fileName: text, file: base64 });

export const importPackageRequest = z.strictObject({ file: base64 });
/** One edit of an imported report, and what became of it. */
export const importedEdit = z.strictObject({
  editId: id,
  collection: text,
  documentId: id,
  by: text,
  at: instant,
  paths: z.array(z.string()),
  answer: editAnswer,
});
export const importedPackage = z.strictObject({
  deviceId: id,
  deviceName: text,
  placeName: z.string(),
  number: z.int(),
  madeAt: instant,
  /** Whose report it is. */
  person: text,
  counts: z.strictObject({
    accepted: z.int(),
    conflicted: z.int(),
    rejected: z.int(),
    held: z.int(),
    /** The county was restored meanwhile: these come with the next report (PACKAGE-6). */
    postponed: z.int(),
  }),
  /** At most 500, those a person should look at first. */
  edits: z.array(importedEdit),
  receipt: file.extend({ number: z.int() }),
});

export const packageMessage = z.strictObject({
  deviceId: id,
  deviceName: text,
  orgUnit: z.strictObject({ id, name: text, level: orgUnitLevels.schema }),
  kind: z.enum(['report', 'receipt', 'seed']),
  number: z.int(),
  madeAt: instant,
  handledAt: instant,
  /** null = at the server's console. */
  handledBy: text.nullable(),
  person: text.nullable(),
  editCount: z.int(),
  answers: z.int().nullable(),
  /** Whether it can be had again. */
  hasFile: z.boolean(),
});
export const packagesReply = z.strictObject({ items: z.array(packageMessage) });
export const packageFile = file;

/** PACKAGE-9. For a device that is enrolled, or for a computer that was never connected. */
export const seedRequest = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('device'), deviceId: id, userId: id }),
  z.strictObject({ to: z.literal('newDevice'), orgUnitId: id, deviceName: text, userId: id }),
]);
/** `code` opens the file and is shown once; null for an enrolled device. */
export const seedReply = file.extend({ code: z.string().nullable() });

export type ImportedEdit = z.infer<typeof importedEdit>;
export type ImportedPackage = z.infer<typeof importedPackage>;
export type PackageMessage = z.infer<typeof packageMessage>;
export type PackageFile = z.infer<typeof packageFile>;
export type SeedRequest = z.infer<typeof seedRequest>;
export type SeedReply = z.infer<typeof seedReply>;
