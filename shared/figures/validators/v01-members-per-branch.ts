/** V1: every branch needs a minimum of members, so members ≥ minimum × branches. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Problem } from '@shared/problems/problem';
import { formatRatio } from '../format-rate';
import type { Validator } from './validator';

export interface MembersPerBranch {
  readonly branches: number;
  /** All members; null = not stated. */
  readonly members: number | null;
  readonly minPerBranch: number;
  /** Members of branches known by name; they can spare none for the others. */
  readonly knownBranches?: readonly number[];
  /** Units with members enough for a branch of their own, when the text says so. */
  readonly unitsWithEnough?: number;
}

export const membersPerBranch: Validator<MembersPerBranch> = {
  id: 'V1',
  label: '党员数不少于支部数×最低人数',
  check: (input) => [...checkMembers(input), ...checkUnits(input)],
};

function checkMembers({ branches, members, minPerBranch, knownBranches = [] }: MembersPerBranch): Problem[] {
  if (members === null) return [];
  const able = Math.floor(members / minPerBranch);
  const known = knownBranches.filter((size) => size >= minPerBranch);
  const left = known.reduce((rest, size) => rest - size, members);
  const ableBesideKnown = Math.floor(left / minPerBranch) + known.length;
  const most = Math.min(able, ableBesideKnown);
  if (most >= branches) return [];
  const average = formatRatio({ numerator: members, denominator: branches }, 2);
  const plain = `${members}÷${branches}=${average}，${members}÷${minPerBranch}最多${able}个`;
  const detail =
    known.length === 0
      ? ''
      : `；其中${known.length}个支部已有${known.join('、')}名，(${[members, ...known].join('−')})÷${minPerBranch}+${known.length}最多${ableBesideKnown}个`;
  const missing = branches - most;
  return [
    figureProblems.v1MembersPerBranch({
      arithmetic: `${plain}${detail}；${branches}−${most}=${missing}`,
      missing,
      minPerBranch,
    }),
  ];
}

function checkUnits({ branches, unitsWithEnough }: MembersPerBranch): Problem[] {
  if (unitsWithEnough === undefined || branches <= unitsWithEnough) return [];
  const missing = branches - unitsWithEnough;
  return [figureProblems.v1UnitsPerOrg({ arithmetic: `${branches}−${unitsWithEnough}=${missing}`, missing })];
}
