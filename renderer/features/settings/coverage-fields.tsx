import { NumberInput, Select, Switch } from '@mantine/core';
import { aboveScaleBases } from '@shared/domain/code-lists';
import { metaOf } from '@shared/domain/define';
import { type CoverageRules, coverageRules } from '@shared/domain/rule-set';
import classes from './section.module.css';

type KeysOf<T> = { [K in keyof CoverageRules]: CoverageRules[K] extends T ? K : never }[keyof CoverageRules];

const switches: readonly KeysOf<boolean>[] = [
  'countsAffiliated',
  'countsRegional',
  'countsMassOrgs',
  'countsDeclaredInstructors',
];
const numbers: readonly KeysOf<number>[] = [
  'shouldBuildMinFullMembers',
  'effectiveVisitMonths',
  'suspendedMonthsInScope',
  'doubleStandardMemberStaff',
  'doubleStandardOrgStaff',
  'buildingDueOccupancyPct',
];
const labelOf = (key: keyof CoverageRules): string => metaOf(coverageRules.shape[key]).label;

interface CoverageFieldsProps {
  readonly value: CoverageRules;
  readonly onChange: (value: CoverageRules) => void;
}

/** One control per switch of the coverage figures; the labels are those of the model. */
export function CoverageFields({ value, onChange }: CoverageFieldsProps) {
  return (
    <div className={classes['grid']}>
      {switches.map((key) => (
        <Switch
          key={key}
          label={labelOf(key)}
          checked={value[key]}
          onChange={(event) => onChange({ ...value, [key]: event.currentTarget.checked })}
        />
      ))}
      {numbers.map((key) => (
        <NumberInput
          key={key}
          label={labelOf(key)}
          value={value[key]}
          min={0}
          allowDecimal={false}
          onChange={(next) => typeof next === 'number' && onChange({ ...value, [key]: next })}
        />
      ))}
      <Select
        label={labelOf('aboveScaleBasis')}
        value={value.aboveScaleBasis}
        allowDeselect={false}
        data={aboveScaleBases.codes.map((code) => ({ value: code, label: aboveScaleBases.labels[code] }))}
        onChange={(code) => {
          const basis = aboveScaleBases.codes.find((known) => known === code);
          if (basis) onChange({ ...value, aboveScaleBasis: basis });
        }}
      />
      <Select
        label={labelOf('rateDecimals')}
        value={String(value.rateDecimals)}
        allowDeselect={false}
        data={[
          { value: '1', label: '1 位（73.3%）' },
          { value: '2', label: '2 位（73.33%）' },
        ]}
        onChange={(decimals) => onChange({ ...value, rateDecimals: decimals === '2' ? 2 : 1 })}
      />
    </div>
  );
}
