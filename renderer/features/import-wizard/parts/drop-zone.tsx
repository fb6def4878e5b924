import { Button } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import { type DragEvent, useRef, useState } from 'react';
import classes from './drop-zone.module.css';

interface DropZoneProps {
  /** A file is open already: choosing another one leaves it. */
  readonly isReplacing: boolean;
  readonly currentName: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}

const accepted = '.xlsx,.xls,.et,.csv';

/** Drop or pick; several files are imported one after another. */
export function DropZone({ isReplacing, currentName, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={classes['zone']}
      aria-label="选择文件"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <span className={classes['picture']}>
        <Icon name="import" size={40} />
      </span>
      <p className={classes['title']}>{isOver ? '松开鼠标，开始读取' : '把表格文件拖到这里'}</p>
      <p className={classes['hint']}>
        {isReplacing
          ? `正在导入“${currentName}”，点右上角“继续导入”接着做；选择其他文件会放下它。`
          : '支持 .xlsx、.xls、.et（WPS）、.csv；可以一次选几个文件，逐个导入。'}
      </p>
      <Button variant={isReplacing ? 'default' : 'filled'} onClick={() => input.current?.click()}>
        {isReplacing ? '选择其他文件' : '选择文件'}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label="表格文件"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file chosen again must count as a choice.
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
