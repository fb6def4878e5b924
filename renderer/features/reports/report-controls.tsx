import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useTable } from '@renderer/data/react';
import { useMemo } from 'react';
import type { ReportStyle } from './report-options';
import classes from './reports.module.css';
import { scopeChoices } from './scope-choices';

interface ReportControlsProps {
  readonly scopeOrgUnitId: string;
  readonly onScope: (orgUnitId: string) => void;
  readonly style: ReportStyle;
  readonly onStyle: (style: ReportStyle) => void;
}

/** Whom the table is about and how yes, no and phone numbers are written. The day is the one of the top bar. */
export function ReportControls({ scopeOrgUnitId, onScope, style, onStyle }: ReportControlsProps) {
  const orgUnits = useTable('orgUnits');
  const choices = useMemo(() => scopeChoices(orgUnits), [orgUnits]);
  return (
    <div className={classes['controls']}>
      <div className={classes['control']}>
        <span className={classes['label']} aria-hidden>
          填报范围
        </span>
        <Select
          aria-label="填报范围"
          data={choices}
          value={scopeOrgUnitId}
          onChange={(value) => value !== null && onScope(value)}
          allowDeselect={false}
          searchable
          nothingFoundMessage="没有这个地方"
          w="14rem"
        />
      </div>
      <div className={classes['control']}>
        <span className={classes['label']} id="report-signs">
          是否用
        </span>
        <SegmentedControl
          aria-labelledby="report-signs"
          size="xs"
          data={[
            { value: '√×', label: '√ ×' },
            { value: '是否', label: '是 否' },
          ]}
          value={style.signs}
          onChange={(value) => onStyle({ ...style, signs: value === '是否' ? '是否' : '√×' })}
        />
      </div>
      <Checkbox
        label="隐去电话和个人党员身份"
        checked={style.isMasked}
        onChange={(event) => onStyle({ ...style, isMasked: event.currentTarget.checked })}
      />
    </div>
  );
}
