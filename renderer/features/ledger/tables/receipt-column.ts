/** 上报情况 of each record: the same column for every table, hidden until somebody asks for it. */
import type { CellTone, GridColumn } from '@renderer/components/data-grid/grid-types';
import { type Receipt, receiptLabels } from '@renderer/sync/status/receipt';
import type { LedgerDocumentOf, LedgerRow } from './table-model';

const tones: Readonly<Record<Receipt['state'], CellTone>> = {
  unsent: 'warning',
  sent: 'info',
  received: 'good',
};
const options = (['unsent', 'sent', 'received'] as const).map((value) => ({
  value,
  label: receiptLabels[value],
}));

export function receiptColumn(
  receiptOf: (document: LedgerDocumentOf) => Receipt | null,
): GridColumn<LedgerRow> {
  return {
    id: 'receipt',
    label: '上报情况',
    group: '上报',
    kind: { type: 'choice', options },
    value: ({ document }) => receiptOf(document)?.state ?? null,
    display: (_value, { document }) => receiptText(receiptOf(document)),
    tone: ({ document }) => {
      const receipt = receiptOf(document);
      return receipt === null ? null : tones[receipt.state];
    },
    width: 160,
    isHiddenAtFirst: true,
    hint: '县级收下后给每条记录一个号，作为收到的凭据',
  };
}

/** 县级已收 第1024号. Empty for what needs no receipt. */
export function receiptText(receipt: Receipt | null): string {
  if (receipt === null) return '';
  const label = receiptLabels[receipt.state];
  return receipt.state === 'received' ? `${label} 第${receipt.seq}号` : label;
}
