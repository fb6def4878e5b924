/** 看板: the same boards for a township over its own register and for the county over everything it has received. */
import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { useFacts } from '@renderer/data/figures/react';
import { TakeAway } from '@renderer/take-away/chart-menu';
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { CoverageBoard } from '../coverage-rates/coverage-board';
import { OverviewBoard } from '../overview/overview-board';
import { RoomListDrawer } from '../overview/room-list-drawer';
import { QualityBoard } from '../quality/quality-board';
import { SixBoard } from '../six/six-board';
import { TargetsBoard } from '../targets/targets-board';
import { TeamBoard } from '../team/team-board';
import { WallButton } from '../wall/wall-button';
import { BoardContext, useBoardOfAddress } from './board-context';
import { type BoardName, boardNames, boardOf, boards } from './board-names';
import classes from './boards.module.css';
import type { BoardsSearch } from './boards-search';
import { MarkListDrawer } from './mark-list-drawer';
import { PlacePath } from './place-path';
import { SourceLine, useSourceText } from './source-line';

const contents: Readonly<Record<BoardName, ComponentType>> = {
  overview: OverviewBoard,
  coverage: CoverageBoard,
  six: SixBoard,
  targets: TargetsBoard,
  team: TeamBoard,
  quality: QualityBoard,
};

/** The place and the day of comparison stay from board to board. */
function Tabs({ search: { place, against } }: { readonly search: BoardsSearch }) {
  return (
    <nav className={classes['tabs']} aria-label="看板">
      {boardNames.map((name) => (
        <Link
          key={name}
          to="/boards/$board"
          params={{ board: name }}
          search={{
            ...(place === undefined ? {} : { place }),
            ...(against === undefined ? {} : { against }),
          }}
          activeOptions={{ includeSearch: false }}
          className={classes['tab']}
        >
          {boards[name]}
        </Link>
      ))}
    </nav>
  );
}

export function BoardsPage() {
  const board = useBoardOfAddress();
  const { facts } = useFacts();
  const name = boardOf(useParams({ from: '/boards/$board' }).board);
  const Content = contents[name];
  const source = useSourceText() ?? '县级数据';
  if (facts.size === 0)
    return (
      <Page title="看板" state="台账里还没有单位。">
        <EmptyState
          icon="chart"
          title="录入单位后，这里显示覆盖、六有、目标和队伍的情况"
          hint="从现有的 Excel、WPS 台账导入最快，也可以在台账里逐户新建。"
          action={<Button renderRoot={(props) => <Link to="/import" {...props} />}>导入台账</Button>}
        />
      </Page>
    );
  return (
    <BoardContext value={board}>
      <Page
        title={`看板：${boards[name]}`}
        state={<PlacePath />}
        action={
          <>
            <SourceLine />
            <WallButton place={board.place} />
          </>
        }
        layout="scroll"
      >
        <div className={classes['page']}>
          <Tabs search={board.search} />
          <TakeAway place={board.place.name} asOf={board.asOf} source={source}>
            <Content />
          </TakeAway>
        </div>
        <MarkListDrawer />
        <RoomListDrawer />
      </Page>
    </BoardContext>
  );
}
