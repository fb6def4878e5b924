/** Lets the page paint and take input. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
