import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { EmptyState } from '@renderer/components/empty-state';
import { ListDrawer, type OpenedList } from '@renderer/components/list-drawer';
import { Page } from '@renderer/components/page';
import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useTable } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import type { ExportFormat } from '@renderer/workers/export/client';
import { reportDefinitions } from '@shared/export/report-definitions';
import type { ReportTable } from '@shared/export/report-model';
import { toHtml } from '@shared/export/to-html';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { printHtml } from './print-html';
import { ReportControls } from './report-controls';
import { keepStyle, loadStyle, type ReportStyle } from './report-options';
import { previewRowLimit, ReportPreview } from './report-preview';
import classes from './reports.module.css';
import { saveReport } from './save-report';
import { useReport } from './use-report';

/** 报表: the list of official tables, and the chosen one as it will be printed. */
export function ReportsPage() {
  const office = useOffice();
  const units = useTable('units');
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

function Reports({ homeOrgUnitId }: { readonly homeOrgUnitId: string }) {
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate();
  const [style, setStyle] = useState(() => loadStyle(platform.preferences));
  const code = search.table ?? 'F2';
  const scopeOrgUnitId = search.scope ?? homeOrgUnitId;
  const table = useReport({ code, scopeOrgUnitId, style });
  const changeStyle = (next: ReportStyle) => {
    keepStyle(platform.preferences, next);
    setStyle(next);
  };
  return (
    <Page title="报表" state={stateOf(table)} action={<ReportActions table={table} />}>
      <div className={classes['layout']}>
        <ReportList current={code} scope={search.scope} />
        <div className={classes['right']}>
          <ReportControls
            scopeOrgUnitId={scopeOrgUnitId}
            onScope={(scope) => {
              navigate({ to: '/reports', search: { ...search, scope } }).catch(() => {});
            }}
            style={style}
            onStyle={changeStyle}
          />
          <Preview table={table} />
        </div>
      </div>
    </Page>
  );
}

function stateOf(table: ReportTable): string {
  const count = table.rows.length;
  const part = count > previewRowLimit ? `，这里显示前 ${previewRowLimit} 行，打印和保存时全部输出` : '';
  return `${table.title}，共 ${count} 行，数据截至 ${table.reportedOn}${part}。`;
}

function ReportList({ current, scope }: { readonly current: string; readonly scope: string | undefined }) {
  return (
    <nav aria-label="报表目录">
      <ul className={classes['list']}>
        {reportDefinitions.map(({ code, name, purpose }) => (
          <li key={code}>
            <Link
              to="/reports"
              search={{ table: code, ...(scope === undefined ? {} : { scope }) }}
              className={classes['item']}
              aria-current={code === current ? 'page' : undefined}
            >
              <span className={classes['name']}>{name}</span>
              <span className={classes['purpose']}>{purpose}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Preview({ table }: { readonly table: ReportTable }) {
  const { relations, asOf } = useFacts();
  const [opened, setOpened] = useState<{ title: string; unitIds: readonly string[] } | null>(null);
  const openUnits = useCallback(
    (title: string, unitIds: readonly string[]) => setOpened({ title, unitIds }),
    [],
  );
  const list = useMemo((): OpenedList | null => {
    if (!opened) return null;
    const { units, orgUnits } = relations.documents;
    const rows = opened.unitIds.map((id) => ({
      id,
      name: units.get(id)?.name ?? '已删除的单位',
      place: orgUnits.get(units.get(id)?.townshipId ?? '')?.name ?? '',
      detail: '',
      link: { to: '/ledger/units/$unitId', params: { unitId: id } } as const,
    }));
    return { title: opened.title, measure: '户', asOf, rows };
  }, [opened, relations, asOf]);
  return (
    <div className={classes['preview']}>
      <ReportPreview table={table} onOpenUnits={openUnits} />
      {list && <ListDrawer list={list} onClose={() => setOpened(null)} />}
    </div>
  );
}

function ReportActions({ table }: { readonly table: ReportTable }) {
  const [writing, setWriting] = useState<ExportFormat | null>(null);
  const running = useRef<AbortController>(null);
  const save = async (format: ExportFormat) => {
    running.current = new AbortController();
    setWriting(format);
    const outcome = await saveReport(table, format, running.current.signal);
    setWriting(null);
    if (outcome.kind === 'saved')
      notifications.show({ color: 'green', title: '已保存', message: outcome.fileName });
    if (outcome.kind === 'failed')
      notifications.show({
        color: 'red',
        title: '没有保存',
        message: outcome.problem.text,
        autoClose: false,
      });
  };
  if (writing !== null)
    return (
      <Button variant="default" onClick={() => running.current?.abort()}>
        正在生成文件，点此取消
      </Button>
    );
  return (
    <>
      <Button variant="default" onClick={() => printHtml(toHtml(table))}>
        打印
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">其他格式</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save('csv')}>CSV 文本表格</Menu.Item>
          <Menu.Item onClick={() => save('html')}>网页文件(可打印)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => save('xlsx')}>保存 Excel</Button>
    </>
  );
}
