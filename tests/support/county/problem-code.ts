import type { Answer } from './test-county';

/** Code of the problem an answer carries; undefined when it carries none. */
export const problemCodeOf = ({ body }: Pick<Answer, 'body'>): unknown =>
  (body as { problem?: { code?: unknown } } | null)?.problem?.code;
