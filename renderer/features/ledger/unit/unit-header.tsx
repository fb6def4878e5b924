import { Button } from '@mantine/core';
import type { StateName } from '@renderer/components/palette';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { type Unit, unitStatuses } from '@shared/domain/unit';
import { explainUnit } from '@shared/figures/explain-unit';
import { type CoverageState, coverageStates, type UnitFacts } from '@shared/figures/unit-facts';
import { isCounted, scopeReasons } from '@shared/rules/unit-scope';
import { Link } from '@tanstack/react-router';
import { ReceiptBadge } from '../record/receipt-badge';
import type { LedgerContext } from '../tables/table-model';
import { StateBadge } from './state-badge';
import classes from './unit-detail.module.css';
import type { UnitDialogName } from './unit-detail-page';

interface UnitHeaderProps {
  readonly unit: Unit;
  readonly facts: UnitFacts | null;
  readonly context: LedgerContext;
  readonly onAsk: (dialog: UnitDialogName) => void;
}

const coverageBadges: Readonly<Record<CoverageState, StateName>> = {
  solo: 'good',
  joint: 'good',
  regional: 'good',
  affiliated: 'good',
  work: 'info',
  massOnly: 'soon',
  blank: 'bad',
};

/** Which unit this is, how it is covered and why, and what is usually done next. */
export function UnitHeader({ unit, facts, context, onAsk }: UnitHeaderProps) {
  const mayWrite = useMayWrite('units');
  const place = context.nameOf(unit.townshipId);
  const isBlank = facts?.isBlank === true && facts.inScope;
  return (
    <header className={classes['header']}>
      <nav aria-label="位置" className={classes['crumbs']}>
        <Link to="/ledger/$table" params={{ table: 'units' }}>
          两新组织
        </Link>
        <span aria-hidden="true">›</span>
        <span>{place ?? '所属乡镇未填'}</span>
      </nav>
      <div className={classes['titleLine']}>
        <h1 className={classes['title']}>{unit.name}</h1>
        <StateBadge state={unit.status === 'operating' ? 'quiet' : 'soon'}>
          {unitStatuses.labels[unit.status]}
        </StateBadge>
        {facts !== null && <CoverageBadge facts={facts} />}
        {unit.deletedAt !== null && <StateBadge state="bad">已删除</StateBadge>}
        <ReceiptBadge table="units" document={unit} />
        <span className={classes['code']}>{unit.uscc ?? '信用代码未填'}</span>
        {mayWrite && (
          <div className={classes['actions']}>
            <Button size="xs" variant={isBlank ? 'filled' : 'default'} onClick={() => onAsk('assign')}>
              选派指导员
            </Button>
            <Button size="xs" variant="default" onClick={() => onAsk('cover')}>
              登记覆盖党组织
            </Button>
            <Button size="xs" variant="default" onClick={() => onAsk('visit')}>
              登记走访
            </Button>
          </div>
        )}
      </div>
      {facts !== null && (
        <p className={classes['reason']} data-blank={isBlank || undefined}>
          {reasonOf(facts, context)}
        </p>
      )}
    </header>
  );
}

/** A unit outside the count has no state of coverage; why it is outside stands in its place. */
function CoverageBadge({ facts }: { readonly facts: UnitFacts }) {
  if (!isCounted(facts)) return <StateBadge state="quiet">{scopeReasons[facts.scopeReason]}</StateBadge>;
  const { coverageState } = facts;
  return <StateBadge state={coverageBadges[coverageState]}>{coverageStates[coverageState]}</StateBadge>;
}

function reasonOf(facts: UnitFacts, context: LedgerContext): string {
  const { scope, coverage, build, rule } = explainUnit(facts, context);
  return `${facts.inScope ? '' : `${scope}。`}${coverage}${build ?? ''}（依据：${rule}）`;
}
