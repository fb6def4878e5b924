import { fileReminder } from '@renderer/data/backups/current-reminder';
import { type FileReminder, isFileBackupDue } from '@renderer/data/backups/file-reminder';
import { useObservable, useOffice, useRegister, useTable } from '@renderer/data/react';
import { useSyncPart } from '@renderer/sync/status/react';
import { isLinked } from '@renderer/sync/status/sync-status';
import { chinaDayOf } from '@shared/lib/day';
import { useNavigate } from '@tanstack/react-router';
import { Notice } from './notices';

/** In a browser the register is lost with the computer, unless a file lies elsewhere. Where a county has it, it is not. */
export function FileBackupNotice() {
  return fileReminder === null ? null : <Reminder reminder={fileReminder} />;
}

function Reminder({ reminder }: { readonly reminder: FileReminder }) {
  const state = useObservable(reminder.state);
  const isWithCounty = useSyncPart(isLinked);
  const office = useOffice();
  const hasRecords = [useTable('units'), useTable('partyOrgs'), useTable('people')].some(
    (all) => all.length > 0,
  );
  const register = useRegister();
  const navigate = useNavigate();
  const today = chinaDayOf(register.now());
  if (office === null || office.isDemo || !hasRecords || isWithCounty) return null;
  if (!isFileBackupDue(state, chinaDayOf(office.createdAt), today)) return null;
  const open = () => void navigate({ to: '/settings', search: { section: 'backup' } });
  return (
    <Notice
      tone="info"
      action={{ label: '去备份', run: open }}
      later={{ label: '以后再说', run: () => reminder.putOff(today) }}
    >
      {state.savedOn === null
        ? '台账只在这个浏览器里，还没有存过备份文件。请存一份到 U 盘，电脑坏了也能找回来。'
        : `上次存备份文件是 ${state.savedOn}，已经一个多月了。请再存一份到 U 盘，电脑坏了也能找回来。`}
    </Notice>
  );
}
