/** The key desk of this page. */
import { platform } from '@renderer/platform/current-platform';
import { newId } from '@renderer/platform/new-id';
import { useSyncExternalStore } from 'react';
import { createKeyDesk } from './key-desk';
import type { KeyState } from './key-state';

export const keyDesk = createKeyDesk({ store: platform.keyStore, nowMs: () => Date.now(), newId });

export const useKeyState = (): KeyState => useSyncExternalStore(keyDesk.subscribe, keyDesk.get);
