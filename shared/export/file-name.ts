/** Names of files people take away: what, of where, on which day, so that a folder of them sorts itself. */
import type { ReportTable } from './report-model';

/** Windows keeps these for devices, with any ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** A path on Windows has 260 signs, of which the folder takes some. */
const longestStem = 120;

/** A title as the name of a file on any system, without its ending. */
export function fileStem(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system of an office takes them.
  const plain = title.replace(/[\\/:*?"<>|\s\u0000-\u001f]+/g, ' ').trim();
  const stem = [...plain]
    .slice(0, longestStem)
    .join('')
    .replace(/[. ]+$/, '');
  return stem === '' ? '报表' : stem.replace(deviceName, '$1_');
}

export interface NamedFile {
  readonly title: string;
  /** Empty = of no place in particular. */
  readonly place: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** 组织覆盖_临川县_2026-11-21, without an ending. A title that begins with its place does not say it twice. */
export function datedFileName({ title, place, asOf }: NamedFile): string {
  const isTwice = place !== '' && title.startsWith(place) && title.length > place.length;
  const day = `_${asOf}`;
  const subject = [isTwice ? title.slice(place.length) : title, place]
    .filter((part) => part !== '')
    .join('_');
  return `${[...fileStem(subject)].slice(0, longestStem - day.length).join('')}${day}`;
}

export const tableFileName = ({
  title,
  reportingUnit,
  reportedOn,
}: Pick<ReportTable, 'title' | 'reportingUnit' | 'reportedOn'>): string =>
  datedFileName({ title, place: reportingUnit, asOf: reportedOn });
