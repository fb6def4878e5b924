import { useInsightSource } from '@renderer/data/insights/react';
import { useObservable } from '@renderer/data/react';
import { useBoard } from './board-context';
import classes from './boards.module.css';

const timeText = (instant: string): string =>
  new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });

/** Who counted these numbers, and how current they are. */
export function SourceLine() {
  const source = useInsightSource();
  const position = useObservable(source.position);
  const { asOf } = useBoard();
  const day = `时点 ${asOf}`;
  if (source.kind === 'register') return <p className={classes['source']}>本机台账即时计算，{day}</p>;
  if (position === null) return <p className={classes['source']}>正在向县级取数…</p>;
  const { seq, through, isSettled, at } = position;
  return (
    <p className={classes['source']}>
      县级数据截至 {timeText(at)}，第 {through} 号变更，{day}
      {!isSettled && <strong>（还有 {Math.max(1, seq - through)} 号正在计入，稍后自动更新）</strong>}
    </p>
  );
}
