/** What a clerk chooses before a table is built, kept on this device between visits. */
import type { Preferences } from '@renderer/platform/platform';
import { type ReportCode, reportCodes } from '@shared/export/report-model';
import type { SignStyle } from '@shared/export/words';
import { z } from 'zod';
import { type PreviewZoom, previewZooms } from './preview-zoom';

const stored = z.object({ signs: z.enum(['√×', '是否']), isMasked: z.boolean() });
export type ReportStyle = z.infer<typeof stored>;

const styleKey = 'reports.style';
const zoomKey = 'reports.zoom';
const standard: ReportStyle = { signs: '√×' satisfies SignStyle, isMasked: false };

export function loadStyle(preferences: Preferences): ReportStyle {
  const text = preferences.get(styleKey);
  if (text === null) return standard;
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return standard;
  }
}

export const keepStyle = (preferences: Preferences, style: ReportStyle): void =>
  preferences.set(styleKey, JSON.stringify(style));

export const loadZoom = (preferences: Preferences): PreviewZoom => asZoom(preferences.get(zoomKey));

export const keepZoom = (preferences: Preferences, zoom: PreviewZoom): void => preferences.set(zoomKey, zoom);

/** Any text that names no zoom means the whole sheet. */
export const asZoom = (text: string | null): PreviewZoom =>
  previewZooms.find(({ value }) => value === text)?.value ?? 'fit';

/** In the address, so that a link opens the same table. */
export interface ReportsSearch {
  readonly table?: ReportCode;
  readonly scope?: string;
}

export function parseReportsSearch(search: Record<string, unknown>): ReportsSearch {
  const table = reportCodes.find((code) => code === search['table']);
  const scope = typeof search['scope'] === 'string' ? search['scope'] : undefined;
  return { ...(table ? { table } : {}), ...(scope === undefined ? {} : { scope }) };
}
