/**
 * The word that lets style elements through the content policy of the desktop edition, which makes a new one for
 * every page. Empty in the browser edition: a static page cannot carry one.
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/** For a page in a frame: it inherits the policy of the page around it. */
export const withStyleNonce = (html: string): string =>
  html.replaceAll('<style>', `<style nonce="${styleNonce()}">`);
