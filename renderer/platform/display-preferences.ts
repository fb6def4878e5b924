/** How this person likes the screen on this computer. Never part of the register. */
import { useSyncExternalStore } from 'react';
import { platform } from './current-platform';

export type TextSize = 'normal' | 'large';
export type Density = 'compact' | 'normal' | 'roomy';
export interface DisplayPreferences {
  readonly textSize: TextSize;
  /** Row height tables start with: 28, 32 or 40 px. */
  readonly density: Density;
}

const listeners = new Set<() => void>();
let current = read();

function read(): DisplayPreferences {
  const density = platform.preferences.get('density');
  return {
    textSize: platform.preferences.get('textSize') === 'large' ? 'large' : 'normal',
    density: density === 'compact' || density === 'roomy' ? density : 'normal',
  };
}

export const displayPreferences = (): DisplayPreferences => current;

export function saveDisplayPreferences(changes: Partial<DisplayPreferences>): void {
  current = { ...current, ...changes };
  platform.preferences.set('textSize', current.textSize);
  platform.preferences.set('density', current.density);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDisplayPreferences(): DisplayPreferences {
  return useSyncExternalStore(subscribe, displayPreferences);
}
