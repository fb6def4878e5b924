import { useRegister, useTable } from '@renderer/data/react';
import { isSame } from '@shared/domain/changes';
import { orgRules, targetRules } from '@shared/domain/rule-set';
import { chinaDayOf } from '@shared/lib/day';
import { useMemo, useState } from 'react';
import { CountyRules } from './county-rules';
import { CoverageFields } from './coverage-fields';
import { NumberFields } from './number-fields';
import {
  type OwnRules,
  ownRulesOf,
  type RuleVersion,
  ruleVersions,
  startVersion,
  storedRuleSets,
  versionOn,
} from './rule-set-versions';
import { Section } from './section';
import classes from './section.module.css';
import { StartVersionBar } from './start-version-bar';
import { useSave } from './use-save';

interface VersionFormProps {
  readonly versions: readonly RuleVersion[];
  readonly current: RuleVersion;
  readonly today: string;
}

function VersionForm({ versions, current, today }: VersionFormProps) {
  const { save, isSaving } = useSave();
  const { ruleSet } = current;
  const inForce = ownRulesOf(ruleSet);
  const [rules, setRules] = useState<OwnRules>(inForce);
  const change = (next: Partial<OwnRules>) => setRules({ ...rules, ...next });
  const start = (validFrom: string) =>
    save(startVersion(versions, current, rules, validFrom), `统计口径自${validFrom}起调整`);
  return (
    <>
      <CoverageFields value={rules.coverage} onChange={(coverage) => change({ coverage })} />
      <div className={classes['block']}>
        <h3>党组织和队伍（超过的提醒，不拦截）</h3>
        <NumberFields schema={orgRules} value={rules.orgs} onChange={(orgs) => change({ orgs })} />
      </div>
      <div className={classes['block']}>
        <h3>年度目标怎样评判</h3>
        <NumberFields
          schema={targetRules}
          value={rules.targets}
          onChange={(targets) => change({ targets })}
        />
      </div>
      {!isSame(rules, inForce) && (
        <StartVersionBar
          what="口径"
          today={today}
          currentFrom={ruleSet.validFrom}
          isSaving={isSaving}
          onStart={start}
          onDiscard={() => setRules(inForce)}
        />
      )}
    </>
  );
}

function VersionTable({
  versions,
  current,
}: {
  versions: readonly RuleVersion[];
  current: RuleVersion | null;
}) {
  return (
    <div className={classes['block']}>
      <h3>历次版本</h3>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>版本</th>
            <th>名称</th>
            <th>生效日期</th>
            <th>失效日期</th>
            <th>来历</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ ruleSet, stored }) => (
            <tr key={stored?.id ?? ruleSet.version}>
              <td>{ruleSet.version}</td>
              <td>{ruleSet.name}</td>
              <td>{ruleSet.validFrom}</td>
              <td>{ruleSet.validTo ?? '—'}</td>
              <td>{stored ? '本单位设定' : '软件自带'}</td>
              <td>{ruleSet === current?.ruleSet ? '现行' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 统计口径: the switches of the coverage figures, as dated versions. */
export function RulesSection() {
  const settings = useTable('settings');
  const today = chinaDayOf(useRegister().now());
  const stored = useMemo(() => storedRuleSets(settings), [settings]);
  const versions = ruleVersions(stored);
  const current = versionOn(stored, today);
  return (
    <Section
      title="统计口径"
      intro="哪些情形算覆盖、怎样算应建，会改变每一个数字。改动只从选定的日期起生效，形成新版本，旧数字不变。"
    >
      {current && (
        <CountyRules>
          <VersionForm
            key={`${current.ruleSet.version}-${current.stored?.rev ?? 0}`}
            versions={versions}
            current={current}
            today={today}
          />
        </CountyRules>
      )}
      <VersionTable versions={versions} current={current} />
    </Section>
  );
}
