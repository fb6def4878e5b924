import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { collectionLabels } from '@shared/domain/collections';
import type { ReactNode } from 'react';
import classes from './plan-items.module.css';

interface ItemLineProps {
  readonly item: PlanItemView;
  /** Absent = nothing to open. */
  readonly isOpen?: boolean;
  readonly onToggle?: () => void;
  readonly children?: ReactNode;
}

/** Name and place of a planned record, and what matching noticed about it. */
export function ItemLine({ item, isOpen, onToggle, children }: ItemLineProps) {
  const remarks = item.problems.filter(
    ({ code, severity }) => code.startsWith('matching.') && severity !== 'question',
  );
  return (
    <>
      <div className={classes['line']}>
        {onToggle ? (
          <button type="button" className={classes['toggle']} aria-expanded={isOpen} onClick={onToggle}>
            <span className={classes['name']}>{item.label}</span>
          </button>
        ) : (
          <span className={classes['name']}>{item.label}</span>
        )}
        <span className={classes['place']}>
          {collectionLabels[item.collection]} · “{item.sheet}”第{item.row}行
        </span>
        {children}
      </div>
      {remarks.map(({ code, text }) => (
        <p key={code} className={classes['remark']}>
          {text}
        </p>
      ))}
    </>
  );
}
