import { Button } from '@mantine/core';
import type { Criterion } from '@shared/domain/rule-set';
import { explainSixHaves, type SixItem } from '@shared/figures/six-haves/derive-six-haves';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { isCounted, scopeReasons } from '@shared/rules/unit-scope';
import { useState } from 'react';
import { EvidenceDialog, evidenceFor } from './evidence-dialog';
import { PlainTable } from './plain-table';
import { StateBadge } from './state-badge';
import classes from './unit-detail.module.css';
import type { UnitTabProps } from './unit-detail-page';

/** 六有 item by item: met or not, why, and what is still to be done. */
export function SixHavesTab({ unit, context, lookups, onAsk }: UnitTabProps) {
  const [rule, setRule] = useState<Criterion['autoRule'] | null>(null);
  const facts = context.factsOf(unit.id);
  if (facts === null) return <p className={classes['nothing']}>已删除的单位不评估。</p>;
  const { criteriaSet } = context;
  const items = explainSixHaves(unit, facts, context);
  const met = items.filter((item) => item.isMet).length;
  const ruleOf = (code: string) => criteriaSet.items.find((item) => item.code === code)?.autoRule ?? 'manual';
  return (
    <section className={classes['section']}>
      <div className={classes['sixHead']}>
        <strong className={classes['sixFigure']}>
          {met}
          <small> / {items.length} 项</small>
        </strong>
        <ResultBadge facts={facts} />
        <span className={classes['quiet']}>
          标准：{criteriaSet.name}（{criteriaSet.version}版），达到 {criteriaSet.passMin} 项为达标；截至{' '}
          {context.asOf}
          {isCounted(facts) && !facts.isSixAssessed ? '；没有党组织也没有评估表，不计入六有统计' : ''}
        </span>
      </div>
      <PlainTable
        label="六有评估"
        items={items}
        keyOf={(item) => item.code}
        empty="还没有设置评估标准，请到设置中选择。"
        columns={[
          { label: '项目', isNarrow: true, cell: (item) => <strong>{item.label}</strong> },
          {
            label: '结果',
            isNarrow: true,
            cell: (item) => (
              <StateBadge state={item.isMet ? 'good' : isCounted(facts) ? 'bad' : 'quiet'}>
                {item.isMet ? '达到' : '未达到'}
              </StateBadge>
            ),
          },
          { label: '依据', cell: (item) => item.why },
          { label: '还要做什么', cell: (item) => item.missing ?? '—' },
          {
            label: '操作',
            isNarrow: true,
            cell: (item) => (
              <ItemAction
                item={item}
                rule={ruleOf(item.code)}
                hasOrg={facts.coverOrgId !== null}
                onAdd={setRule}
                onCover={() => onAsk('cover')}
              />
            ),
          },
        ]}
      />
      {rule !== null && (
        <EvidenceDialog
          {...{ unit, context, lookups, rule }}
          orgId={facts.coverOrgId}
          onClose={() => setRule(null)}
        />
      )}
    </section>
  );
}

function ResultBadge({ facts }: { readonly facts: UnitFacts }) {
  if (!isCounted(facts)) return <StateBadge state="quiet">{scopeReasons[facts.scopeReason]}</StateBadge>;
  if (facts.isSixPassed) return <StateBadge state="good">达标</StateBadge>;
  if (facts.isSixBasic) return <StateBadge state="soon">基本达标</StateBadge>;
  return <StateBadge state={facts.isSixAssessed ? 'bad' : 'quiet'}>未达标</StateBadge>;
}

interface ItemActionProps {
  readonly item: SixItem;
  readonly rule: Criterion['autoRule'];
  readonly hasOrg: boolean;
  readonly onAdd: (rule: Criterion['autoRule']) => void;
  readonly onCover: () => void;
}

/** The one step that brings the item forward; funds, activities and rules are an organization's. */
function ItemAction({ item, rule, hasOrg, onAdd, onCover }: ItemActionProps) {
  const evidence = evidenceFor(rule);
  if (rule === 'hasOrg' && !item.isMet)
    return (
      <Button size="compact-xs" variant="default" onClick={onCover}>
        登记党组织
      </Button>
    );
  if (evidence === null) return null;
  const { title, needsOrg } = evidence;
  if (needsOrg && !hasOrg) return <span className={classes['quiet']}>登记党组织后才能填</span>;
  return (
    <Button size="compact-xs" variant="default" onClick={() => onAdd(rule)}>
      {title}
    </Button>
  );
}
