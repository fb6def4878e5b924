import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { useObservable } from '@renderer/data/react';
import { useNavigate } from '@tanstack/react-router';
import { Notice } from './notices';

/** A backup that failed stays in sight until one succeeds; nothing else waits for it. */
export function BackupNotice() {
  return backupKeeper === null ? null : <Failed state={backupKeeper.state} />;
}

function Failed({ state }: Pick<NonNullable<typeof backupKeeper>, 'state'>) {
  const { problem } = useObservable(state);
  const navigate = useNavigate();
  if (problem === null) return null;
  const look = () => void navigate({ to: '/settings', search: { section: 'backup' } });
  return (
    <Notice tone="soon" action={{ label: '去看看', run: look }}>
      {problem.text}
    </Notice>
  );
}
