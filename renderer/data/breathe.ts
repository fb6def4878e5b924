/** Lets the page paint and take input. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The same; an idle page is asked first. */
export const breatheIdly = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 100 });
    else setTimeout(resolve);
  });
