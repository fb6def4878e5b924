import {
  Checkbox,
  Group,
  NumberInput,
  ScrollArea,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMemo, useState } from 'react';
import { type CountedOption, countOptions, filterStyleOf } from './filter-words';
import type { ColumnFilter, GridColumn } from './grid-types';
import { readDay } from './read-day';

interface FilterEditorProps<R> {
  readonly column: GridColumn<R>;
  readonly filter: ColumnFilter | undefined;
  /** All rows, for the values on offer and their counts. */
  readonly rows: readonly R[];
  readonly onChange: (filter: ColumnFilter | null) => void;
}

type Mode = 'value' | 'blank' | 'filled';

/** The filter of one column, in the form its kind of value calls for. Takes effect at once. */
export function FilterEditor<R>(props: FilterEditorProps<R>) {
  const { column, filter, onChange } = props;
  const mode: Mode = filter?.type === 'blank' || filter?.type === 'filled' ? filter.type : 'value';
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="筛选方式"
        value={mode}
        onChange={(next) => onChange(next === 'blank' || next === 'filled' ? { type: next } : null)}
        data={[
          { value: 'value', label: '按内容' },
          { value: 'blank', label: '未填' },
          { value: 'filled', label: '已填' },
        ]}
      />
      {mode === 'value' && <ValueFilter key={column.id} {...props} />}
    </Stack>
  );
}

function ValueFilter<R>(props: FilterEditorProps<R>) {
  switch (filterStyleOf(props.column)) {
    case 'contains':
      return <ContainsFilter {...props} />;
    case 'range':
      return <RangeFilter {...props} />;
    case 'days':
      return <DaysFilter {...props} />;
    case 'oneOf':
      return <OneOfFilter {...props} />;
  }
}

function ContainsFilter<R>({ column, filter, onChange }: FilterEditorProps<R>) {
  return (
    <TextInput
      size="xs"
      label={`${column.label} 包含`}
      placeholder="输入文字"
      data-autofocus
      defaultValue={filter?.type === 'contains' ? filter.text : ''}
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        onChange(text === '' ? null : { type: 'contains', text });
      }}
    />
  );
}

const numberOrNull = (value: string | number): number | null => (value === '' ? null : Number(value));

function RangeFilter<R>({ filter, onChange }: FilterEditorProps<R>) {
  const { min, max } = filter?.type === 'range' ? filter : { min: null, max: null };
  const change = (next: { min: number | null; max: number | null }) =>
    onChange(next.min === null && next.max === null ? null : { type: 'range', ...next });
  return (
    <Group gap="sm" grow wrap="nowrap">
      <NumberInput
        size="xs"
        label="不小于"
        data-autofocus
        hideControls
        value={min ?? ''}
        onChange={(value) => change({ min: numberOrNull(value), max })}
      />
      <NumberInput
        size="xs"
        label="不大于"
        hideControls
        value={max ?? ''}
        onChange={(value) => change({ min, max: numberOrNull(value) })}
      />
    </Group>
  );
}

function DaysFilter<R>({ filter, onChange }: FilterEditorProps<R>) {
  const start = filter?.type === 'days' ? filter : { from: null, to: null };
  const [from, setFrom] = useState(start.from ?? '');
  const [to, setTo] = useState(start.to ?? '');
  const change = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom);
    setTo(nextTo);
    const days = { from: readDay(nextFrom), to: readDay(nextTo) };
    onChange(days.from === null && days.to === null ? null : { type: 'days', ...days });
  };
  const problem = (text: string) =>
    text !== '' && readDay(text) === null ? '请填 2024 或 2024-05-01' : undefined;
  return (
    <Group gap="sm" grow wrap="nowrap" align="flex-start">
      <TextInput
        size="xs"
        label="从"
        placeholder="2024-01"
        data-autofocus
        value={from}
        error={problem(from)}
        onChange={(event) => change(event.currentTarget.value, to)}
      />
      <TextInput
        size="xs"
        label="到"
        placeholder="2024-06-30"
        value={to}
        error={problem(to)}
        onChange={(event) => change(from, event.currentTarget.value)}
      />
    </Group>
  );
}

const searchableFrom = 9;

function OneOfFilter<R>({ column, filter, rows, onChange }: FilterEditorProps<R>) {
  const options = useMemo(() => countOptions(rows, column), [rows, column]);
  const [text, setText] = useState('');
  const chosen = filter?.type === 'oneOf' ? filter.values : [];
  const shown = options.filter((option) => option.label.includes(text.trim())).slice(0, 200);
  const toggle = (value: string) => {
    const others = chosen.filter((item) => item !== value);
    const next = others.length < chosen.length ? others : [...chosen, value];
    onChange(next.length === 0 ? null : { type: 'oneOf', values: next });
  };
  return (
    <Stack gap="xs">
      {options.length >= searchableFrom && (
        <TextInput
          size="xs"
          aria-label="查找选项"
          placeholder="查找选项"
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={220} type="auto">
        <Stack gap={6} py={2} px={2}>
          {shown.map((option) => (
            <OptionBox
              key={option.value}
              option={option}
              isChosen={chosen.includes(option.value)}
              onToggle={() => toggle(option.value)}
            />
          ))}
          {shown.length === 0 && (
            <Text size="xs" c="dimmed">
              没有符合的选项
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
}

interface OptionBoxProps {
  readonly option: CountedOption;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function OptionBox({ option, isChosen, onToggle }: OptionBoxProps) {
  return (
    <Checkbox
      size="xs"
      color="gray.7"
      checked={isChosen}
      onChange={onToggle}
      label={
        <>
          {option.label}{' '}
          <Text span size="xs" c="dimmed">
            {option.count}
          </Text>
        </>
      }
    />
  );
}
