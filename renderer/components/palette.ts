/**
 * Colours of charts and states. Six categorical colours (after Okabe and Ito), at least 3:1 on paper and on the wall and told
 * apart with any colour vision, which a test measures; never more than six in one chart. A state colour always stands beside
 * a word or a shape.
 */
export const palette = {
  blue: '#0072b2',
  green: '#008f6b',
  amber: '#d08200',
  vermilion: '#c8501e',
  purple: '#98518e',
  grey: '#7b818a',
} as const;

/** Text colours of states, each at least 4.5:1 on white and on its own pale ground. */
export const stateColours = {
  good: { text: '#0b6b3a', ground: '#e8f5ee' },
  soon: { text: '#855400', ground: '#fff3dc' },
  bad: { text: '#a1251d', ground: '#fdecea' },
  info: { text: '#1b5e9b', ground: '#e9f2fa' },
  quiet: { text: '#545b64', ground: '#f2f3f5' },
} as const;

export type StateName = keyof typeof stateColours;
