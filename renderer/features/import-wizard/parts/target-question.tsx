import { Alert, Select, TextInput } from '@mantine/core';
import { useOffice, useTable } from '@renderer/data/react';
import type { ImportTarget } from '../session/import-session';
import { otherTownshipNamed } from '../session/import-target';
import { useWizard } from '../session/use-wizard';
import { sheetsOf } from '../session/wizard-state';
import classes from './target-question.module.css';

/** 这份台账属于哪个乡镇? Asked in full only while the register is empty or the office keeps several townships. */
export function TargetQuestion() {
  const { wizard, state } = useWizard();
  const office = useOffice();
  const orgUnits = useTable('orgUnits');
  const target = wizard.target();
  const choose = (next: ImportTarget) => wizard.dispatch({ type: 'targetChosen', target: next });
  const file = { fileName: state.session.file?.name ?? '', sheets: sheetsOf(state) };
  const other = otherTownshipNamed(file, target, orgUnits);
  const home = orgUnits.find(({ id }) => id === office?.homeOrgUnitId);
  return (
    <section className={classes['question']} aria-label="所属乡镇">
      <h2 className={classes['title']}>这份台账属于哪个乡镇？</h2>
      {office === null && (
        <NewOfficeFields target={target?.kind === 'newOffice' ? target : emptyOffice} onChange={choose} />
      )}
      {office !== null && home?.level === 'county' && <TownshipSelect target={target} onChange={choose} />}
      {office !== null && home?.level !== 'county' && (
        <p className={classes['fixed']}>{home?.name ?? office.name}</p>
      )}
      {other !== null && (
        <Alert color="yellow" p="xs">
          文件里写的是“{other}”，请确认没有选错文件。
        </Alert>
      )}
    </section>
  );
}

type NewOffice = Extract<ImportTarget, { kind: 'newOffice' }>;
const emptyOffice: NewOffice = { kind: 'newOffice', countyName: '', townshipName: '' };

function NewOfficeFields(props: {
  readonly target: NewOffice;
  readonly onChange: (target: NewOffice) => void;
}) {
  const { target, onChange } = props;
  return (
    <div className={classes['pair']}>
      <TextInput
        label="县（市、区）"
        placeholder="可以以后再填"
        value={target.countyName}
        onChange={(event) => onChange({ ...target, countyName: event.currentTarget.value })}
      />
      <TextInput
        label="乡镇（街道）"
        withAsterisk
        placeholder="例如：清溪镇"
        value={target.townshipName}
        error={target.townshipName.trim() === '' ? '请填写乡镇名称' : null}
        onChange={(event) => onChange({ ...target, townshipName: event.currentTarget.value })}
      />
    </div>
  );
}

interface TownshipSelectProps {
  readonly target: ImportTarget | null;
  readonly onChange: (target: ImportTarget) => void;
}
const newTownship = '+';

function TownshipSelect({ target, onChange }: TownshipSelectProps) {
  const townships = useTable('orgUnits').filter(({ level }) => level === 'township');
  const isNew = target?.kind === 'newTownship';
  return (
    <>
      <Select
        aria-label="乡镇（街道）"
        placeholder="请选择"
        searchable
        data={[
          ...townships.map(({ id, name }) => ({ value: id, label: name })),
          { value: newTownship, label: '台账里还没有的乡镇…' },
        ]}
        value={target?.kind === 'township' ? target.townshipId : isNew ? newTownship : null}
        onChange={(value) => {
          if (value === newTownship) onChange({ kind: 'newTownship', townshipName: '' });
          else if (value !== null) onChange({ kind: 'township', townshipId: value });
        }}
      />
      {isNew && (
        <TextInput
          label="新乡镇名称"
          value={target.townshipName}
          error={target.townshipName.trim() === '' ? '请填写乡镇名称' : null}
          onChange={(event) => onChange({ kind: 'newTownship', townshipName: event.currentTarget.value })}
        />
      )}
    </>
  );
}
