/** React bindings of sync: what screens may know and ask. Only below SyncProvider. */
import { useObservable, usePart } from '@renderer/data/react';
import type { Observable } from '@renderer/data/register-store';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { type Receipt, receiptOf } from './receipt';
import type { SyncActions, SyncStatus } from './sync-status';

/** What screens need of the engine. */
export interface SyncDesk {
  readonly status: Observable<SyncStatus>;
  readonly sentEdits: Observable<ReadonlySet<string>>;
  readonly actions: SyncActions;
}

const SyncContext = createContext<SyncDesk | null>(null);

export function SyncProvider({ desk, children }: { readonly desk: SyncDesk; readonly children: ReactNode }) {
  return <SyncContext value={desk}>{children}</SyncContext>;
}

function useSyncDesk(): SyncDesk {
  const desk = useContext(SyncContext);
  if (!desk) throw new Error('sync hooks need a SyncProvider above them');
  return desk;
}

export const useSyncStatus = (): SyncStatus => useObservable(useSyncDesk().status);

/** A part of it: with each edit of a clerk the whole is another one, because it counts what is not sent. */
export const useSyncPart = <P,>(read: (status: SyncStatus) => P): P => usePart(useSyncDesk().status, read);

export const useSyncActions = (): SyncActions => useSyncDesk().actions;

const none: ReadonlySet<string> = new Set();

/** How far a record has come; see `receiptOf`. While the county does not answer, nothing can be said to have left. */
export function useReceiptOf(): (collection: CollectionName, document: LedgerDocument) => Receipt | null {
  const desk = useSyncDesk();
  const link = usePart(desk.status, (status) => status.link);
  const sentEdits = useObservable(desk.sentEdits);
  const leaving = link === 'online' ? sentEdits : none;
  return useCallback((collection, document) => receiptOf(collection, document, leaving), [leaving]);
}
