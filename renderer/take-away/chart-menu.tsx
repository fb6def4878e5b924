/** 带走: a chart as picture, workbook or paper, each saying what it is about, of which day, and who counted. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChartTakeAwayContext, type TakenChart } from '@renderer/components/chart-take-away';
import { printHtml } from '@renderer/platform/print-html';
import { chartTable } from '@shared/export/chart-table';
import { datedFileName } from '@shared/export/file-name';
import { toHtml } from '@shared/export/to-html';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { saveReport, tell } from './save-table';
import { copyPicture, savePicture, takePicture } from './take-picture';

/** What every chart of a page is about. */
export interface PageCaption {
  readonly place: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Who counted, and how current it is. */
  readonly source: string;
}
const PageCaptionContext = createContext<PageCaption | null>(null);

/** Charts inside can be taken away. */
export function TakeAway({ place, asOf, source, children }: PageCaption & { readonly children: ReactNode }) {
  const caption = useMemo(() => ({ place, asOf, source }), [place, asOf, source]);
  return (
    <PageCaptionContext value={caption}>
      <ChartTakeAwayContext value={ChartMenu}>{children}</ChartTakeAwayContext>
    </PageCaptionContext>
  );
}

async function copy(chart: TakenChart, page: PageCaption): Promise<void> {
  const outcome = await copyPicture(pictureOf(chart, page), fileNameOf(chart, page));
  if (outcome === 'copied')
    notifications.show({ color: 'green', title: '已复制', message: '在 WPS、Word 或微信里粘贴即可。' });
  else tell(outcome);
}

const pictureOf = ({ title, note, picture }: TakenChart, { place, asOf, source }: PageCaption) =>
  takePicture(picture(), {
    title: title.startsWith(place) ? title : `${place}　${title}`,
    about: [`时点 ${asOf}`, ...(note === undefined ? [] : [note])].join('；'),
    source: `来源：${source}`,
  });

const fileNameOf = ({ title }: TakenChart, { place, asOf }: PageCaption): string =>
  datedFileName({ title, place, asOf });

const tableOf = ({ title, note, table }: TakenChart, page: PageCaption) =>
  chartTable({ ...page, title, note: note ?? null, columns: table.columns, rows: table.rows });

function print(chart: TakenChart, page: PageCaption): void {
  const table = tableOf(chart, page);
  const picture = takePicture(chart.picture(), null);
  printHtml(toHtml(table, picture?.svg), fileNameOf(chart, page)).catch(() => {});
}

function ChartMenu(chart: TakenChart) {
  const page = useContext(PageCaptionContext);
  if (page === null) return null;
  const name = () => fileNameOf(chart, page);
  const save = (format: 'png' | 'svg') => void savePicture(pictureOf(chart, page), name(), format).then(tell);
  const write = (format: 'xlsx' | 'csv') => void saveReport(tableOf(chart, page), format).then(tell);
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Button size="compact-xs" variant="default" aria-label={`带走：${chart.title}`}>
          带走
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copy(chart, page)}>复制为图片</Menu.Item>
        <Menu.Item onClick={() => save('png')}>保存图片（PNG）</Menu.Item>
        <Menu.Item onClick={() => save('svg')}>保存图片（SVG，可放大）</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => write('xlsx')}>保存 Excel</Menu.Item>
        <Menu.Item onClick={() => write('csv')}>保存文本表格（CSV）</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => print(chart, page)}>打印</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
