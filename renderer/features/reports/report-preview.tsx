import { withStyleNonce } from '@renderer/platform/style-nonce';
import { toHtml } from '@shared/export/to-html';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { preparePage } from './preview-page';
import type { CellTarget, Preview } from './preview-table';
import { type PreviewZoom, zoomFactor } from './preview-zoom';
import classes from './reports.module.css';

interface ReportPreviewProps {
  readonly preview: Preview;
  readonly zoom: PreviewZoom;
  /** A figure or the name of a row was chosen. */
  readonly onOpen: (target: CellTarget) => void;
}

/** The table as it will lie on paper; every figure opens the units behind it. */
export function ReportPreview({ preview, zoom, onOpen }: ReportPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const html = useMemo(() => withStyleNonce(toHtml(preview.table)), [preview]);

  const applyZoom = useCallback(() => {
    // Between two pages the frame has none.
    const root = frame.current?.contentDocument?.documentElement;
    if (!frame.current || !root) return;
    const text = Number.parseFloat(getComputedStyle(document.body).fontSize);
    const factor = zoomFactor(zoom, preview.table, { room: frame.current.clientWidth, text });
    root.style.zoom = String(factor);
    root.dataset['zoom'] = zoom;
  }, [preview, zoom]);

  const prepare = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    preparePage(page, preview, onOpen);
    applyZoom();
  }, [preview, onOpen, applyZoom]);

  useEffect(() => {
    applyZoom();
    const watcher = new ResizeObserver(applyZoom);
    if (frame.current) watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, [applyZoom]);

  return (
    <iframe
      ref={frame}
      className={classes['frame']}
      title={`${preview.table.title}预览`}
      srcDoc={html}
      onLoad={prepare}
    />
  );
}
