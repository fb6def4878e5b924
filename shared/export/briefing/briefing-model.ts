/**
 * 分析简报 as plain data: the same blocks become the printed page and the Word file. Charts are named here and drawn by
 * whoever has a page; everything they say stands in words or a table beside them.
 */
export const briefingCharts = ['coverageTrend', 'composition', 'sixItems'] as const;
export type BriefingChart = (typeof briefingCharts)[number];

export interface BriefingColumn {
  readonly label: string;
  readonly align: 'left' | 'center' | 'right';
  /** Share of the width, beside those of the other columns. */
  readonly share: number;
}

export type BriefingBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly BriefingColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'chart';
      readonly chart: BriefingChart;
      readonly caption: string;
      /** Printed in its place where there is nothing to draw. */
      readonly empty: string;
    };

export interface BriefingSection {
  readonly heading: string;
  readonly blocks: readonly BriefingBlock[];
}

export interface Briefing {
  readonly title: string;
  readonly place: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Scope, days, rules, source, office, in this order. */
  readonly cover: readonly { readonly label: string; readonly text: string }[];
  readonly sections: readonly BriefingSection[];
}
