/** What can go wrong when a table is written to a file or a page. */
import { catalogue } from './problem';

export const exportProblems = catalogue('export', {
  /** Retry helps after a lack of memory; another format helps when one writer is at fault. */
  notWritten: {
    severity: 'error',
    text: ({ title }: { title: string; reason: string }) =>
      `“${title}”没有生成文件，台账数据不受影响。请关闭一些窗口后再试；仍不行时换一种格式保存。`,
  },
  /** The chart was still being drawn, or the browser has no memory for it. */
  noPicture: {
    severity: 'error',
    text: ({ title }: { title: string; reason: string }) =>
      `“${title}”没有生成图片。请等图画完后再试；仍不行时改存 Excel。`,
  },
});
