import type { PageEvent } from '@shared/ipc/channels';
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** Chinese labels throughout: the roles alone would speak the system's language. */
export function setupMenu(): void {
  const file: MenuItemConstructorOptions = {
    label: '文件(&F)',
    submenu: [
      // The page has the key itself; here it is only shown.
      { label: '锁定(&L)', accelerator: 'CmdOrCtrl+L', registerAccelerator: false, click: askToLock },
      { type: 'separator' },
      { label: '退出(&X)', accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: '编辑(&E)',
    submenu: [
      { label: '剪切(&T)', role: 'cut' },
      { label: '复制(&C)', role: 'copy' },
      { label: '粘贴(&P)', role: 'paste' },
      { label: '全选(&A)', role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '视图(&V)',
    submenu: [
      { label: '放大(&I)', role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
      { label: '缩小(&O)', role: 'zoomOut' },
      { label: '实际大小(&R)', role: 'resetZoom' },
      { type: 'separator' },
      { label: '全屏(&F)', role: 'togglefullscreen', accelerator: 'F11' },
    ],
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate([file, edit, view]));
}

const askToLock = (): void => {
  for (const window of BrowserWindow.getAllWindows())
    window.webContents.send('window:lock' satisfies PageEvent);
};
