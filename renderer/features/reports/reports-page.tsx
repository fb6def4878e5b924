import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { ListDrawer } from '@renderer/components/list-drawer';
import { Page } from '@renderer/components/page';
import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useTable } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import { useSyncStatus } from '@renderer/sync/status/react';
import type { ReportTable } from '@shared/export/report-model';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { type Figure, listOf } from './behind-figure';
import { type CellTarget, previewOf, previewRowLimit } from './preview-table';
import type { PreviewZoom } from './preview-zoom';
import { ReportActions } from './report-actions';
import { ReportControls } from './report-controls';
import { ReportList } from './report-list';
import { keepStyle, keepZoom, loadStyle, loadZoom } from './report-options';
import { ReportPreview } from './report-preview';
import classes from './reports.module.css';
import { useOpenDocument } from './use-open-document';
import { useReport, useReportInput } from './use-report';

/** 报表: the list of official tables, and the chosen one as it will be printed. */
export function ReportsPage() {
  const office = useOffice();
  const units = useTable('units');
  const { partial } = useSyncStatus();
  if (units.length === 0 && partial !== null)
    return (
      <Page title="报表">
        <EmptyState icon="exchange" title="正在等县级的台账" hint="收到单位以后，八张表在这里自动生成。" />
      </Page>
    );
  if (!office || units.length === 0)
    return (
      <Page title="报表">
        <EmptyState
          icon="report"
          title="还没有可以填报的数据"
          hint="导入原来的台账或录入单位后，双覆盖统计表等八张表会在这里自动生成。"
          action={
            <Button component={Link} to="/import">
              导入台账
            </Button>
          }
        />
      </Page>
    );
  return <Reports homeOrgUnitId={office.homeOrgUnitId} />;
}

/** A choice kept on this device. */
function useKept<T>(
  load: (from: typeof platform.preferences) => T,
  keep: (to: typeof platform.preferences, value: T) => void,
) {
  const [value, setValue] = useState(() => load(platform.preferences));
  const change = (next: T) => {
    keep(platform.preferences, next);
    setValue(next);
  };
  return [value, change] as const;
}

function Reports({ homeOrgUnitId }: { readonly homeOrgUnitId: string }) {
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate();
  const [style, setStyle] = useKept(loadStyle, keepStyle);
  const [zoom, setZoom] = useKept(loadZoom, keepZoom);
  const { relations, isRecounting } = useFacts();
  // An old link may name a place that is no longer there.
  const isKnown = search.scope !== undefined && relations.documents.orgUnits.has(search.scope);
  const scopeOrgUnitId = isKnown && search.scope !== undefined ? search.scope : homeOrgUnitId;
  const code = search.table ?? 'F2';
  const input = useReportInput(scopeOrgUnitId, style);
  const table = useReport(code, input);
  return (
    <Page
      title="报表"
      state={isRecounting ? '正在按新的时点重算…' : stateOf(table)}
      action={<ReportActions table={table} input={input} />}
    >
      <div className={classes['layout']}>
        <ReportList current={code} scope={search.scope} />
        <div className={classes['right']}>
          <ReportControls
            scopeOrgUnitId={scopeOrgUnitId}
            onScope={(scope) => {
              navigate({ to: '/reports', search: { ...search, scope } }).catch(() => {});
            }}
            style={style}
            onStyle={setStyle}
            zoom={zoom}
            onZoom={setZoom}
          />
          <OpenablePreview table={table} scopeOrgUnitId={scopeOrgUnitId} zoom={zoom} />
        </div>
      </div>
    </Page>
  );
}

function stateOf({ title, rows, reportedOn }: ReportTable): string {
  if (rows.length === 0) return `${title}：${reportedOn}没有符合的记录。`;
  const part = rows.length > previewRowLimit ? `，预览只列前 ${previewRowLimit} 行，打印和保存是全部` : '';
  return `${title}，共 ${rows.length} 行，数据截至 ${reportedOn}${part}。`;
}

interface OpenablePreviewProps {
  readonly table: ReportTable;
  readonly scopeOrgUnitId: string;
  readonly zoom: PreviewZoom;
}

/** Figures open the list of units behind them, names open what they name. */
function OpenablePreview({ table, scopeOrgUnitId, zoom }: OpenablePreviewProps) {
  const view = useFacts();
  const { canOpen, open } = useOpenDocument(scopeOrgUnitId);
  const [figure, setFigure] = useState<Figure | null>(null);
  const preview = useMemo(() => previewOf(table, canOpen), [table, canOpen]);
  const onOpen = useCallback(
    (target: CellTarget) => (target.kind === 'units' ? setFigure(target) : open(target.id)),
    [open],
  );
  const list = useMemo(() => (figure ? listOf(figure, view) : null), [figure, view]);
  return (
    <div className={classes['preview']}>
      <ReportPreview preview={preview} zoom={zoom} onOpen={onOpen} />
      {list && <ListDrawer list={list} onClose={() => setFigure(null)} />}
    </div>
  );
}
