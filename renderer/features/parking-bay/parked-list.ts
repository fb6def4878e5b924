/** The parking bay in its three parts: what waits here, what lies with the county, what is done. */
import type { Lookups } from '@renderer/data/format-value';
import type { RegisterStore } from '@renderer/data/register-store';
import type { ParkedEdit } from '@shared/domain/conflict';
import { type ParkedView, viewParked } from './parked-view';

export const parts = ['waiting', 'handedOver', 'done'] as const;
export type Part = (typeof parts)[number];
export type ParkedLists = Readonly<Record<Part, readonly ParkedView[]>>;

export const partOf = ({ state, outcome }: ParkedEdit): Part =>
  state === 'settled' ? 'done' : outcome === 'handedOver' ? 'handedOver' : 'waiting';

const lastTouched = ({ parked }: ParkedView): string => parked.settledAt ?? parked.edit.at;

/** Newest first. */
export function listParked(register: Pick<RegisterStore, 'table'>, lookups: Lookups): ParkedLists {
  const views = register
    .table('conflicts')
    .all()
    .filter((document): document is ParkedEdit => document.kind === 'parked')
    .flatMap((parked) => viewParked(parked, register, lookups) ?? [])
    .sort((a, b) => lastTouched(b).localeCompare(lastTouched(a)) || a.id.localeCompare(b.id));
  const of = (part: Part) => views.filter(({ parked }) => partOf(parked) === part);
  return { waiting: of('waiting'), handedOver: of('handedOver'), done: of('done') };
}

/** How a parked edit ended, in words. */
export function outcomeText({ parked }: ParkedView): string {
  const { outcome, reason, settledBy } = parked;
  const because = reason === null ? '' : `：${reason}`;
  switch (outcome) {
    case 'resent':
      return `${settledBy ?? ''}修改后已重报`;
    case 'discarded':
      return `${settledBy ?? ''}放弃${because}`;
    case 'handedOver':
      return reason === null
        ? `县级 ${settledBy ?? ''}已按内容办理`
        : `县级 ${settledBy ?? ''}未采纳${because}`;
    case null:
      return '待处理';
  }
}
