/**
 * All addresses of the ledger. Hash history works from any path and offline; heavy pages are loaded when they are
 * first opened. Search parameters are validated here, so a page never sees a damaged address.
 */
import { LoadingScreen } from '@renderer/components/loading-screen';
import { parseBoardsSearch } from '@renderer/features/boards/page/boards-search';
import { parseWallSearch } from '@renderer/features/boards/wall/wall-choice';
import { parseConflictsSearch } from '@renderer/features/conflicts/conflicts-search';
import { parseDutiesSearch } from '@renderer/features/duties/duties-search';
import { parseLedgerSearch, parseUnitDetailSearch } from '@renderer/features/ledger/page/ledger-search';
import { parseOverviewSearch } from '@renderer/features/overview/overview-search';
import { parseParkingSearch } from '@renderer/features/parking-bay/parking-search';
import { parseReportsSearch } from '@renderer/features/reports/report-options';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ErrorPage } from './shell/error-page';
import { NotFoundPage } from './shell/not-found-page';
import { Shell } from './shell/shell';

const parseSection = (search: Record<string, unknown>): { section?: string } =>
  typeof search['section'] === 'string' ? { section: search['section'] } : {};

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/overview' });
  },
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  validateSearch: parseOverviewSearch,
  component: lazyRouteComponent(() => import('@renderer/features/overview/overview-page'), 'OverviewPage'),
});

const boardsStart = createRoute({
  getParentRoute: () => root,
  path: '/boards',
  beforeLoad: () => {
    throw redirect({ to: '/boards/$board', params: { board: 'overview' } });
  },
});

const boards = createRoute({
  getParentRoute: () => root,
  path: '/boards/$board',
  validateSearch: parseBoardsSearch,
  component: lazyRouteComponent(() => import('@renderer/features/boards/page/boards-page'), 'BoardsPage'),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  validateSearch: parseWallSearch,
  component: lazyRouteComponent(() => import('./pages/wall-route'), 'WallRoute'),
});

const duties = createRoute({
  getParentRoute: () => root,
  path: '/duties',
  validateSearch: parseDutiesSearch,
  component: lazyRouteComponent(() => import('@renderer/features/duties/duties-page'), 'DutiesPage'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$table',
  validateSearch: parseLedgerSearch,
  component: lazyRouteComponent(() => import('@renderer/features/ledger/page/ledger-page'), 'LedgerPage'),
});

const unitDetail = createRoute({
  getParentRoute: () => root,
  path: '/ledger/units/$unitId',
  validateSearch: parseUnitDetailSearch,
  component: lazyRouteComponent(
    () => import('@renderer/features/ledger/unit/unit-detail-page'),
    'UnitDetailPage',
  ),
});

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('@renderer/features/import-wizard/import-page'), 'ImportPage'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: parseReportsSearch,
  component: lazyRouteComponent(() => import('@renderer/features/reports/reports-page'), 'ReportsPage'),
});

const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: lazyRouteComponent(() => import('@renderer/features/exchange/exchange-page'), 'ExchangePage'),
});

// Both ask for single values of records, with the inputs of the ledger.
const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/conflicts',
  validateSearch: parseConflictsSearch,
  component: lazyRouteComponent(() => import('./pages/conflicts-route'), 'ConflictsRoute'),
});

const parkingBay = createRoute({
  getParentRoute: () => root,
  path: '/parking-bay',
  validateSearch: parseParkingSearch,
  component: lazyRouteComponent(() => import('./pages/parking-bay-route'), 'ParkingBayRoute'),
});

const connect = createRoute({
  getParentRoute: () => root,
  path: '/connect',
  validateSearch: (search): { code?: string } =>
    typeof search['code'] === 'string' ? { code: search['code'] } : {},
  component: lazyRouteComponent(() => import('./pages/connect-route'), 'ConnectRoute'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('@renderer/features/account/account-page'), 'AccountPage'),
});

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  validateSearch: parseSection,
  component: lazyRouteComponent(
    () => import('@renderer/features/administration/administration-page'),
    'AdministrationPage',
  ),
});

const restore = createRoute({
  getParentRoute: () => root,
  path: '/restore',
  component: lazyRouteComponent(
    () => import('@renderer/features/settings/backup/restore-page'),
    'RestorePage',
  ),
});

const selfCheck = createRoute({
  getParentRoute: () => root,
  path: '/self-check',
  component: lazyRouteComponent(
    () => import('@renderer/features/settings/self-check/self-check-page'),
    'SelfCheckPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: parseSection,
  component: lazyRouteComponent(() => import('@renderer/features/settings/settings-page'), 'SettingsPage'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('@renderer/features/help/help-page'), 'HelpPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    overview,
    boardsStart,
    boards,
    wall,
    duties,
    ledger,
    unitDetail,
    importing,
    reports,
    exchange,
    conflicts,
    parkingBay,
    connect,
    account,
    administration,
    restore,
    selfCheck,
    settings,
    help,
  ]),
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <LoadingScreen doing="正在打开页面…" />,
  defaultErrorComponent: ({ error, reset }) => <ErrorPage error={error} onRetry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
