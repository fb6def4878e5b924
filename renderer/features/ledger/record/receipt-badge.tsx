import type { StateName } from '@renderer/components/palette';
import { formatInstant } from '@renderer/data/format-value';
import { useReceiptOf, useSyncPart } from '@renderer/sync/status/react';
import type { Receipt } from '@renderer/sync/status/receipt';
import { receiptText } from '../tables/receipt-column';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';
import { StateBadge } from '../unit/state-badge';

const states: Readonly<Record<Receipt['state'], StateName>> = {
  unsent: 'soon',
  sent: 'info',
  received: 'good',
};

interface ReceiptBadgeProps {
  readonly table: LedgerTable;
  readonly document: LedgerDocumentOf;
}

/** How far this record has come on its way to the county; nothing where there is no county. */
export function ReceiptBadge({ table, document }: ReceiptBadgeProps) {
  const link = useSyncPart((status) => status.link);
  const receipt = useReceiptOf()(table, document);
  if (link === 'alone' || receipt === null) return null;
  const title =
    receipt.state === 'received' && receipt.at !== null
      ? `县级收到时间 ${formatInstant(receipt.at)}`
      : '连上县级后自动上报';
  return (
    <span title={title}>
      <StateBadge state={states[receipt.state]}>{receiptText(receipt)}</StateBadge>
    </span>
  );
}
