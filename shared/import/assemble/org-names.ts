/** Names of Party organizations: proposing one, and what a printed one says about its kind. */
import type { FieldValue, FieldValues } from '../model';
import type { OrgClaim } from './party-org-groups';

const endings: Readonly<Record<string, string>> = {
  committee: '委员会',
  generalBranch: '总支部委员会',
  branch: '支部委员会',
  jointBranch: '联合支部委员会',
  tempBranch: '临时支部委员会',
  floatingBranch: '流动党员支部委员会',
};

/** 中共{单位名}支部委员会, the official pattern, where a ledger gives no name. */
export function proposedName(claim: OrgClaim, details: FieldValues): string {
  const unit = claim.units[0]?.unitName ?? '';
  const tier = details['formation'] === 'joint' ? 'jointBranch' : String(details['tier'] ?? 'branch');
  return `中共${unit}${endings[tier] ?? endings['branch']}`;
}

/** Kind of organization by the end of its name; null when the name does not tell. */
export function tierOfName(name: string): string | null {
  if (/联合(?:党)?支部/.test(name)) return 'jointBranch';
  if (/临时(?:党)?支部/.test(name)) return 'tempBranch';
  if (/流动(?:党员)?(?:党)?支部/.test(name)) return 'floatingBranch';
  if (/总支/.test(name)) return 'generalBranch';
  if (/支部/.test(name)) return 'branch';
  return /党委|委员会$/.test(name) ? 'committee' : null;
}

/** A branch over several units is a joint branch, whatever box was ticked beside 党支部. */
export function completeOrg(values: FieldValues, coverCount: number): FieldValues {
  const completed: Record<string, FieldValue> = { ...values };
  const name = typeof values['name'] === 'string' ? values['name'] : '';
  delete completed['secretary'];
  const formation = values['formation'] ?? (coverCount > 1 || /联合/.test(name) ? 'joint' : null);
  const tier = values['tier'] ?? tierOfName(name);
  completed['formation'] = formation;
  completed['tier'] = formation === 'joint' && (tier === 'branch' || tier === null) ? 'jointBranch' : tier;
  return completed;
}
