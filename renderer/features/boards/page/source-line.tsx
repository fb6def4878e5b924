import { useInsightSource } from '@renderer/data/insights/react';
import { useObservable } from '@renderer/data/react';
import { useBoard } from './board-context';
import classes from './boards.module.css';

const timeText = (instant: string): string =>
  new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });

/** Who counts, and how current the last answer was; null = nothing was answered yet. */
export function useSourceText(): string | null {
  const source = useInsightSource();
  const position = useObservable(source.position);
  if (source.kind === 'register') return '本机台账即时计算';
  return position && `县级数据截至 ${timeText(position.at)}，第 ${position.through} 号变更`;
}

/** Who counted these numbers, and how current they are. */
export function SourceLine() {
  const position = useObservable(useInsightSource().position);
  const text = useSourceText();
  const { asOf } = useBoard();
  if (text === null) return <p className={classes['source']}>正在向县级取数…</p>;
  const { seq, through, isSettled } = position ?? { seq: 0, through: 0, isSettled: true };
  return (
    <p className={classes['source']}>
      {text}，时点 {asOf}
      {!isSettled && <strong>（还有 {Math.max(1, seq - through)} 号正在计入，稍后自动更新）</strong>}
    </p>
  );
}
