import { CloseButton } from '@mantine/core';
import classes from './record-panel.module.css';

interface PanelHeadProps {
  readonly title: string;
  readonly note?: string;
  readonly onClose: () => void;
  readonly link?: React.ReactNode;
}

/** Title of the side panel with its way out. */
export function PanelHead({ title, note, onClose, link }: PanelHeadProps) {
  return (
    <div className={classes['head']}>
      <div className={classes['headWords']}>
        <h2 className={classes['title']}>{title}</h2>
        {note !== undefined && <span className={classes['note']}>{note}</span>}
      </div>
      {link}
      <CloseButton size="sm" aria-label="关闭" onClick={onClose} />
    </div>
  );
}
