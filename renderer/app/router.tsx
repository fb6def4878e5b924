/**
 * All addresses of the ledger. Hash history works from any path and offline; heavy pages are loaded when they are
 * first opened. Search parameters are validated here, so a page never sees a damaged address.
 */
import { LoadingScreen } from '@renderer/components/loading-screen';
import { parseLedgerSearch, parseUnitDetailSearch } from '@renderer/features/ledger/page/ledger-search';
import { parseOverviewSearch } from '@renderer/features/overview/overview-search';
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

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (search): { section?: string } =>
    typeof search['section'] === 'string' ? { section: search['section'] } : {},
  component: lazyRouteComponent(() => import('@renderer/features/settings/settings-page'), 'SettingsPage'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('@renderer/features/help/help-page'), 'HelpPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([start, overview, ledger, unitDetail, importing, reports, settings, help]),
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
