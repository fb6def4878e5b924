/** The comparison with the county as a sheet of paper: what stands here, what stands there, and the digests of both. */
import { formatInstant } from '@renderer/data/format-value';
import type { Agreement } from '@renderer/sync/status/sync-status';
import { type CollectionName, collectionLabels } from '@shared/domain/collections';
import { buildTable } from '@shared/export/build-table';
import { serialColumn, sumColumn, textColumn, wordColumn } from '@shared/export/columns';
import type { ReportTable } from '@shared/export/report-model';
import { chinaDayOf } from '@shared/lib/day';

type Row = Agreement['collections'][number];

export const nameOfTable = (collection: string): string =>
  // A collection of a newer version keeps its own name.
  collectionLabels[collection as CollectionName] ?? collection;

export const isSameRow = (row: Row): boolean =>
  row.count === row.countyCount && row.digest === row.countyDigest;

export interface AgreementPlaces {
  readonly office: string;
  readonly device: string;
  readonly person: string;
  readonly serverUrl: string;
}

export function agreementTable(agreement: Agreement, places: AgreementPlaces): ReportTable {
  const title = '本机与县级数据核对单';
  return buildTable<Row>({
    frame: {
      code: null,
      title,
      sheetName: title,
      paper: 'A4',
      orientation: 'landscape',
      reportingUnit: places.office,
      reportedOn: chinaDayOf(agreement.at),
      memo: [
        `核对结果：${agreement.isAgreed ? '一致' : '不一致'}。核对时间（县级时钟）：${formatInstant(agreement.at)}，核对到第 ${agreement.through} 号。`,
        `总摘要：${agreement.digest}`,
        `设备：${places.device}。登录人：${places.person}。县级服务器：${places.serverUrl}`,
      ],
      foot: { filler: null, reviewer: null, phone: null },
      frozenColumns: 0,
    },
    columns: [
      serialColumn(),
      textColumn('台账', 18, ({ collection }) => nameOfTable(collection)),
      sumColumn('本机条数', 12, (row) => row.count),
      sumColumn('县级条数', 12, (row) => row.countyCount),
      textColumn('本机摘要', 36, (row) => row.digest),
      textColumn('县级摘要', 36, (row) => row.countyDigest),
      wordColumn('结果', 8, (row) => (isSameRow(row) ? '一致' : '不一致')),
    ],
    rows: agreement.collections,
    rowId: () => null,
    hasTotal: true,
  });
}
