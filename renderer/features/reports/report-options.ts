/** What a clerk chooses before a table is built, kept on this device between visits. */
import type { Platform } from '@renderer/platform/platform';
import { type ReportCode, reportCodes } from '@shared/export/report-model';
import type { SignStyle } from '@shared/export/words';
import { z } from 'zod';

const stored = z.object({ signs: z.enum(['√×', '是否']), isMasked: z.boolean() });
export type ReportStyle = z.infer<typeof stored>;

const key = 'reports.style';
const standard: ReportStyle = { signs: '√×' satisfies SignStyle, isMasked: false };

export function loadStyle(preferences: Platform['preferences']): ReportStyle {
  const text = preferences.get(key);
  if (text === null) return standard;
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return standard;
  }
}

export const keepStyle = (preferences: Platform['preferences'], style: ReportStyle): void =>
  preferences.set(key, JSON.stringify(style));

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
