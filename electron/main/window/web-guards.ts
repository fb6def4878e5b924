import { app } from 'electron';
import { APP_ORIGIN } from '../app-protocol';

/** Copying table cells is the only browser permission the ledger needs. */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** No page but ours, in no window but ours, with no power it does not need. */
export function setupGuards(): void {
  app.on('session-created', (session) => {
    session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
    session.setPermissionRequestHandler((_contents, permission, answer) =>
      answer(grantedPermissions.has(permission)),
    );
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
    });
  });
}
