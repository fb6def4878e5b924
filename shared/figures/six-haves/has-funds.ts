/**
 * 有经费: income of the organization this year of at least `minAmountYuan` and, with `needsBudget` 1, a recorded
 * budget (纳入管理费预算). Without any fund record the unit's declared funds stand in. The why shows the split over the
 * three sources enterprise, dues refund and treasury.
 */
import { relatedDocuments } from '@shared/rules/relations';
import { type AutoRule, limit, type RuleInput } from './rule-model';

interface Funds {
  total: number;
  enterprise: number;
  duesRefund: number;
  fiscal: number;
  isBudgeted: boolean;
  /** From the ledger's own columns, not from fund records. */
  isDeclared: boolean;
}

export const hasFunds: AutoRule = (input, criterion) => {
  const funds = sumFunds(input);
  const min = limit(criterion, 'minAmountYuan', 1);
  const isEnough = funds.total >= min && funds.total > 0;
  const isBudgeted = limit(criterion, 'needsBudget', 1) === 0 || funds.isBudgeted;
  return {
    isMet: isEnough && isBudgeted,
    explain: () => {
      const toDo = min > 1 ? `本年经费收入不少于${min}元` : '登记本年经费收入';
      const gap = funds.total === 0 ? '无收入' : `差${min - funds.total}元`;
      return {
        why: describeFunds(funds),
        shortfalls: [
          ...(isEnough ? [] : [{ toDo, gap }]),
          ...(isBudgeted ? [] : [{ toDo: '党建经费纳入管理费预算', gap: '未列预算' }]),
        ],
        amount: funds.total,
      };
    },
  };
};

function sumFunds(input: RuleInput): Funds {
  const { unit, org, relations, asOf } = input;
  const funds: Funds = {
    total: 0,
    enterprise: 0,
    duesRefund: 0,
    fiscal: 0,
    isBudgeted: unit.declared.isFundsBudgeted === true,
    isDeclared: false,
  };
  let hasRecords = false;
  if (org)
    for (const record of relatedDocuments(relations, 'records', 'recordsByOrg', org.id)) {
      if (record.kind !== 'fund' || record.year !== Number(asOf.slice(0, 4)) || record.on > asOf) continue;
      hasRecords = true;
      if (record.isBudgeted === true) funds.isBudgeted = true;
      if (record.direction !== 'in') continue;
      funds.total += record.amount;
      const { fundSource } = record;
      if (fundSource === 'enterprise' || fundSource === 'duesRefund' || fundSource === 'fiscal')
        funds[fundSource] += record.amount;
    }
  return hasRecords ? funds : { ...funds, ...declaredFunds(input) };
}

function declaredFunds({ unit }: RuleInput): Partial<Funds> {
  const { fundsWan, fundsSelfWan, fundsDuesWan, fundsFiscalWan, fundsOtherWan } = unit.declared;
  const yuan = (wan: number | null): number => Math.round((wan ?? 0) * 10_000);
  const parts = yuan(fundsSelfWan) + yuan(fundsDuesWan) + yuan(fundsFiscalWan) + yuan(fundsOtherWan);
  const total = Math.max(yuan(fundsWan), parts);
  return {
    total,
    enterprise: yuan(fundsSelfWan),
    duesRefund: yuan(fundsDuesWan),
    fiscal: yuan(fundsFiscalWan),
    isDeclared: total > 0,
  };
}

function describeFunds(funds: Funds): string {
  if (funds.total === 0) return '本年没有登记经费收入';
  const split = `企业投入${funds.enterprise}元、党费返还${funds.duesRefund}元、财政列支${funds.fiscal}元`;
  return `${funds.isDeclared ? '台账填报' : '本年收入'}${funds.total}元，其中${split}${
    funds.isBudgeted ? '，已纳入管理费预算' : ''
  }`;
}
