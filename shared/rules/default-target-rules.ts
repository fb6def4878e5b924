/** How annual targets are judged on the way, by the day: the newest rules that had begun. */
export interface TargetRules {
  readonly version: string;
  readonly validFrom: string;
  /** The forecast goes on as fast as these last months. */
  readonly lookbackMonths: number;
  /** Share of the way one may lag behind an even pace and still count as on course. */
  readonly slack: number;
  /** Who is behind with so few months left is not expected to arrive. */
  readonly riskMonths: number;
}

const defaultTargetRules: readonly TargetRules[] = [
  { version: '2009', validFrom: '2009-01-01', lookbackMonths: 12, slack: 0.1, riskMonths: 2 },
  // Quarterly reports made a shorter look back possible.
  { version: '2024', validFrom: '2024-01-01', lookbackMonths: 6, slack: 0.05, riskMonths: 3 },
];

export function targetRulesOn(day: string): TargetRules {
  const found = defaultTargetRules.findLast((rules) => rules.validFrom <= day) ?? defaultTargetRules[0];
  if (!found) throw new Error('there are no target rules');
  return found;
}
