import type { EventEmitter } from 'node:events';
import { desktopProblems } from '@shared/problems/desktop-problems';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openMainWindow } from '../../../electron/main/window/main-window';

/** What the system would show and do; the window itself is the program's. */
const system = vi.hoisted(() => ({
  asked: [] as { message: string; buttons: readonly string[] }[],
  answer: 0,
  done: [] as string[],
  logged: [] as unknown[][],
  contents: null as EventEmitter | null,
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Contents extends Emitter {
    readonly reload = () => system.done.push('reload');
    readonly isCrashed = () => true;
  }
  class BrowserWindow extends Emitter {
    readonly webContents = new Contents();
    constructor() {
      super();
      system.contents = this.webContents;
    }
    readonly loadURL = () => Promise.resolve();
    readonly destroy = () => system.done.push('destroy');
  }
  const dialog = {
    showMessageBox: (_window: unknown, options: { message: string; buttons: readonly string[] }) => {
      system.asked.push(options);
      return Promise.resolve({ response: system.answer });
    },
  };
  return { BrowserWindow, dialog, app: new Emitter(), net: {}, protocol: {}, screen: {} };
});
vi.mock('../../../electron/main/system/log', () => ({
  log: { error: (...words: unknown[]) => system.logged.push(words) },
}));
vi.mock('../../../electron/main/window/window-state', () => ({
  lastWindowState: () => ({ bounds: { width: 1366, height: 768 }, isMaximized: false }),
  saveWindowState: () => Promise.resolve(),
}));

async function stopPage(reason: string, answer: number): Promise<void> {
  system.answer = answer;
  await openMainWindow();
  system.contents?.emit('render-process-gone', {}, { reason });
  await Promise.resolve();
}

describe('a page whose process is gone', () => {
  beforeEach(() => {
    for (const list of [system.asked, system.done, system.logged]) list.length = 0;
  });

  it('is told with what can be done; 重新打开 loads it again in its window', async () => {
    await stopPage('crashed', 0);
    expect(system.asked).toEqual([
      expect.objectContaining({
        message: desktopProblems.pageStopped({}).text,
        buttons: ['重新打开', '退出'],
        defaultId: 0,
      }),
    ]);
    await expect.poll(() => system.done).toEqual(['reload']);
    expect(system.logged).toEqual([['the page stopped', 'crashed']]);
  });

  it('退出 closes the window, and no page is asked to finish its writes', async () => {
    await stopPage('oom', 1);
    await expect.poll(() => system.done).toEqual(['destroy']);
  });

  it('an orderly end asks nothing', async () => {
    await stopPage('clean-exit', 0);
    expect(system.asked).toEqual([]);
    expect(system.done).toEqual([]);
  });
});
