/** The place in a chart's head where it can be taken away; what happens there is decided above, by the page. */
import { type ComponentType, createContext, useContext } from 'react';

export interface ChartCell {
  /** Ready to show. With `counted` it begins with the rate, or is "—". */
  readonly text: string;
  /** What a rate is made of. */
  readonly counted?: { readonly numerator: number; readonly denominator: number };
  /** Opens the list behind the number; absent where there is none. */
  readonly onOpen?: () => void;
}
export interface ChartTable {
  /** Headings, each different: the first is that of the row names. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly ChartCell[];
  }[];
}

export interface TakenChart {
  readonly title: string;
  readonly note?: string;
  readonly table: ChartTable;
  /** The chart as it stands on the page; null = not there. */
  readonly picture: () => HTMLElement | null;
}

/** null = nothing can be taken away here. */
export const ChartTakeAwayContext = createContext<ComponentType<TakenChart> | null>(null);

export function ChartTakeAway(chart: TakenChart) {
  const Menu = useContext(ChartTakeAwayContext);
  return Menu === null ? null : <Menu {...chart} />;
}
