/** Funds, documents on the wall and effects of every organization. */
import { addMonths } from '@shared/lib/day';
import type { DemoContext, DemoOrg, Drafted } from './demo-model';

type RecordDraft = Drafted<'records'>;

const coreDocuments = ['threeMeetings', 'development', 'appraisal', 'dues', 'floating'] as const;
const effects = [
  ['pioneerPost', '设立党员先锋岗，带头完成技术攻关'],
  ['dutyArea', '党员责任区全年无安全事故'],
  ['proposal', '提出合理化建议并被采纳，年节约成本约20万元'],
  ['mediation', '调解劳资矛盾一起'],
  ['pairingResult', '结对帮扶困难职工2名'],
  ['honour', '被评为县级先进基层党组织'],
] as const;

export function generateRecords(demoOrg: DemoOrg, context: DemoContext): RecordDraft[] {
  return [...funds(demoOrg, context), ...documents(demoOrg, context), ...effectRecords(demoOrg, context)];
}

const baseOf = (demoOrg: DemoOrg, context: DemoContext) => ({
  id: context.newId(),
  orgUnitId: demoOrg.township.id,
});

/** This year and the two before it. */
function funds(demoOrg: DemoOrg, context: DemoContext): RecordDraft[] {
  const { random, asOf } = context;
  const thisYear = Number(asOf.slice(0, 4));
  return [thisYear - 2, thisYear - 1, thisYear].flatMap((year) => {
    const [from, to] = [`${year}-01-01`, year === thisYear ? asOf : `${year}-12-31`];
    if (to < demoOrg.foundedOn || !random.chance(0.35 + demoOrg.quality * 0.7)) return [];
    const on = random.day(from < demoOrg.foundedOn ? demoOrg.foundedOn : from, to);
    const isBudgeted = random.chance(0.55 + demoOrg.quality * 0.45);
    const sources = random.chance(0.5) ? (['enterprise', 'duesRefund'] as const) : (['enterprise'] as const);
    const fund = { kind: 'fund' as const, on, partyOrgId: demoOrg.org.id, year };
    return [
      ...sources.map(
        (fundSource): RecordDraft => ({
          ...baseOf(demoOrg, context),
          ...fund,
          direction: 'in',
          fundSource,
          amount: random.int(10, 120) * 100,
          isBudgeted,
        }),
      ),
      {
        ...baseOf(demoOrg, context),
        ...fund,
        direction: 'out' as const,
        amount: random.int(5, 60) * 100,
        use: '党员活动、学习资料',
      },
    ];
  });
}

function documents(demoOrg: DemoOrg, context: DemoContext): RecordDraft[] {
  const { random, asOf } = context;
  const isComplete = random.chance(0.3 + demoOrg.quality * 0.7);
  return coreDocuments
    .filter(() => isComplete || random.chance(0.5))
    .map((documentKind) => ({
      ...baseOf(demoOrg, context),
      kind: 'document' as const,
      on: random.day(demoOrg.foundedOn, asOf),
      partyOrgId: demoOrg.org.id,
      documentKind,
      isOnWall: random.chance(0.8),
    }));
}

function effectRecords(demoOrg: DemoOrg, context: DemoContext): RecordDraft[] {
  const { random, asOf } = context;
  const yearAgo = addMonths(asOf, -11);
  const from = demoOrg.foundedOn > yearAgo ? demoOrg.foundedOn : yearAgo;
  const isConfirmed = random.chance(0.5 + demoOrg.quality * 0.5);
  // Effects belong to one unit each: neighbours in a joint branch do not share them.
  return demoOrg.unitIds.flatMap((unitId) =>
    Array.from({ length: Math.floor(random.next() * (1.6 + demoOrg.quality * 4)) }, (): RecordDraft => {
      const [effectKind, note] = random.pick(effects);
      const on = random.day(from, asOf);
      return {
        ...baseOf(demoOrg, context),
        kind: 'effect',
        on,
        effectKind,
        partyOrgId: demoOrg.org.id,
        unitId,
        note,
        confirmedBy: isConfirmed ? '乡镇党建办' : null,
        confirmedOn: isConfirmed ? on : null,
      };
    }),
  );
}
