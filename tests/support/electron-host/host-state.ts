/** What the application has registered with its host. */
import type { SchemeHandler } from './browser';

export const ipcHandlers = new Map<string, (event: object, ...args: unknown[]) => unknown>();

let schemeHandler: SchemeHandler | null = null;
export const setSchemeHandler = (handler: SchemeHandler): void => {
  schemeHandler = handler;
};
export const currentSchemeHandler = (): SchemeHandler | null => schemeHandler;
