import type { ComponentType } from 'react';
import type { BoardName } from '../page/board-names';
import { CoverageScene } from './scenes/coverage-scene';
import { OverviewScene } from './scenes/overview-scene';
import { QualityScene } from './scenes/quality-scene';
import { SixScene } from './scenes/six-scene';
import { TargetsScene } from './scenes/targets-scene';
import { TeamScene } from './scenes/team-scene';

export const wallScenes: Readonly<Record<BoardName, ComponentType>> = {
  overview: OverviewScene,
  coverage: CoverageScene,
  six: SixScene,
  targets: TargetsScene,
  team: TeamScene,
  quality: QualityScene,
};
