import type { FigureId } from '@shared/figures/figure';
import { chinaDayOf } from '@shared/lib/day';
import classes from './notes.module.css';
import { useNotes } from './use-notes';

/** The newest note about a figure, under it; who wrote it and the others stand in 批注. */
export function FigureNotes({ figure }: { readonly figure: FigureId }) {
  const notes = useNotes().filter((note) => note.figure === figure);
  const last = notes.at(-1);
  if (!last) return null;
  const who = `${last.updatedBy}，${chinaDayOf(last.updatedAt)}`;
  return (
    <span className={classes['figure']} title={who}>
      ✎ {last.on} {last.words}
      {notes.length > 1 && `（共 ${notes.length} 条批注）`}
    </span>
  );
}
