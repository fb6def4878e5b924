import { Button, Drawer } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useFacts } from '@renderer/data/figures/react';
import { useRegister } from '@renderer/data/react';
import type { Operation } from '@renderer/data/register-store';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import type { BoardNote } from '@shared/domain/setting';
import { chinaDayOf } from '@shared/lib/day';
import { useState } from 'react';
import { useBoard } from '../page/board-context';
import { NoteForm, type NoteText } from './note-form';
import classes from './notes.module.css';
import { notedFigures, useNotePlace, useNotes } from './use-notes';

const aboutOf = ({ figure, on }: Pick<BoardNote, 'figure' | 'on'>): string => {
  const label = notedFigures.find(({ id }) => id === figure)?.label;
  return label === undefined ? on : `${label}，${on}`;
};

/** Writes, and says why not when it could not. */
function useSave() {
  const register = useRegister();
  return async (operation: Operation, label: string): Promise<boolean> => {
    const result = await register.commit([operation], { label });
    if (result.status === 'saved') return true;
    const message = result.problems[0]?.problem.text ?? '请重试。';
    notifications.show({ color: 'red', title: '没有保存批注', message, autoClose: false });
    return false;
  };
}

interface NoteItemProps {
  readonly note: BoardNote;
  readonly onEdit: () => void;
}

function NoteItem({ note, onEdit }: NoteItemProps) {
  const save = useSave();
  const mayWrite = useMayWrite('settings', note);
  const { orgUnits } = useFacts().relations.documents;
  const here = useNotePlace();
  const isFromAbove = note.orgUnitId !== here;
  const placeName = orgUnits.get(note.orgUnitId)?.name ?? '';
  return (
    <li className={classes['note']}>
      <p className={classes['about']}>{aboutOf(note)}</p>
      <p className={classes['words']}>{note.words}</p>
      <p className={classes['who']}>
        {note.updatedBy}，{chinaDayOf(note.updatedAt)}
        {isFromAbove && `，${placeName}的批注`}
      </p>
      {mayWrite && !isFromAbove && (
        <div className={classes['actions']}>
          <Button size="xs" variant="default" onClick={onEdit}>
            修改
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => void save({ op: 'delete', collection: 'settings', id: note.id }, '删除批注')}
          >
            删除
          </Button>
        </div>
      )}
    </li>
  );
}

function NotesList() {
  const notes = useNotes();
  const { asOf } = useBoard();
  const save = useSave();
  const orgUnitId = useNotePlace();
  const mayWrite = useMayWrite('settings', { kind: 'boardNote' });
  const [editing, setEditing] = useState<string | null>(null);
  const add = (content: NoteText) =>
    save(
      {
        op: 'create',
        collection: 'settings',
        draft: { kind: 'boardNote', ...content, ...(orgUnitId === null ? {} : { orgUnitId }) },
      },
      '添加批注',
    );
  const edit = async (id: string, changes: NoteText) => {
    const isSaved = await save(
      { op: 'change', collection: 'settings', id, changes: { ...changes } },
      '修改批注',
    );
    if (isSaved) setEditing(null);
    return isSaved;
  };
  return (
    <>
      {mayWrite && (
        <NoteForm start={{ figure: null, on: asOf, words: '' }} maxDay={asOf} verb="添加批注" onSave={add} />
      )}
      {notes.length === 0 && <p className={classes['who']}>还没有批注。</p>}
      <ul className={classes['notes']}>
        {[...notes].reverse().map((note) =>
          note.id === editing ? (
            <li key={note.id} className={classes['note']}>
              <NoteForm
                start={note}
                maxDay={asOf}
                verb="保存"
                onSave={(changes) => edit(note.id, changes)}
                onCancel={() => setEditing(null)}
              />
            </li>
          ) : (
            <NoteItem key={note.id} note={note} onEdit={() => setEditing(note.id)} />
          ),
        )}
      </ul>
    </>
  );
}

/** 批注: sentences about a day or a figure, for everybody who looks at this place or below it. */
export function NotesButton() {
  const [isOpen, setOpen] = useState(false);
  const { place } = useBoard();
  const { length } = useNotes();
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        批注{length > 0 && ` ${length}`}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="26rem"
        title={`${place.name}的批注`}
      >
        <NotesList />
      </Drawer>
    </>
  );
}
