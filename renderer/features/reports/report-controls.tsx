import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useTable } from '@renderer/data/react';
import { useMemo } from 'react';
import { type PreviewZoom, previewZooms } from './preview-zoom';
import { asZoom, type ReportStyle } from './report-options';
import classes from './reports.module.css';
import { scopeChoices } from './scope-choices';

interface ReportControlsProps {
  readonly scopeOrgUnitId: string;
  readonly onScope: (orgUnitId: string) => void;
  readonly style: ReportStyle;
  readonly onStyle: (style: ReportStyle) => void;
  readonly zoom: PreviewZoom;
  readonly onZoom: (zoom: PreviewZoom) => void;
}

/** Whom the table is about, how its cells are written and how large it is shown. The day is the one of the top bar. */
export function ReportControls(props: ReportControlsProps) {
  const { style, onStyle, zoom, onZoom } = props;
  return (
    <div className={classes['controls']}>
      <ScopeSelect {...props} />
      <div className={classes['control']}>
        <span className={classes['label']} id="report-signs">
          是否栏填
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
        size="xs"
        label="隐去电话和党员身份"
        checked={style.isMasked}
        onChange={(event) => onStyle({ ...style, isMasked: event.currentTarget.checked })}
      />
      <SegmentedControl
        aria-label="预览大小"
        className={classes['zoom']}
        size="xs"
        data={[...previewZooms]}
        value={zoom}
        onChange={(value) => onZoom(asZoom(value))}
      />
    </div>
  );
}

function ScopeSelect({ scopeOrgUnitId, onScope }: Pick<ReportControlsProps, 'scopeOrgUnitId' | 'onScope'>) {
  const orgUnits = useTable('orgUnits');
  const choices = useMemo(() => scopeChoices(orgUnits), [orgUnits]);
  const depths = useMemo(() => new Map(choices.map(({ value, depth }) => [value, depth])), [choices]);
  return (
    <div className={classes['control']}>
      <span className={classes['label']} aria-hidden>
        范围
      </span>
      <Select
        aria-label="填报范围"
        data={choices}
        value={scopeOrgUnitId}
        onChange={(value) => value !== null && onScope(value)}
        renderOption={({ option, checked }) => (
          <span
            style={{
              paddingInlineStart: `${depths.get(option.value) ?? 0}rem`,
              fontWeight: checked ? 700 : undefined,
            }}
          >
            {option.label}
          </span>
        )}
        allowDeselect={false}
        searchable
        nothingFoundMessage="没有这个地方"
        w="11rem"
      />
    </div>
  );
}
