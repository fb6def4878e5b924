/** Module hook: whoever imports `electron` gets the stand-in. */
const standIn = new URL('./electron.ts', import.meta.url).href;

/**
 * @param {string} specifier
 * @param {object} context
 * @param {(specifier: string, context: object) => Promise<object>} next
 */
export const resolve = (specifier, context, next) =>
  next(specifier === 'electron' ? standIn : specifier, context);
