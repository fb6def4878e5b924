/** 备份: made by itself, checked, brought back, and saved by hand. */
import { NoticeBox } from '@renderer/components/notice-box';
import type { BackupKeeper } from '@renderer/data/backups/backup-keeper';
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { backupProblems } from '@shared/problems/backup-problems';
import { Section } from '../section';
import { AutoBlock } from './auto-block';
import { FileBlock } from './file-block';
import { ListBlock } from './list-block';
import { RestoreBlock } from './restore-block';
import { RestoreSteps } from './restore-steps';
import { useShelf } from './use-backups';
import { type Restore, useRestore } from './use-restore';

export function BackupSection() {
  const restore = useRestore();
  return (
    <Section
      title="备份"
      intro="台账存在这台电脑上，备份是它的另一份。电脑坏了、导错了、改错了，都靠备份找回来。"
    >
      {backupKeeper === null ? (
        <NoticeBox tone="soon">{backupProblems.cannotSeal({}).text}</NoticeBox>
      ) : (
        <Kept keeper={backupKeeper} restore={restore} />
      )}
      <RestoreSteps restore={restore} />
      <FileBlock />
      <RestoreBlock restore={restore} />
    </Section>
  );
}

function Kept({ keeper, restore }: { readonly keeper: BackupKeeper; readonly restore: Restore }) {
  const shelf = useShelf(keeper);
  return (
    <>
      <AutoBlock keeper={keeper} shelf={shelf} />
      <ListBlock keeper={keeper} backups={shelf.backups ?? []} restore={restore} />
    </>
  );
}
