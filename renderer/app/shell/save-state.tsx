import { Icon } from '@renderer/components/icons';
import { useRegister, useUndoState } from '@renderer/data/react';
import { headlineOf, isReached, lineOf } from '@renderer/features/exchange/exchange-words';
import { keyDesk, useKeyState } from '@renderer/keys/current-desk';
import { useSyncPart, useSyncStatus } from '@renderer/sync/status/react';
import { roles } from '@shared/sync/access';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import classes from './save-state.module.css';

const clockOf = (instant: string): string => {
  const time = new Date(instant);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
};

function savedText(isSaving: boolean, savedAt: string | null): string {
  if (isSaving) return '正在保存…';
  return savedAt === null ? '数据在本机' : `已保存 ${clockOf(savedAt)}`;
}

/** Most saves are over before anybody could read of them. */
const worthSayingMs = 300;

/** Whether a save takes so long that it is worth a word. A quick one renders nothing: it is waited for. */
function useSlowSave(): boolean {
  const { undoState } = useRegister();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const follow = () => {
      if (undoState.get().isSaving) timer ??= setTimeout(() => setSlow(true), worthSayingMs);
      else stop();
    };
    const stop = () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      setSlow(false);
    };
    follow();
    const unsubscribe = undoState.subscribe(follow);
    return () => {
      unsubscribe();
      stop();
    };
  }, [undoState]);
  return isSlow;
}

/** Saving is quiet: a word and a time. The exchange beside it is a way to its page. */
export function SaveState() {
  return (
    <div className={classes['states']}>
      <SavedLine />
      <ExchangeLine />
      <WhoLine />
      <LockLine />
    </div>
  );
}

function SavedLine() {
  const isSlow = useSlowSave();
  const savedAt = useUndoState((state) => state.savedAt);
  return (
    <span className={classes['state']} role="status">
      <Icon name="saved" size={14} />
      {savedText(isSlow, savedAt)}
    </span>
  );
}

function ExchangeLine() {
  const status = useSyncStatus();
  const text = lineOf(status);
  return (
    <Link to="/exchange" className={classes['link']} title={`${headlineOf(status).text}点开查看`}>
      <Icon name={isReached(status) ? 'online' : 'offline'} size={14} />
      {text}
    </Link>
  );
}

/** Who works here; nobody, where nobody logs in. */
function WhoLine() {
  const me = useSyncPart((status) => status.me);
  if (me === null) return null;
  return (
    <Link
      to="/account"
      className={classes['link']}
      title={`${me.name}，${roles.labels[me.role]}。账号与设备`}
    >
      <Icon name="person" size={14} />
      <span className={classes['who']}>{me.name}</span>
    </Link>
  );
}

/** Who opened the register on this computer; one click locks it, for going away or for somebody else. */
function LockLine() {
  const state = useKeyState();
  if (state.status !== 'open' || state.me === null) return null;
  return (
    <button
      type="button"
      className={classes['link']}
      title={`${state.me.name}在使用。点一下锁定（Ctrl+L），也可以换人解锁`}
      onClick={() => void keyDesk.lock()}
    >
      <Icon name="lock" size={14} />
      锁定
    </button>
  );
}
