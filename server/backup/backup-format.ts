/**
 * A backup file, the same from either database: gzip of lines of JSON in UTF-8.
 *   1. the header;
 *   2. for each table of the header, in its order: `{"table": name}`, then its rows, one object each, json columns as text;
 *   3. the trailer: SHA-256 of every byte before its line.
 */
import { z } from 'zod';

export const formatName = 'two-new-ledger-county-backup';
export const formatVersion = 1;

const count = z.number().int().nonnegative();

export const backupHeader = z.object({
  format: z.literal(formatName),
  version: z.number().int().positive(),
  /** UTC, by the clock of the server that wrote it. */
  createdAt: z.iso.datetime(),
  county: z.object({ id: z.string(), name: z.string() }),
  /** The county's counter and epoch when it was written (EPOCH-1). */
  seq: count,
  epoch: z.string(),
  /** Steps the database had been through; a newer program takes a restored one through the rest. */
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: count })),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const tableLine = z.object({ table: z.string() });
export const backupTrailer = z.object({ sha256: z.string().length(64) });
