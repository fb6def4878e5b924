import type { ReactNode } from 'react';
import classes from './notice-box.module.css';

interface NoticeBoxProps {
  /** `soon`: look at it; `bad`: something did not work; `info`: good to know. */
  readonly tone: 'soon' | 'bad' | 'info';
  readonly title?: string;
  /** Read out at once when it appears. */
  readonly isUrgent?: boolean;
  readonly children: ReactNode;
}

/** A few words on a pale ground, legible in every tone. */
export function NoticeBox({ tone, title, isUrgent = false, children }: NoticeBoxProps) {
  return (
    <div className={classes['box']} data-tone={tone} role={isUrgent ? 'alert' : 'status'}>
      {title !== undefined && <p className={classes['title']}>{title}</p>}
      {children}
    </div>
  );
}
