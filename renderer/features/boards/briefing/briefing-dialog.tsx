/** 分析简报: the page as it will be printed, then paper, PDF or a Word file to go on writing in. */
import { Button, Modal } from '@mantine/core';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { NoticeBox } from '@renderer/components/notice-box';
import { printHtml } from '@renderer/platform/print-html';
import { withStyleNonce } from '@renderer/platform/style-nonce';
import { canSavePdf, saveBriefing, savePdf, tell } from '@renderer/take-away/save-table';
import { type ChartPictures, pngsOf } from '@renderer/take-away/take-picture';
import type { Briefing, BriefingChart } from '@shared/export/briefing/briefing-model';
import { briefingToHtml } from '@shared/export/briefing/briefing-to-html';
import { datedFileName } from '@shared/export/file-name';
import type { SumsGroup } from '@shared/insights/messages';
import { useState } from 'react';
import { AnswerState } from '../parts/answer-state';
import classes from './briefing.module.css';
import { BriefingCharts } from './briefing-charts';
import { useBriefing } from './use-briefing';

/** 2026年7月1日 09:30. */
const nowInWords = (): string =>
  new Date().toLocaleString('zh-CN', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

interface Drawn {
  readonly briefing: Briefing;
  readonly pictures: ChartPictures<BriefingChart>;
}

function DrawnBriefing({ briefing, pictures }: Drawn) {
  const [isWriting, setWriting] = useState(false);
  const html = briefingToHtml(briefing, {
    coverageTrend: pictures.coverageTrend?.svg ?? null,
    composition: pictures.composition?.svg ?? null,
    sixItems: pictures.sixItems?.svg ?? null,
  });
  const saveWord = async () => {
    setWriting(true);
    tell(await saveBriefing(briefing, await pngsOf(pictures)));
    setWriting(false);
  };
  return (
    <>
      <div className={classes['tools']}>
        <Button onClick={() => void saveWord()} loading={isWriting}>
          保存 Word
        </Button>
        {canSavePdf && (
          <Button variant="default" onClick={() => void savePdf(datedFileName(briefing), html).then(tell)}>
            保存 PDF
          </Button>
        )}
        <Button variant="default" onClick={() => void printHtml(html, datedFileName(briefing))}>
          打印
        </Button>
        <span>
          {canSavePdf
            ? 'Word 文件可以接着修改。'
            : '打印时选“另存为 PDF”得到 PDF 文件；Word 文件可以接着修改。'}
        </span>
      </div>
      <iframe className={classes['paper']} title={`${briefing.title}预览`} srcDoc={withStyleNonce(html)} />
    </>
  );
}

/** What is shown stays as it was counted, also when the register changes meanwhile. */
function BriefingWork({ group }: { readonly group: SumsGroup | undefined }) {
  const [madeAt] = useState(nowInWords);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [isFailed, setFailed] = useState(false);
  const briefing = useBriefing(madeAt);
  if (drawn !== null) return <DrawnBriefing {...drawn} />;
  if (briefing.status === 'failed') return <AnswerState insight={briefing} />;
  if (isFailed)
    return (
      <NoticeBox tone="bad" title="简报里的图没有取到">
        <p>画图要的数没有取到，简报没有做成。请检查网络后再试。</p>
        <Button size="xs" variant="default" onClick={() => setFailed(false)}>
          重新取数
        </Button>
      </NoticeBox>
    );
  return (
    <>
      <LoadingScreen doing={briefing.status === 'loading' ? '正在汇总简报…' : '正在画简报里的图…'} />
      {briefing.status === 'ready' && (
        <BriefingCharts
          group={group}
          onFailed={() => setFailed(true)}
          onDrawn={(pictures) => setDrawn({ briefing: briefing.answer, pictures })}
        />
      )}
    </>
  );
}

interface BriefingDialogProps {
  /** The total of the day: the bars of 六有. */
  readonly group: SumsGroup | undefined;
  readonly onClose: () => void;
}

export function BriefingDialog({ group, onClose }: BriefingDialogProps) {
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title="分析简报"
      closeButtonProps={{ 'aria-label': '关闭' }}
      classNames={{ content: classes['dialog'] ?? '', body: classes['body'] ?? '' }}
    >
      <BriefingWork group={group} />
    </Modal>
  );
}
