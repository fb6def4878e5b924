/** How far a record has come on its way to the county: 未上报, or 县级已收 with its number and time. */
import type { LedgerDocument } from '@shared/domain/document';
import { formatInstant } from './format-value';

export interface Receipt {
  /** `new`: the county does not have the record; `changed`: it has an older state; `received`: it has all of it. */
  readonly state: 'new' | 'changed' | 'received';
  /** Edits the county has not answered. */
  readonly unsentCount: number;
  /** County number of the record's last change; null while it has none. */
  readonly seq: number | null;
  /** By the county's clock; null = not known here. */
  readonly receivedAt: string | null;
}

type Carried = Pick<LedgerDocument, 'seq' | 'pending' | 'history' | 'isPending'>;

export function receiptOf({ seq, pending, history, isPending }: Carried): Receipt {
  const receivedAt = history.at(-1)?.receivedAt ?? null;
  const state = seq === null ? 'new' : isPending ? 'changed' : 'received';
  return { state, unsentCount: isPending ? pending.length : 0, seq, receivedAt };
}

/** A few words for a table cell or a badge. */
export const receiptWords = { new: '未上报', changed: '有改动未上报', received: '县级已收' } as const;

/** 县级已收，第 1024 号，2026-03-02 10:42; 另有 2 处改动未上报. */
export function receiptText(receipt: Receipt): string {
  const { state, seq, receivedAt, unsentCount } = receipt;
  if (state === 'new') return '未上报，县级还没有这条记录';
  const received = `县级已收，第 ${seq} 号${receivedAt === null ? '' : `，${formatInstant(receivedAt)}`}`;
  return state === 'received' ? received : `${received}；另有 ${unsentCount} 次改动未上报`;
}
