import type { RateMark } from '@renderer/components/rate-chart-types';
import type { BoardNote } from '@shared/domain/setting';
import { useMemo } from 'react';
import classes from './notes.module.css';
import { useNotes } from './use-notes';

export interface TrendNote {
  readonly note: BoardNote;
  /** Last day of the period the note's day falls into. */
  readonly day: string;
}

/** Notes about days of a trend. Those before its first period are left out. */
export function useTrendNotes(days: readonly string[]): readonly TrendNote[] {
  const notes = useNotes();
  return useMemo(
    () =>
      notes.flatMap((note) => {
        const day = days.find((end) => end >= note.on);
        const isInside = note.figure === null && note.on > (days[0] ?? '');
        return day === undefined || !isInside ? [] : [{ note, day }];
      }),
    [notes, days],
  );
}

/** One mark for each period, with the numbers of its notes. */
export function marksOf(notes: readonly TrendNote[]): RateMark[] {
  const days = [...new Set(notes.map(({ day }) => day))];
  return days.map((day) => ({
    rowKey: day,
    label: notes.flatMap((one, i) => (one.day === day ? [`注${i + 1}`] : [])).join(' '),
  }));
}

interface TrendNotesProps {
  readonly notes: readonly TrendNote[];
  /** How many more there are. */
  readonly rest: number;
}

/** What the marks of a trend stand for. */
export function TrendNotes({ notes, rest }: TrendNotesProps) {
  if (notes.length === 0) return null;
  return (
    <ol className={classes['marks']} data-notes>
      {notes.map(({ note }, i) => (
        <li key={note.id} title={note.updatedBy}>
          注{i + 1} {note.on} {note.words}
        </li>
      ))}
      {rest > 0 && <li>另有较早的 {rest} 条批注</li>}
    </ol>
  );
}
