/** 大屏: boards one after the other on a screen nobody sits at. The county's news arrives while people watch. */
import { EmptyState } from '@renderer/components/empty-state';
import { usePageKeys } from '@renderer/components/use-page-keys';
import { useFacts } from '@renderer/data/figures/react';
import { useRegister } from '@renderer/data/react';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Board, BoardContext, useBoard, useBoardAt } from '../page/board-context';
import { type BoardName, boards } from '../page/board-names';
import { type Rotation, useRotation } from './use-rotation';
import {
  fillScreen,
  stageHeight,
  useAwakeScreen,
  useEndOfFullScreen,
  useSomebodyThere,
  useStage,
} from './use-screen';
import classes from './wall.module.css';
import { choiceOf, rememberChoice, rememberedChoice, type WallChoice } from './wall-choice';
import { wallScenes } from './wall-scenes';
import { WallStatus } from './wall-status';

const route = getRouteApi('/wall');

/** The colours and sizes of the wall hold for the whole page while it is on. */
function useWallLook(): void {
  useEffect(() => {
    document.documentElement.dataset['wall'] = 'on';
    document.title = '大屏 · 两新台账';
    return () => {
      delete document.documentElement.dataset['wall'];
    };
  }, []);
}

/** Points of the stage by which everything moves once a minute, so that no line burns in. */
const shifts = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
] as const;

function useMinute(): Date {
  const register = useRegister();
  const [now, setNow] = useState(() => new Date(register.now()));
  useEffect(() => {
    const clock = setInterval(() => setNow(new Date(register.now())), 1000 * 5);
    return () => clearInterval(clock);
  }, [register]);
  return now;
}

const clockText = (now: Date): string =>
  now.toLocaleString('zh-CN', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  });

/** The scene that is on, and its neighbours, ready but unseen: nothing is waited for when they come. */
function Scenes({ scenes, at }: { readonly scenes: readonly BoardName[]; readonly at: number }) {
  const near = new Set([-1, 0, 1].map((step) => scenes[(at + step + scenes.length) % scenes.length]));
  return (
    <div className={classes['scenes']}>
      {scenes
        .filter((name) => near.has(name))
        .map((name) => {
          const Scene = wallScenes[name];
          return (
            <main key={name} className={classes['scene']} data-on={name === scenes[at]}>
              <Scene />
            </main>
          );
        })}
    </div>
  );
}

interface WallProps {
  readonly choice: WallChoice;
  readonly rotation: Rotation;
  readonly onLeave: () => void;
}

function Wall({ choice, rotation, onLeave }: WallProps) {
  const { place } = useBoard();
  const { facts } = useFacts();
  const stage = useStage();
  const now = useMinute();
  const { at, isPaused, go, togglePause } = rotation;
  const isThere = useSomebodyThere();
  useWallLook();
  useAwakeScreen();
  useEndOfFullScreen(onLeave);
  usePageKeys({
    Escape: onLeave,
    ' ': togglePause,
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
    f: fillScreen,
  });
  const name = choice.scenes[at] ?? 'overview';
  const [x, y] = shifts[now.getMinutes() % shifts.length] ?? shifts[0];
  return (
    <div className={classes['wall']} data-rest={!isThere}>
      <div
        className={classes['stage']}
        style={{
          width: stage.width,
          height: stageHeight,
          transform: `translate(-50%, -50%) scale(${stage.scale}) translate(${x}px, ${y}px)`,
        }}
      >
        <header className={classes['head']}>
          <h1>
            {place.name} {boards[name]}
          </h1>
          <time>{clockText(now)}</time>
        </header>
        {facts.size === 0 ? (
          <EmptyState icon="chart" title="台账里还没有单位" hint="录入或收到单位后，这里自动显示。" />
        ) : (
          <Scenes scenes={choice.scenes} at={at} />
        )}
        <footer className={classes['foot']}>
          <WallStatus />
          {isThere && <p className={classes['keys']}>空格 暂停或继续　← → 换屏　F 全屏　Esc 退出</p>}
          <p className={classes['turn']}>
            {isPaused && '已暂停 '}
            {at + 1}/{choice.scenes.length}
          </p>
        </footer>
      </div>
    </div>
  );
}

export function WallPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [before] = useState(rememberedChoice);
  // Whoever looks after the wall's computer sends another address to it: the wall follows.
  const choice = useMemo(() => choiceOf(search, before), [search, before]);
  const rotation = useRotation(choice.scenes.join('.'), choice.scenes.length, choice.seconds);
  const name = choice.scenes[rotation.at] ?? 'overview';
  const place = useMemo(() => (choice.place === '' ? {} : { place: choice.place }), [choice]);
  useEffect(() => rememberChoice(choice), [choice]);
  // Whoever presses a figure wants to know more: that is what the board of the scene is for.
  const change = useCallback<Board['change']>(
    (next) => {
      const kept = Object.entries({ ...place, ...next }).filter(([, value]) => value !== undefined);
      navigate({ to: '/boards/$board', params: { board: name }, search: Object.fromEntries(kept) }).catch(
        () => {},
      );
    },
    [navigate, name, place],
  );
  const leave = () => change({});
  return (
    <BoardContext value={useBoardAt(place, change)}>
      <Wall choice={choice} rotation={rotation} onLeave={leave} />
    </BoardContext>
  );
}
