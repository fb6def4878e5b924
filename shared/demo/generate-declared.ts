/** What the office's ledger says about members and plans of each unit, mostly what the roster says too. */
import { addMonths } from '@shared/lib/day';
import type { DemoContext, Drafted } from './demo-model';
import { personName } from './invented-names';

type UnitDraft = Drafted<'units'>;

/** @param roster members working in the unit; 0 where no organization keeps a roster */
export function withDeclared(
  unit: UnitDraft,
  roster: number,
  isCovered: boolean,
  context: DemoContext,
): UnitDraft {
  const { random } = context;
  if (unit.unitType === 'individualBusiness') return unit;
  if (isCovered) {
    // Now and then the ledger is one off, for the check to find.
    const members = Math.max(0, roster + (random.chance(0.03) ? 1 : 0));
    return { ...unit, declared: { members } };
  }
  const staff = unit.staff ?? 0;
  const kind = random.weighted([
    ['shouldBuild', staff >= 20 ? 6 : 1],
    ['few', 24],
    ['none', 70],
  ] as const);
  if (kind === 'shouldBuild') return shouldBuild(unit, context);
  const members = kind === 'few' ? random.int(1, 2) : 0;
  return {
    ...unit,
    declared: { members, probationary: 0 },
    notBuiltReason: kind === 'few' ? 'under3' : random.chance(0.9) ? 'noMembers' : 'ownerUnwilling',
  };
}

/** 应建未建: at least three members, no organization, a plan who sees to it and until when. */
function shouldBuild(unit: UnitDraft, { random, asOf }: DemoContext): UnitDraft {
  return {
    ...unit,
    declared: { members: random.int(3, 8), probationary: 0 },
    notBuiltReason: random.weighted([
      ['ownerUnwilling', 40],
      ['noGuidance', 45],
      ['other', 15],
    ] as const),
    plannedBuildOn: addMonths(asOf, random.int(1, 8)).slice(0, 7),
    responsibleLeader: personName(random, 'male'),
    buildProgress: random.pick(['已摸排党员', '正在动员出资人', '已上报请示', '待召开党员大会']),
  };
}
