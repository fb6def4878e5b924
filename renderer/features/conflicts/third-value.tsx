import { Button } from '@mantine/core';
import { useFieldEditor } from '@renderer/data/field-editor';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ConflictView } from './conflict-view';
import classes from './conflicts.module.css';

interface ThirdValueProps {
  readonly view: ConflictView;
  readonly onCancel: () => void;
  readonly onConfirm: (value: unknown) => void;
}

/** Neither of the two is right: the field's own input, starting from the county's value. */
export function ThirdValue({ view, onCancel, onConfirm }: ThirdValueProps) {
  const { Input } = useFieldEditor();
  const [value, setValue] = useState<unknown>(view.theirs.value);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === null) onConfirm(value);
  };
  return (
    <form ref={form} className={classes['third']} onSubmit={submit}>
      <div className={classes['thirdInput']}>
        <Input
          collection={view.collection}
          kind={view.kind}
          path={view.conflict.path}
          label={`另填（${view.fieldLabel}）`}
          value={value}
          onChange={setValue}
          onUnreadable={setProblem}
        />
      </div>
      <Button type="submit" disabled={problem !== null}>
        采用另填的值
      </Button>
      <Button variant="default" onClick={onCancel}>
        取消
      </Button>
    </form>
  );
}
