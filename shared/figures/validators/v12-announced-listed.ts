/** V12: as many points as announced are listed, and no plan has worked before its time is up. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Problem } from '@shared/problems/problem';
import { isAfter } from './v11-date-order';
import type { Validator } from './validator';

export interface Announcement {
  readonly label: string;
  /** "三项措施" → 3; null = no number announced. */
  readonly announced: number | null;
  readonly listed: number;
  /** End of the time a plan is for, and the date of the text that reports its effect. */
  readonly plan?: { readonly until: string; readonly reportedOn: string };
}

export const announcedListed: Validator<Announcement> = {
  id: 'V12',
  label: '宣布与列出一致',
  check: ({ label, announced, listed, plan }): Problem[] => [
    ...(announced === null || announced === listed
      ? []
      : [
          figureProblems.v12AnnouncedNotListed({
            label,
            arithmetic: `宣布${announced}项 ≠ 列出${listed}项，差 ${Math.abs(announced - listed)}`,
          }),
        ]),
    ...(plan && isAfter(plan.until, plan.reportedOn)
      ? [
          figureProblems.v12EffectBeforePlan({
            label,
            arithmetic: `计划期至${plan.until}，${plan.reportedOn}已称见效`,
          }),
        ]
      : []),
  ],
};
