import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useOffice, useRegister, useTable } from '@renderer/data/react';
import { isSame } from '@shared/domain/changes';
import type { CriteriaSet } from '@shared/domain/rule-set';
import { chinaDayOf } from '@shared/lib/day';
import { defaultCriteriaCode } from '@shared/rules/default-criteria-sets';
import { criteriaSetOn } from '@shared/rules/rule-set-on';
import { useState } from 'react';
import { CountyRules } from './county-rules';
import {
  criteriaChoices,
  type Standard,
  type StoredCriteriaSet,
  startStandard,
  storedCriteriaSets,
  type ThresholdWords,
  thresholdWords,
  withThreshold,
} from './criteria-versions';
import { Section } from './section';
import classes from './section.module.css';
import { StartVersionBar } from './start-version-bar';
import { useSave } from './use-save';

interface StandardFormProps {
  readonly stored: readonly StoredCriteriaSet[];
  readonly current: CriteriaSet;
  readonly today: string;
}

interface ThresholdProps {
  readonly item: string;
  readonly words: ThresholdWords;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Threshold({ item, words, value, onChange }: ThresholdProps) {
  if (words.measure === 'flag')
    return (
      <Checkbox
        className={classes['flag']}
        label={words.label}
        aria-label={`${item}：${words.label}`}
        checked={value > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? 1 : 0)}
      />
    );
  return (
    <NumberInput
      label={words.label}
      aria-label={`${item}：${words.label}`}
      value={value}
      min={0}
      suffix={` ${words.measure}`}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}

function ItemRows({ standard, onChange }: { standard: Standard; onChange: (standard: Standard) => void }) {
  return standard.items.map((item) => (
    <tr key={item.code}>
      <th scope="row">{item.label}</th>
      <td>
        <div className={classes['thresholds']}>
          {item.autoRule === 'manual' && <span>由人认定</span>}
          {Object.entries(item.thresholds).map(([name, value]) => {
            const words = thresholdWords[name];
            return (
              words && (
                <Threshold
                  key={name}
                  item={item.label}
                  words={words}
                  value={value}
                  onChange={(next) => onChange(withThreshold(standard, item.code, name, next))}
                />
              )
            );
          })}
        </div>
      </td>
    </tr>
  ));
}

function StandardForm({ stored, current, today }: StandardFormProps) {
  const { save, isSaving } = useSave();
  const original: Standard = {
    items: current.items,
    passMin: current.passMin,
    basicMin: current.basicMin,
  };
  const [standard, setStandard] = useState(original);
  const start = (validFrom: string) =>
    save(startStandard(stored, current, standard, validFrom), `六有标准自${validFrom}起调整`);
  return (
    <>
      <p className={classes['quiet']}>
        现行版本 {current.version}，{current.validFrom} 起。达到 {standard.passMin} 项为达标，
        {standard.basicMin} 项为基本达标。
      </p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>项目</th>
            <th>标准</th>
          </tr>
        </thead>
        <tbody>
          <ItemRows standard={standard} onChange={setStandard} />
        </tbody>
      </table>
      {!isSame(standard, original) && (
        <StartVersionBar
          what="标准"
          today={today}
          currentFrom={current.validFrom}
          isSaving={isSaving}
          onStart={start}
          onDiscard={() => setStandard(original)}
        />
      )}
    </>
  );
}

/** 六有标准: which set applies, and its thresholds as dated versions. */
export function CriteriaSection() {
  const office = useOffice();
  const stored = storedCriteriaSets(useTable('settings'));
  const today = chinaDayOf(useRegister().now());
  const { save } = useSave();
  const code = office?.criteriaCode ?? defaultCriteriaCode;
  const current = criteriaSetOn(today, stored, code);
  return (
    <Section
      title="六有标准"
      intro="系统按这里的标准自动判定，认定有出入时由人在单位的六有页签里改并写明理由。"
    >
      {office && (
        <Select
          label="采用哪一套标准"
          allowDeselect={false}
          data={criteriaChoices(stored, today)}
          value={code}
          onChange={(next) =>
            next !== null &&
            save(
              [{ op: 'change', collection: 'settings', id: office.id, changes: { criteriaCode: next } }],
              '更换六有标准',
            )
          }
        />
      )}
      <CountyRules>
        <StandardForm
          key={`${current.code}-${current.version}-${current.validFrom}`}
          stored={stored}
          current={current}
          today={today}
        />
      </CountyRules>
    </Section>
  );
}
