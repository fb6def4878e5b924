/** Asks for everything a briefing says, of whoever answers the boards: the county, or this device without a network. */
import { useFacts } from '@renderer/data/figures/react';
import { type Insight, useSums, useUnits } from '@renderer/data/insights/react';
import { useOffice } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import {
  type BriefingFigures,
  type BriefingInput,
  type BriefingTarget,
  type BriefingUnits,
  briefingFigures,
} from '@shared/export/briefing/briefing-input';
import type { Briefing } from '@shared/export/briefing/briefing-model';
import { buildBriefing } from '@shared/export/briefing/build-briefing';
import type { FigureId } from '@shared/figures/figure';
import type { Mark } from '@shared/insights/mark';
import type { SumsAnswer, UnitsAnswer } from '@shared/insights/messages';
import { actualText, valueText } from '@shared/insights/target-words';
import { type Board, useBoard } from '../page/board-context';
import { useSourceText } from '../page/source-line';
import { pointOn, totalOn } from '../parts/figures';
import type { TargetRow } from '../targets/target-rows';
import { type TargetsView, useTargets } from '../targets/use-targets';

const groupFigures = ['C1', 'C3', 'C4', 'C6', 'C20'] as const satisfies readonly FigureId[];
const shouldBuild: Mark = { kind: 'figure', id: 'C6', part: 'in' };
const blank: Mark = { kind: 'figure', id: 'C4', part: 'in' };
const nearly: Mark = { kind: 'nearlySix', code: null };

function useAnswers() {
  const { place, asOf, against } = useBoard();
  const listed = { day: asOf, within: place.within };
  return {
    totals: useSums({
      days: [...new Set([asOf, against.day])],
      groupBy: [],
      within: place.within,
      figures: [...briefingFigures],
      distributions: ['sixByItem'],
    }),
    groups: useSums(
      place.below === null
        ? null
        : { days: [asOf], groupBy: [place.below], within: place.within, figures: [...groupFigures] },
    ),
    shouldBuild: useUnits({ ...listed, mark: shouldBuild }),
    blank: useUnits({ ...listed, mark: blank }),
    nearly: useUnits({ ...listed, mark: nearly }),
    targets: useTargets(),
  };
}

type Answers = ReturnType<typeof useAnswers>;
interface Ready {
  readonly totals: SumsAnswer;
  readonly groups: SumsAnswer | null;
  readonly shouldBuild: UnitsAnswer;
  readonly blank: UnitsAnswer;
  readonly nearly: UnitsAnswer;
  readonly targets: TargetsView;
}

/** All answers together, or the first that is missing. */
function allOf(answers: Answers, hasGroups: boolean): Insight<Ready> {
  const { totals, groups, shouldBuild: build, blank: blanks, nearly: near, targets } = answers;
  if (totals.status !== 'ready') return totals;
  if (hasGroups && groups.status !== 'ready') return groups;
  if (build.status !== 'ready') return build;
  if (blanks.status !== 'ready') return blanks;
  if (near.status !== 'ready') return near;
  if (targets.status !== 'ready') return targets;
  return {
    status: 'ready',
    answer: {
      totals: totals.answer,
      groups: groups.status === 'ready' ? groups.answer : null,
      shouldBuild: build.answer,
      blank: blanks.answer,
      nearly: near.answer,
      targets: targets.answer,
    },
  };
}

type Made = Pick<BriefingInput, 'rules' | 'criteria' | 'source' | 'madeBy' | 'madeAt'>;

function inputOf(ready: Ready, board: Board, made: Made): BriefingInput {
  const { place, asOf, against, decimals, items, nameOf } = board;
  const { below } = place;
  const figuresOn = (day: string): BriefingFigures => totalOn(ready.totals, day)?.figures ?? {};
  const met = totalOn(ready.totals, asOf)?.distributions.sixByItem ?? {};
  const named = ({ total, units }: UnitsAnswer): BriefingUnits => ({
    total,
    units: units.map((unit) => ({ ...unit, townshipName: nameOf('township', unit.townshipId) })),
  });
  const targetOf = (row: TargetRow): BriefingTarget => ({
    placeName: row.placeName,
    label: row.metric.label,
    now: actualText(row, decimals),
    target: valueText(row.target.target, row.metric, decimals),
    dueOn: row.target.dueOn,
    state: row.pace.state,
  });
  return {
    ...made,
    place: place.name,
    belowName: below === null ? null : below === 'township' ? '乡镇（街道）' : '村（社区）',
    asOf,
    against,
    decimals,
    now: figuresOn(asOf),
    before: figuresOn(against.day),
    groups:
      below === null || ready.groups === null
        ? []
        : (pointOn(ready.groups, asOf)?.groups ?? []).map(({ keys, figures }) => ({
            name: nameOf(below, keys[0] ?? ''),
            figures,
          })),
    items: items.map(({ code, label }) => ({ code, label, met: met[code] ?? 0 })),
    shouldBuild: named(ready.shouldBuild),
    blank: named(ready.blank),
    nearly: named(ready.nearly),
    targets: [...ready.targets.own, ...ready.targets.below].map(targetOf),
  };
}

/** @param madeAt as it is to be printed */
export function useBriefing(madeAt: string): Insight<Briefing> {
  const board = useBoard();
  const { criteriaSet } = useFacts();
  const office = useOffice();
  const { me } = useSyncStatus();
  const source = useSourceText() ?? '县级数据';
  const answers = allOf(useAnswers(), board.place.below !== null);
  if (answers.status !== 'ready') return answers;
  const rulesOn = (day: string) => pointOn(answers.answer.totals, day)?.ruleSetVersion ?? null;
  const input = inputOf(answers.answer, board, {
    rules: { now: rulesOn(board.asOf), before: rulesOn(board.against.day) },
    criteria: `${criteriaSet.name}${criteriaSet.version}版，达到${criteriaSet.passMin}项为达标`,
    source,
    madeBy: [office?.name, me?.name].filter((name) => name !== undefined).join(' '),
    madeAt,
  });
  return { status: 'ready', answer: buildBriefing(input) };
}
