/**
 * The charts of a briefing, drawn beside the screen at the width of the paper and read as soon as they stand still:
 * the same parts as on the boards, so a briefing never shows another chart than they do.
 */
import { ChartTakeAwayContext, type TakenChart } from '@renderer/components/chart-take-away';
import { type ChartPictures, takePicture } from '@renderer/take-away/take-picture';
import { type BriefingChart, briefingCharts } from '@shared/export/briefing/briefing-model';
import type { SumsGroup } from '@shared/insights/messages';
import { createContext, useContext, useEffect, useRef } from 'react';
import { Composition } from '../coverage-rates/composition';
import { coverageSeries } from '../parts/figures';
import { RateTrend } from '../parts/rate-trend';
import { SixPanel } from '../parts/six-panel';
import classes from './briefing.module.css';

const betweenLooksMs = 120;

type Places = Map<BriefingChart, TakenChart['picture']>;
const CatchContext = createContext<{ readonly chart: BriefingChart; readonly places: Places } | null>(null);

/** Stands where the menu 带走 stands on a board, and remembers where the chart is. */
function Catcher({ picture }: TakenChart) {
  const caught = useContext(CatchContext);
  useEffect(() => {
    caught?.places.set(caught.chart, picture);
  });
  return null;
}

/** Pictures of all charts once none of them waits for anything; null before. */
function look(places: Places): ChartPictures<BriefingChart> | null {
  const pictures = briefingCharts.flatMap((chart) => {
    const element = places.get(chart)?.() ?? null;
    if (element?.querySelector('[role=status]')) return [];
    const picture = takePicture(element, null);
    return picture === null ? [] : [[chart, picture] as const];
  });
  if (pictures.length < briefingCharts.length) return null;
  // Every chart is there: as many as the list has, each from it.
  return Object.fromEntries(pictures) as ChartPictures<BriefingChart>;
}

interface BriefingChartsProps {
  readonly group: SumsGroup | undefined;
  /** Called once. */
  readonly onDrawn: (pictures: ChartPictures<BriefingChart>) => void;
}

export function BriefingCharts({ group, onDrawn }: BriefingChartsProps) {
  const places = useRef<Places>(new Map()).current;
  const tell = useRef(onDrawn);
  useEffect(() => {
    tell.current = onDrawn;
  });
  useEffect(() => {
    let before = '';
    const timer = setInterval(() => {
      const pictures = look(places);
      const seen = JSON.stringify(pictures);
      if (pictures !== null && seen === before) {
        clearInterval(timer);
        tell.current(pictures);
      }
      before = seen;
    }, betweenLooksMs);
    return () => clearInterval(timer);
  }, [places]);
  const charts: Readonly<Record<BriefingChart, React.ReactNode>> = {
    coverageTrend: <RateTrend title="三年走势" series={coverageSeries} />,
    composition: <Composition />,
    sixItems: <SixPanel title="六有各项" group={group} />,
  };
  return (
    <div className={classes['offPage']} inert>
      <ChartTakeAwayContext value={Catcher}>
        {briefingCharts.map((chart) => (
          <CatchContext key={chart} value={{ chart, places }}>
            {charts[chart]}
          </CatchContext>
        ))}
      </ChartTakeAwayContext>
    </div>
  );
}
