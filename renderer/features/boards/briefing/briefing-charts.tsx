/**
 * The charts of a briefing, drawn beside the screen at the width of the paper and read as soon as they stand still:
 * the same parts as on the boards, so a briefing never shows another chart than they do.
 */
import { ChartTakeAwayContext, type TakenChart } from '@renderer/components/chart-take-away';
import type { SvgPicture } from '@renderer/take-away/picture/compose-picture';
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

/** A chart that says it has nothing to draw is null; 'failed': the numbers of some chart could not be had. */
type Look = ChartPictures<BriefingChart> | 'waiting' | 'failed';

function look(places: Places): Look {
  const pictures: [BriefingChart, SvgPicture | null][] = [];
  for (const chart of briefingCharts) {
    const element = places.get(chart)?.() ?? null;
    if (element === null || element.querySelector('[role=status] [role=progressbar]')) return 'waiting';
    if (element.querySelector('[role=status]')) return 'failed';
    const isEmpty = element.querySelector('[data-empty]') !== null;
    const picture = isEmpty ? null : takePicture(element, null);
    if (picture === null && !isEmpty) return 'waiting';
    pictures.push([chart, picture]);
  }
  // Every chart is there: the list was gone through to its end.
  return Object.fromEntries(pictures) as ChartPictures<BriefingChart>;
}

interface BriefingChartsProps {
  readonly group: SumsGroup | undefined;
  /** One of the two is called, once. */
  readonly onDrawn: (pictures: ChartPictures<BriefingChart>) => void;
  readonly onFailed: () => void;
}

export function BriefingCharts({ group, onDrawn, onFailed }: BriefingChartsProps) {
  const places = useRef<Places>(new Map()).current;
  const tell = useRef({ onDrawn, onFailed });
  useEffect(() => {
    tell.current = { onDrawn, onFailed };
  });
  useEffect(() => {
    let before = '';
    const timer = setInterval(() => {
      const found = look(places);
      const seen = JSON.stringify(found);
      const isStill = seen === before;
      before = seen;
      if (found === 'waiting' || !isStill) return;
      clearInterval(timer);
      if (found === 'failed') tell.current.onFailed();
      else tell.current.onDrawn(found);
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
