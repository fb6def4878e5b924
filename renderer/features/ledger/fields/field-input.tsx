import { Input, MultiSelect, SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import { optionsOf, textOf } from '@renderer/components/data-grid/cell-text';
import type { CellValue, Lookup } from '@renderer/components/data-grid/grid-types';
import { useEffect, useId, useMemo, useState } from 'react';
import type { FieldSpec } from './field-spec';

export interface FieldInputProps {
  readonly spec: FieldSpec;
  readonly value: CellValue;
  readonly onChange: (value: CellValue) => void;
  /** Text that cannot be read, until it can again. */
  readonly onUnreadable?: (problem: string | null) => void;
  /** Somebody was there and went on, whether anything was entered or not. */
  readonly onLeave?: () => void;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
}

/** The input that fits a field's kind of value, always with its Chinese label. */
export function FieldInput(props: FieldInputProps) {
  switch (props.spec.kind.type) {
    case 'text':
    case 'number':
    case 'date':
      return <TypedInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'choices':
      return <ChoicesInput {...props} />;
    case 'flag':
      return <FlagInput {...props} />;
    case 'lookup':
      return <LookupInput {...props} lookup={props.spec.kind.lookup} />;
  }
}

function placeholderOf({ kind }: FieldSpec): string {
  if (kind.type !== 'date') return '';
  return kind.isPartial === true ? '2024-05 或 2024-05-01' : '2024-05-01';
}

/** What is typed is read when the field is left; text that cannot be read stays, with the reason under it. */
function TypedInput({ spec, value, onChange, onUnreadable, onLeave, error, isDisabled }: FieldInputProps) {
  const stored = textOf(spec.kind, value);
  const [text, setText] = useState(stored);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setText(stored);
    setProblem(null);
  }, [stored]);
  const finish = () => {
    // A field drawn anew has lost what could not be read, and is still refused for it.
    if (text === stored && problem === null && error === undefined) return;
    const parsed = spec.parse(text);
    const found = parsed.isValid ? null : parsed.problem;
    setProblem(found);
    onUnreadable?.(found);
    if (parsed.isValid) {
      setText(textOf(spec.kind, parsed.value));
      onChange(parsed.value);
    }
  };
  const shared = {
    size: 'xs' as const,
    label: spec.label,
    withAsterisk: spec.isRequired,
    placeholder: placeholderOf(spec),
    value: text,
    error: problem ?? error,
    disabled: isDisabled === true,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: () => {
      finish();
      onLeave?.();
    },
  };
  return spec.isLong ? (
    <Textarea {...shared} autosize minRows={2} maxRows={8} />
  ) : (
    <TextInput
      {...shared}
      inputMode={spec.kind.type === 'number' ? 'decimal' : 'text'}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && finish()}
    />
  );
}

const nothingFound = '没有符合的内容';

function ChoiceInput({ spec, value, onChange, onLeave, error, isDisabled }: FieldInputProps) {
  const options = optionsOf(spec.kind);
  return (
    <Select
      size="xs"
      label={spec.label}
      withAsterisk={spec.isRequired}
      data={options.map(({ value: code, label }) => ({ value: code, label }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      clearable={!spec.isRequired}
      clearButtonProps={{ 'aria-label': `清除${spec.label}` }}
      searchable={options.length > 8}
      nothingFoundMessage={nothingFound}
      placeholder="未填"
      onBlur={onLeave}
      error={error}
      disabled={isDisabled === true}
    />
  );
}

function ChoicesInput({ spec, value, onChange, onLeave, error, isDisabled }: FieldInputProps) {
  return (
    <MultiSelect
      size="xs"
      label={spec.label}
      data={optionsOf(spec.kind).map(({ value: code, label }) => ({ value: code, label }))}
      value={Array.isArray(value) ? [...value] : []}
      onChange={onChange}
      searchable
      nothingFoundMessage={nothingFound}
      placeholder={Array.isArray(value) && value.length > 0 ? '' : '未填'}
      onBlur={onLeave}
      error={error}
      disabled={isDisabled === true}
    />
  );
}

function FlagInput({ spec, value, onChange, onLeave, error, isDisabled }: FieldInputProps) {
  const labelId = useId();
  return (
    <Input.Wrapper size="xs" label={spec.label} error={error} labelElement="div" labelProps={{ id: labelId }}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-labelledby={labelId}
        onBlur={onLeave}
        disabled={isDisabled === true}
        value={value === true ? 'yes' : value === false ? 'no' : 'unknown'}
        onChange={(next) => onChange(next === 'unknown' ? null : next === 'yes')}
        data={[
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
          { value: 'unknown', label: '未填' },
        ]}
      />
    </Input.Wrapper>
  );
}

const offered = 50;

/** Found by name, pinyin or initials while typing; a register has too many records for one list. */
function LookupInput({
  spec,
  value,
  onChange,
  onLeave,
  error,
  isDisabled,
  lookup,
}: FieldInputProps & { lookup: Lookup }) {
  const id = typeof value === 'string' && value !== '' ? value : null;
  const label = id === null ? '' : (lookup.labelOf(id) ?? '（已删除）');
  const [text, setText] = useState(label);
  const data = useMemo(() => {
    const found = lookup.search(text === label ? '' : text, offered);
    const isThere = id === null || found.some((option) => option.value === id);
    return isThere ? found : [{ value: id, label }, ...found];
  }, [lookup, text, label, id]);
  return (
    <Select
      size="xs"
      label={spec.label}
      withAsterisk={spec.isRequired}
      data={data.map((option) => ({ value: option.value, label: option.label }))}
      // The lookup has already chosen what is offered.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.label}{' '}
          <Text span size="xs" c="dimmed">
            {data.find((item) => item.value === option.value)?.note}
          </Text>
        </span>
      )}
      value={id}
      onChange={onChange}
      searchable
      onSearchChange={setText}
      clearable={!spec.isRequired}
      clearButtonProps={{ 'aria-label': `清除${spec.label}` }}
      nothingFoundMessage={nothingFound}
      placeholder="输入名称、拼音查找"
      onBlur={onLeave}
      error={error}
      disabled={isDisabled === true}
    />
  );
}
