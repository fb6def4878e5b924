import { useFacts } from '@renderer/data/figures/react';
import { useInsightSource } from '@renderer/data/insights/react';
import { useObservable } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import type { Link } from '@renderer/sync/status/sync-status';
import classes from './wall.module.css';

const timeText = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** What is wrong with the line to the county; null = nothing. */
const troubles: Readonly<Record<Link, string | null>> = {
  alone: null,
  online: null,
  offline: '正在重连',
  loggedOut: '登录已到期，请按 Esc 退出大屏，重新登录',
  draining: '这台电脑已被县级停用，数字不再更新',
  wiped: '这台电脑已被县级停用，数字不再更新',
};

/** Who counted, by which rules, as of when; and quietly, when the figures have stopped moving. */
export function WallStatus() {
  const source = useInsightSource();
  const position = useObservable(source.position);
  const { asOf, ruleSet } = useFacts();
  const { link, me, problem } = useSyncStatus();
  // Before the first attempt has ended, nothing is wrong yet.
  const isTrouble = link !== 'offline' || problem !== null;
  const trouble = me?.mustChangePassword
    ? '请按 Esc 退出大屏，先修改初始密码'
    : isTrouble
      ? troubles[link]
      : null;
  const basis = `时点 ${asOf} · ${ruleSet.version}版口径`;
  if (source.kind === 'register')
    return (
      <p className={classes['status']} role="status">
        本机台账即时计算 · {basis}
      </p>
    );
  const until = position === null ? '本机台账的数' : `数据截至 ${timeText(position.at)}`;
  return (
    <p className={classes['status']} role="status" data-late={trouble !== null}>
      {until}
      {trouble === null ? position !== null && `，第 ${position.through} 号变更` : `，${trouble}`} · {basis}
    </p>
  );
}
