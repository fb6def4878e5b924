import { Button, Select, TextInput } from '@mantine/core';
import { DayInput } from '@renderer/components/day-input';
import type { BoardNote } from '@shared/domain/setting';
import { useState } from 'react';
import classes from './notes.module.css';
import { notedFigures } from './use-notes';

export type NoteText = Pick<BoardNote, 'figure' | 'on' | 'words'>;

interface NoteFormProps {
  readonly start: NoteText;
  readonly maxDay: string;
  readonly verb: string;
  /** @returns whether it was saved */
  readonly onSave: (text: NoteText) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** Empty stands for the day itself: a Select has no null among its values. */
const aboutDay = '';
const choices = [
  { value: aboutDay, label: '日期（标在走势图上）' },
  ...notedFigures.map(({ id, label }) => ({ value: id, label })),
];

/** One sentence about a day or a figure. */
export function NoteForm({ start, maxDay, verb, onSave, onCancel }: NoteFormProps) {
  const [figure, setFigure] = useState(start.figure);
  const [on, setOn] = useState<string | null>(start.on);
  const [words, setWords] = useState(start.words);
  const save = async () => {
    if (on === null) return;
    if (await onSave({ figure, on, words: words.trim() })) setWords('');
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Select
        label="批注什么"
        allowDeselect={false}
        data={choices}
        value={figure ?? aboutDay}
        onChange={(value) => setFigure(value === aboutDay ? null : value)}
      />
      <DayInput label="日期" value={on} onChange={setOn} maxDay={maxDay} isRequired />
      <TextInput
        label="批注"
        placeholder="如：集中组建行动"
        maxLength={100}
        withAsterisk
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <div className={classes['actions']}>
        {onCancel && (
          <Button size="xs" variant="default" onClick={onCancel}>
            放弃
          </Button>
        )}
        <Button size="xs" type="submit" disabled={on === null || words.trim() === ''}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
