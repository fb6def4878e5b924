import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole';
import { log } from '../system/log';

const savedState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }),
  isMaximized: z.boolean(),
});

const stateFile = (): string => join(app.getPath('userData'), 'window.json');

/** Where the window was last time; the default size when that was never, or on a screen that is gone. */
export function lastWindowState(): { bounds: Partial<Rectangle>; isMaximized: boolean } {
  const usual = { bounds: { width: 1366, height: 768 }, isMaximized: false };
  const saved = savedState.safeParse(readState());
  if (!saved.success) return usual;
  const { x, y, width, height } = saved.data.bounds;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const right = workArea.x + workArea.width;
    const bottom = workArea.y + workArea.height;
    return x < right - 100 && x + width > workArea.x + 100 && y >= workArea.y - 10 && y < bottom - 50;
  });
  return isVisible ? saved.data : { ...usual, bounds: { width, height } };
}

function readState(): unknown {
  try {
    return JSON.parse(readFileSync(stateFile(), 'utf8'));
  } catch {
    // Missing or damaged: it is only the place of a window.
    return null;
  }
}

export async function saveWindowState(window: BrowserWindow): Promise<void> {
  const state = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
  try {
    await writeWhole(stateFile(), new TextEncoder().encode(JSON.stringify(state)));
  } catch (error) {
    log.warn('the window state was not saved', error);
  }
}
