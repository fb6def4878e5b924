/** What was typed, in the fields' own inputs, to be corrected and sent again. */
import { Button, Checkbox } from '@mantine/core';
import { useFieldEditor } from '@renderer/data/field-editor';
import { valueAt } from '@shared/domain/changes';
import { type FormEvent, useState } from 'react';
import { contentFields } from './content-fields';
import { changesAnything, type TypedValues } from './parked-actions';
import type { ParkedView } from './parked-view';
import classes from './parking-bay.module.css';

interface ResendFormProps {
  readonly view: ParkedView;
  /** 修改后重报, or 按此办理 at the county. */
  readonly confirm: string;
  readonly onCancel: () => void;
  readonly onConfirm: (values: TypedValues) => void;
}

interface Asked {
  readonly path: string;
  readonly label: string;
  readonly value: unknown;
  /** In words, for values no input holds: they are sent as they were. */
  readonly text: string;
  readonly isOptional: boolean;
}

/** Paths that are acts rather than values. */
const acts = new Set(['deletedAt', 'orgUnitId']);

function askedFields(view: ParkedView): Asked[] {
  if (!view.isCreation)
    return view.lines
      .filter(({ isReachable }) => isReachable)
      .map(({ path, label, value, typed }) => ({ path, label, value, text: typed, isOptional: false }));
  const texts = new Map(view.lines.map(({ path, typed }) => [path, typed]));
  return contentFields(view.collection, view.kind).map(({ path, label, isMust }) => ({
    path,
    label,
    value: valueAt(view.parked.content ?? {}, path) ?? null,
    text: texts.get(path) ?? '',
    isOptional: !isMust && !texts.has(path),
  }));
}

export function ResendForm({ view, confirm, onCancel, onConfirm }: ResendFormProps) {
  const [fields] = useState(() => askedFields(view));
  const [values, setValues] = useState<TypedValues>(() =>
    Object.fromEntries(fields.map(({ path, value }) => [path, value])),
  );
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const mark = (path: string) => (problem: string | null) =>
    setUnreadable(
      (old) => new Set([...old].filter((one) => one !== path).concat(problem === null ? [] : path)),
    );
  const isSame = !changesAnything(view, values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unreadable.size === 0 && !isSame) onConfirm(values);
  };
  return (
    <form noValidate onSubmit={submit} className={classes['form']}>
      <div className={classes['inputs']}>
        {fields
          .filter(({ isOptional }) => isAll || !isOptional)
          .map((field) => (
            <AskedField
              key={field.path}
              view={view}
              field={field}
              value={values[field.path]}
              onChange={(value) => setValues((old) => ({ ...old, [field.path]: value }))}
              onUnreadable={mark(field.path)}
            />
          ))}
      </div>
      {fields.some(({ isOptional }) => isOptional) && (
        <Checkbox
          size="xs"
          label="显示全部项目"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      {isSame && (
        <p className={classes['quiet']} role="status">
          这些内容与现在的记录相同，没有需要重报的。改一改再报，或者返回后放弃。
        </p>
      )}
      <div className={classes['actions']}>
        <Button type="submit" disabled={unreadable.size > 0 || isSame}>
          {confirm}
        </Button>
        <Button variant="default" onClick={onCancel}>
          返回
        </Button>
      </div>
    </form>
  );
}

interface AskedFieldProps {
  readonly view: ParkedView;
  readonly field: Asked;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onUnreadable: (problem: string | null) => void;
}

function AskedField({ view, field, value, onChange, onUnreadable }: AskedFieldProps) {
  const { canType, Input } = useFieldEditor();
  const { collection, kind } = view;
  const { path, label, text } = field;
  const isTypable = !acts.has(path) && value !== undefined && canType({ collection, kind, path });
  if (!isTypable)
    return text === '' ? null : (
      <div className={classes['kept']}>
        <span className={classes['keptLabel']}>{label}</span>
        <span>{text}</span>
      </div>
    );
  return (
    <Input
      collection={collection}
      kind={kind}
      path={path}
      label={label}
      value={value}
      onChange={onChange}
      onUnreadable={onUnreadable}
    />
  );
}
