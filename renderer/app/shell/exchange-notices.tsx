import { progressText } from '@renderer/features/exchange/exchange-words';
import { useSyncStatus } from '@renderer/sync/status/react';
import { roles } from '@shared/sync/access';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Notice } from './notices';

/** What of the exchange must be seen on every page: a first sync under way, and what waits for a person's answer. */
export function ExchangeNotices() {
  const { link, activity, progress, partial, problem, removal, me } = useSyncStatus();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const way = (to: '/exchange' | '/connect', label: string) =>
    path === to
      ? {}
      : {
          action: {
            label,
            run: () => {
              navigate({ to }).catch(() => {});
            },
          },
        };
  return (
    <>
      {me?.role === 'auditor' && (
        <Notice tone="info">
          您以“{roles.labels[me.role]}”身份登录：可以查看、导出、打印，不能修改；身份证号和电话遮盖显示。
        </Notice>
      )}
      {partial !== null && (
        <Notice tone="soon" {...way('/exchange', '查看进度')}>
          {partial.text}
        </Notice>
      )}
      {partial === null && progress !== null && activity !== 'idle' && (
        <Notice tone="info" {...way('/exchange', '查看')}>
          正在与县级重新核对一遍台账：{progressText(progress)}。可以照常工作。
        </Notice>
      )}
      {problem?.code === 'sync.placesToMatch' && (
        <Notice tone="soon" {...way('/connect', '去核对')}>
          {problem.text}
        </Notice>
      )}
      {problem?.code === 'account.placesApart' && (
        <Notice tone="soon" {...way('/exchange', '查看')}>
          {problem.text}
        </Notice>
      )}
      {removal !== null && (
        <Notice tone="soon" {...way('/exchange', '去核实')}>
          县级已没有本机 {removal.count} 条记录，本机没有动它们，请核实。
        </Notice>
      )}
      {link === 'draining' && (
        <Notice tone="soon" {...way('/exchange', '查看')}>
          县级已停用这台设备：未上报的改动会先交给县级保管，然后清除本机数据。
        </Notice>
      )}
    </>
  );
}
