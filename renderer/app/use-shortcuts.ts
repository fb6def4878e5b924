import { useEffect, useRef } from 'react';

export interface ShellActions {
  readonly find: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly showKeys: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

function actionOf(event: KeyboardEvent): keyof ShellActions | null {
  const key = event.key.toLowerCase();
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl && !event.altKey) {
    if (key === 'k' || key === 'f') return 'find';
    // Inside a text field these keys belong to the text.
    if (isTyping(event.target)) return null;
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    if (key === 'y') return 'redo';
    return null;
  }
  return event.key === '?' && !isTyping(event.target) ? 'showKeys' : null;
}

/** Keys that work on every page. A page that has its own use for a key prevents the default first. */
export function useShortcuts(actions: ShellActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionOf(event);
      if (action === null) return;
      event.preventDefault();
      latest.current[action]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
