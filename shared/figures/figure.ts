/** A printed number with everything that is needed to trust it: what was divided by what, when, by which rules. */

/** Figures that count parks, buildings and streets, not units. */
export const siteFigureIds = ['C14', 'C15'] as const;
export type SiteFigureId = (typeof siteFigureIds)[number];
export const isSiteFigure = (id: string): id is SiteFigureId =>
  (siteFigureIds as readonly string[]).includes(id);

/** Figures whose base is records that belong to units: 在岗指导员、联络员, and the organizations whose seat they are. */
export const recordFigureIds = ['C13b', 'C18'] as const;
export type RecordFigureId = (typeof recordFigureIds)[number];
export const isRecordFigure = (id: string): id is RecordFigureId => id === 'C13b' || id === 'C18';

/** Ids of domain reference C. A suffix names a variant (C1s 严格口径) or a part (C9a, C6b). */
export const figureIds = [
  'C1',
  'C1s',
  'C2',
  'C3',
  'C3r',
  'C3e',
  'C4',
  'C5',
  'C5s',
  'C6',
  'C6b',
  'C6c',
  'C7',
  'C8',
  'C9a',
  'C9b',
  'C10',
  'C11',
  'C12',
  'C13',
  'C13b',
  'C14',
  'C15',
  'C16',
  'C17',
  'C18',
  'C19',
  'C20',
  'C20b',
  'C21',
] as const;
export type FigureId = (typeof figureIds)[number];

export interface Counted {
  readonly numerator: number;
  /** 0 prints as "—", never as 0 %. */
  readonly denominator: number;
}

export interface Figure extends Counted {
  readonly id: FigureId;
  /** What the denominator counts, in Chinese; printed beside every rate. */
  readonly base: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly ruleSetVersion: string;
}
