/** One document beside what was taken down of it. Pure. */
import type { LedgerDocument } from '@shared/domain/document';
import { getHeightOfRevision } from 'rxdb';
import type { StoredRow } from '../storage/table-storage';
import { contentSum } from './content-sum';
import type { Fingerprint } from './fingerprint-book';

/**
 * `same` as taken down · `new` to the book, or written since by the program · `changed` without a write of the program ·
 * `older` than what was taken down: later writes are gone
 */
export type Verdict = 'same' | 'new' | 'changed' | 'older';

export function judgeRow(
  print: Fingerprint | undefined,
  { envelope, height, document }: StoredRow<LedgerDocument>,
): Verdict {
  if (print === undefined) return 'new';
  const [revision, sum] = print;
  if (envelope._rev === revision) return contentSum(document) === sum ? 'same' : 'changed';
  return height < getHeightOfRevision(revision) ? 'older' : 'new';
}
