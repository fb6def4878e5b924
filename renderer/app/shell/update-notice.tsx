import { useRegister } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import { isFirstToday, isHabitOn } from '@renderer/platform/desktop-preferences';
import { useSyncPart } from '@renderer/sync/status/react';
import { chinaDayOf } from '@shared/lib/day';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Notice } from './notices';

/** Asks the county once a day, where the office is connected and has not turned it off. It only tells. */
export function UpdateNotice() {
  const serverUrl = useSyncPart((status) => status.serverUrl);
  const link = useSyncPart((status) => status.link);
  const register = useRegister();
  const navigate = useNavigate();
  const [version, setVersion] = useState<string | null>(null);
  useEffect(() => {
    const { updates, preferences } = platform;
    if (updates === null || serverUrl === null || link !== 'online') return;
    const today = chinaDayOf(register.now());
    if (!isHabitOn(preferences, 'countyUpdates') || !isFirstToday(preferences, 'countyUpdates', today))
      return;
    updates.look({ kind: 'server', address: serverUrl }).then(
      (found) => setVersion(found.status === 'found' ? found.version : null),
      () => {},
    );
  }, [serverUrl, link, register]);
  if (version === null) return null;
  const open = () => {
    setVersion(null);
    navigate({ to: '/settings', search: { section: 'program' } }).catch(() => {});
  };
  return (
    <Notice tone="info" action={{ label: '去查看', run: open }}>
      县级服务器上有新版本 {version}，方便时再装。
    </Notice>
  );
}
