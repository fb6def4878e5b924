import { Button, Loader, Menu } from '@mantine/core';
import { askFirst } from '@renderer/components/ask-first';
import { useSyncStatus } from '@renderer/sync/status/react';
import { canSavePdf } from '@renderer/take-away/save-table';
import type { ReportInput } from '@shared/export/report-input';
import type { ReportTable } from '@shared/export/report-model';
import { useEffect, useRef } from 'react';
import classes from './reports.module.css';
import { type ReportWork, useReportWork } from './use-report-work';

interface ReportActionsProps {
  readonly table: ReportTable;
  readonly input: ReportInput;
}

/** Ctrl+P means the sheet, not the screen around it. @param print null while something else is under way */
function usePrintKey(print: (() => Promise<void>) | null): void {
  const latest = useRef(print);
  useEffect(() => {
    latest.current = print;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      latest.current?.().catch(() => {});
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** An official table of a register that is still being received would be a wrong one: asked first. */
function useWorkWhenComplete(): ReportWork {
  const work = useReportWork();
  const { partial } = useSyncStatus();
  const whenSure =
    <A extends readonly unknown[]>(run: (...given: A) => Promise<void>) =>
    async (...given: A) => {
      if (
        partial === null ||
        (await askFirst({ title: '台账还没有收全', text: partial.text, yes: '仍要出表' }))
      )
        await run(...given);
    };
  return {
    ...work,
    save: whenSure(work.save),
    saveAll: whenSure(work.saveAll),
    savePdf: whenSure(work.savePdf),
    print: whenSure(work.print),
  };
}

/** What becomes of the table: paper, a workbook, or another kind of file. */
export function ReportActions({ table, input }: ReportActionsProps) {
  const work = useWorkWhenComplete();
  usePrintKey(work.progress === null ? () => work.print(table) : null);
  if (work.progress !== null)
    return (
      <>
        <span className={classes['progress']} role="status">
          <Loader size="xs" aria-hidden />
          {work.progress}
        </span>
        <Button variant="default" onClick={work.cancel}>
          取消
        </Button>
      </>
    );
  return (
    <>
      <Button variant="default" onClick={() => work.print(table)}>
        打印
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">其他保存方式</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => work.saveAll(input)}>全部报表存为一个 Excel</Menu.Item>
          <Menu.Divider />
          <Menu.Label>只存这一张</Menu.Label>
          {canSavePdf && <Menu.Item onClick={() => work.savePdf(table)}>PDF 文件</Menu.Item>}
          <Menu.Item onClick={() => work.save(table, 'csv')}>文本表格（CSV）</Menu.Item>
          <Menu.Item onClick={() => work.save(table, 'html')}>网页文件（可打印）</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => work.save(table, 'xlsx')}>保存 Excel</Button>
    </>
  );
}
