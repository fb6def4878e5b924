import { Button } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import { AsOfPicker } from './as-of-picker';
import { SaveState } from './save-state';
import classes from './top-bar.module.css';
import { UndoButtons } from './undo-buttons';

interface TopBarProps {
  readonly officeName: string;
  readonly asOf: string;
  /** Another day was chosen and is still being counted. */
  readonly isRecounting: boolean;
  readonly today: string;
  readonly onAsOf: (day: string) => void;
  readonly onFind: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Whose register, on which day, and how safe it is. Amber while the day is not today. */
export function TopBar(props: TopBarProps) {
  const { officeName, asOf, isRecounting, today, onAsOf, onFind, onUndo, onRedo } = props;
  const isPast = asOf !== today;
  return (
    <header className={classes['bar']} data-past={isPast}>
      <div className={classes['office']} title={officeName}>
        <span className={classes['mark']} aria-hidden="true">
          新
        </span>
        <span className={classes['name']}>{officeName}</span>
      </div>
      <button type="button" className={classes['search']} onClick={onFind}>
        <Icon name="search" size={15} />
        <span>查找单位、人员、页面</span>
        <kbd>Ctrl+K</kbd>
      </button>
      {isPast && (
        <span className={classes['past']} role="status">
          {isRecounting ? `正在按 ${asOf} 重算…` : `正在看 ${asOf} 的数字`}
        </span>
      )}
      <div className={classes['tools']}>
        {isPast && (
          <Button size="xs" onClick={() => onAsOf(today)}>
            回到今天
          </Button>
        )}
        <AsOfPicker asOf={asOf} today={today} onChange={onAsOf} />
        <UndoButtons onUndo={onUndo} onRedo={onRedo} />
      </div>
      <SaveState />
    </header>
  );
}
