/** Packages in the words of the office. Pure. */
import { formatInstant } from '@renderer/data/format-value';
import type { PackageStatus, TakenPackage } from '@renderer/sync/status/sync-status';
import { formatNumber } from '@shared/lib/format-number';
import { packageKindLabels } from '@shared/sync/packages/file-name';
import type { PackageHeader } from '@shared/sync/packages/package-file';

export type Line = readonly [label: string, value: string];

/** What a chosen file says of itself, to be looked at before it is imported. */
export function headerLines(header: PackageHeader): readonly Line[] {
  const { kind, number, madeAt, countyName, placeName, deviceName, answers, editCount } = header;
  return [
    ['种类', `${packageKindLabels[kind]} 第 ${number} 号`],
    ['来自', kind === 'report' ? `${placeName} · ${deviceName}` : `${countyName}（县级）`],
    ['交给', kind === 'report' ? `${countyName}（县级）` : `${placeName} · ${deviceName}`],
    ['制作时间', formatInstant(madeAt)],
    ['内容', contentOf(kind, answers, editCount)],
  ];
}

function contentOf(kind: PackageHeader['kind'], answers: number | null, editCount: number): string {
  if (kind === 'seed') return '县级现有的、这台电脑该看到的全部台账';
  if (kind === 'report') return `${formatNumber(editCount)} 处改动`;
  const received = editCount === 0 ? '' : `对 ${formatNumber(editCount)} 处改动的答复，`;
  return `答复第 ${answers ?? '—'} 号上报包：${received}以及县里和别处的新改动`;
}

/** What came of an import, in one or two sentences. */
export function takenText({ kind, answers, counts, isPostponed, unsentCount }: TakenPackage): string {
  if (kind === 'seed') return '首次数据包已导入，可以开始工作了。';
  const { accepted, conflicted, rejected, held } = counts;
  const parts = [
    accepted > 0 && `收下 ${formatNumber(accepted)} 处`,
    conflicted > 0 && `${formatNumber(conflicted)} 处有冲突，请到“冲突”里处理`,
    rejected > 0 && `${formatNumber(rejected)} 处没有收，原因在“搁置箱”里`,
    held > 0 && `${formatNumber(held)} 处由县级代管`,
  ].filter((part) => part !== false);
  const said = parts.length === 0 ? '没有要答复的改动' : parts.join('；');
  const left = isPostponed
    ? '县级恢复过备份，本机的改动请重新导出上报包。'
    : unsentCount > 0
      ? `还有 ${formatNumber(unsentCount)} 处是后来改的，下一个上报包会带上。`
      : '';
  return `第 ${answers ?? '—'} 号上报包，县级${said}。县里和别处的改动也收到了。${left}`;
}

/** Where the last report stands. */
export function standingOf({ exported, answered }: PackageStatus): string {
  if (exported === null) return '还没有导出过';
  if (answered !== null && answered.number >= exported.number) return '县级已答复';
  return '等县级的回执包';
}
