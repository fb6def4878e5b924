import { Select, TextInput } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import { orgUnitLevels } from '@shared/domain/org-unit';
import { parseDivisionCode } from '@shared/identifiers/division-code';
import { cleanText } from '@shared/lib/text';
import type { OrgUnitMessage } from '@shared/sync/account-messages';
import { useState } from 'react';
import { AskDialog } from '../list/ask-dialog';
import { useAct } from '../list/use-act';
import { levelsBelow, movingText, placeOptions, possibleParents } from './place-tree';

interface DialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const path = '/administration/org-units';

/** What is wrong with a name and a code; null = fine. */
const placeProblem = (name: string, code: string): string | null => {
  if (cleanText(name) === null) return '请填写名称。';
  return code.trim() === '' ? null : (parseDivisionCode(code).problems[0]?.text ?? null);
};

const codeOf = (code: string): string | null =>
  code.trim() === '' ? null : (parseDivisionCode(code).value ?? code.trim());

interface PlaceFieldsProps {
  readonly name: string;
  readonly code: string;
  readonly onName: (name: string) => void;
  readonly onCode: (code: string) => void;
}

function PlaceFields({ name, code, onName, onCode }: PlaceFieldsProps) {
  return (
    <>
      <TextInput
        label="名称"
        withAsterisk
        data-autofocus
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <TextInput
        label="区划代码"
        description="乡镇 9 位，村（社区）12 位；园区、楼宇可不填。"
        value={code}
        onChange={(event) => onCode(event.currentTarget.value)}
      />
    </>
  );
}

export function AddPlaceDialog({
  parent,
  onDone,
  onClose,
}: DialogProps & { readonly parent: OrgUnitMessage }) {
  const levels = levelsBelow(parent.level);
  const [level, setLevel] = useState<string | null>(levels[0] ?? null);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const act = useAct();
  const save = async () => {
    const body = { name: cleanText(name), level, parentId: parent.id, divisionCode: codeOf(code) };
    if ((await act.act('POST', path, body, `已新建${name.trim()}`)) !== null) onDone();
  };
  return (
    <AskDialog
      title={`在${parent.name}下面新建`}
      confirm="新建"
      missing={placeProblem(name, code)}
      act={act}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Select
        label="层级"
        withAsterisk
        allowDeselect={false}
        data={levels.map((value) => ({ value, label: orgUnitLevels.labels[value] }))}
        value={level}
        onChange={setLevel}
      />
      <PlaceFields name={name} code={code} onName={setName} onCode={setCode} />
    </AskDialog>
  );
}

export function RenamePlaceDialog({
  place,
  onDone,
  onClose,
}: DialogProps & { readonly place: OrgUnitMessage }) {
  const [name, setName] = useState(place.name);
  const [code, setCode] = useState(place.divisionCode ?? '');
  const act = useAct();
  const save = async () => {
    const body = { name: cleanText(name), divisionCode: codeOf(code) };
    if ((await act.act('PATCH', `${path}/${place.id}`, body, '已修改')) !== null) onDone();
  };
  return (
    <AskDialog
      title={`修改${place.name}`}
      confirm="保存"
      missing={placeProblem(name, code)}
      act={act}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <PlaceFields name={name} code={code} onName={setName} onCode={setCode} />
    </AskDialog>
  );
}

interface MoveProps extends DialogProps {
  readonly place: OrgUnitMessage;
  readonly places: readonly OrgUnitMessage[];
}

/** Moving a place changes who may see what lies in it, so it says what goes along before anybody confirms. */
export function MovePlaceDialog({ place, places, onDone, onClose }: MoveProps) {
  const [parentId, setParentId] = useState<string | null>(null);
  const act = useAct();
  const possible = new Set(possibleParents(places, place).map(({ id }) => id));
  const save = async () => {
    if ((await act.act('PATCH', `${path}/${place.id}`, { parentId }, '已移动')) !== null) onDone();
  };
  return (
    <AskDialog
      title={`移动${place.name}`}
      confirm="移动"
      missing={parentId === null ? '请选择新的上级。' : null}
      act={act}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Select
        label="新的上级"
        withAsterisk
        data-autofocus
        searchable
        nothingFoundMessage="没有这个地方"
        data={placeOptions(places, ({ id }) => possible.has(id))}
        value={parentId}
        onChange={setParentId}
      />
      <NoticeBox tone="soon">{movingText(places, place)}</NoticeBox>
    </AskDialog>
  );
}
