/** What the county made of a report, in words. Pure. */
import { formatNumber } from '@shared/lib/format-number';
import type { EditAnswer } from '@shared/sync/messages';
import type { ImportedPackage } from '@shared/sync/package-messages';

export function countsText({
  accepted,
  conflicted,
  rejected,
  held,
  postponed,
}: ImportedPackage['counts']): string {
  const parts = [
    accepted > 0 && `收下 ${formatNumber(accepted)} 处`,
    conflicted > 0 && `冲突 ${formatNumber(conflicted)} 处（县级的值暂时保留，到“冲突”里处理）`,
    rejected > 0 && `退回 ${formatNumber(rejected)} 处（进乡镇的搁置箱）`,
    held > 0 && `代管 ${formatNumber(held)} 处（到“停用设备的改动”里办理）`,
    postponed > 0 &&
      `县级恢复过备份，${formatNumber(postponed)} 处这次没有收，乡镇导入回执包后重新导出就会带上`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '没有改动，只来领取新的数据。' : `${parts.join('；')}。`;
}

/** One word, and for refusals why. */
export function outcomeOf(answer: EditAnswer): { readonly word: string; readonly reason: string } {
  switch (answer.outcome) {
    case 'accepted':
      return { word: '已收', reason: '' };
    case 'conflicted':
      return { word: '冲突', reason: '' };
    case 'held':
      return { word: '代管', reason: '' };
    case 'rejected':
      return { word: '退回', reason: answer.problem.text };
  }
}
