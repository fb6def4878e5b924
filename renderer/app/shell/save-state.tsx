import { useNetwork } from '@mantine/hooks';
import { Icon } from '@renderer/components/icons';
import { useUndoState } from '@renderer/data/react';
import classes from './save-state.module.css';

const clockOf = (instant: string): string => {
  const time = new Date(instant);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
};

function savedText(isSaving: boolean, savedAt: string | null): string {
  if (isSaving) return '正在保存…';
  return savedAt === null ? '数据在本机' : `已保存 ${clockOf(savedAt)}`;
}

/** Saving is quiet: a word and a time. */
export function SaveState() {
  const { isSaving, savedAt } = useUndoState();
  const { online } = useNetwork();
  const netText = online ? '已联网' : '未联网，可照常使用';
  return (
    <div className={classes['states']}>
      <span className={classes['state']} role="status">
        <Icon name="saved" size={14} />
        {savedText(isSaving, savedAt)}
      </span>
      <span className={classes['state']} title={netText}>
        <Icon name={online ? 'online' : 'offline'} size={14} />
        {online ? '已联网' : '未联网'}
      </span>
    </div>
  );
}
