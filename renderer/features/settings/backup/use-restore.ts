/** Bringing a backup back, from choosing it to the new start: one at a time. */
import { type Backup, readBackup } from '@renderer/data/backup';
import { type BackupHead, readHead } from '@renderer/data/backups/backup-head';
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { fileReminder } from '@renderer/data/backups/current-reminder';
import { hasWayIn } from '@renderer/data/backups/foreign-key';
import { restoreTurn } from '@renderer/data/backups/restore-turn';
import { type OpenedBackup, openBackup } from '@renderer/data/backups/sealed-backup';
import { localDatabase } from '@renderer/data/local-database';
import { useRegister } from '@renderer/data/react';
import { type RestoreTarget, restoreBackup } from '@renderer/data/restore-backup';
import { keyDesk } from '@renderer/keys/current-desk';
import type { Bytes, Sealer } from '@renderer/keys/sealer';
import { announceReplaced } from '@renderer/platform/other-windows';
import { chinaDayOf } from '@shared/lib/day';
import { backupProblems } from '@shared/problems/backup-problems';
import { useRef, useState } from 'react';
import { keepPresent } from './keep-present';

export type Restoring =
  | { readonly status: 'idle' }
  | { readonly status: 'opening' }
  /** Of another computer: a password or sheet of hers opens it. */
  | { readonly status: 'locked'; readonly head: BackupHead; readonly bytes: Bytes }
  | { readonly status: 'asking'; readonly backup: Backup }
  | { readonly status: 'running'; readonly share: number }
  /** Nothing was touched. */
  | { readonly status: 'refused'; readonly text: string }
  /** What was there before is back, or the next start asks; the open tables are closed. */
  | { readonly status: 'undone'; readonly text: string };

export interface Restore {
  readonly restoring: Restoring;
  chooseFile(file: File): Promise<void>;
  chooseListed(name: string): Promise<void>;
  /** @param sealer for `backups`, of the computer it comes from */
  unlock(bytes: Bytes, sealer: Sealer): Promise<void>;
  start(backup: Backup, isUnsentKept: boolean): Promise<void>;
  cancel(): void;
}

const idle: Restoring = { status: 'idle' };

/** What is restored is sealed as what was there. */
async function sealedDatabase(): Promise<RestoreTarget> {
  const state = keyDesk.get();
  return state.status === 'open'
    ? { ...localDatabase, sealer: await state.keys.sealerFor('documents') }
    : localDatabase;
}

const askedFor = (opened: OpenedBackup): Restoring =>
  'problem' in opened
    ? { status: 'refused', text: opened.problem.text }
    : { status: 'asking', backup: opened.backup };

/** A sealed backup, or a plain one somebody saved by hand. */
async function look(bytes: Bytes): Promise<Restoring> {
  const head = readHead(bytes)?.head ?? null;
  if (head === null) {
    const read = readBackup(new TextDecoder().decode(bytes));
    return 'problem' in read
      ? { status: 'refused', text: read.problem.text }
      : { status: 'asking', backup: read.backup };
  }
  const state = keyDesk.get();
  if (state.status === 'open' && state.keys.keyId === head.keyring.keyId)
    return askedFor(await openBackup(bytes, await state.keys.sealerFor('backups')));
  return hasWayIn(head)
    ? { status: 'locked', head, bytes }
    : { status: 'refused', text: backupProblems.noWayIn({}).text };
}

export function useRestore(): Restore {
  const register = useRegister();
  const [restoring, setRestoring] = useState<Restoring>(idle);
  const liesElsewhere = useRef(false);
  const start = async (backup: Backup, isUnsentKept: boolean) => {
    setRestoring({ status: 'running', share: 0 });
    if (!(await keepPresent(register, 'beforeRestore', '恢复'))) return setRestoring(idle);
    const giveTurnBack = await restoreTurn();
    // Other windows start again at once and wait for their turn, so that nobody works in what is being replaced.
    announceReplaced();
    const problem = await restoreBackup(register, backup, await sealedDatabase(), {
      isUnsentKept,
      onProgress: (done, total) => setRestoring({ status: 'running', share: total === 0 ? 1 : done / total }),
    });
    giveTurnBack();
    // The open tables belong to the old register.
    if (problem) return setRestoring({ status: 'undone', text: problem.text });
    if (liesElsewhere.current) fileReminder?.saved(chinaDayOf(backup.madeAt));
    window.location.reload();
  };
  return {
    restoring,
    async chooseFile(file) {
      liesElsewhere.current = true;
      setRestoring({ status: 'opening' });
      setRestoring(await look(new Uint8Array(await file.arrayBuffer())));
    },
    async chooseListed(name) {
      liesElsewhere.current = false;
      setRestoring({ status: 'opening' });
      const bytes = (await backupKeeper?.read(name)) ?? null;
      setRestoring(
        bytes === null ? { status: 'refused', text: backupProblems.gone({}).text } : await look(bytes),
      );
    },
    unlock: async (bytes, sealer) => setRestoring(askedFor(await openBackup(bytes, sealer))),
    start,
    cancel: () => setRestoring(idle),
  };
}
