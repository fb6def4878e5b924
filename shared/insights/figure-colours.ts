/** The same thing has the same colour on every screen: names of the chart palette, given once. */
export const figureColours = {
  C1: 'blue',
  C3: 'green',
  C4: 'vermilion',
  C6: 'amber',
  C20: 'purple',
} as const;

/** Kinds of coverage, from the strongest to none. */
export const coverageColours = {
  solo: 'blue',
  joint: 'green',
  regional: 'purple',
  affiliated: 'purple',
  work: 'amber',
  massOnly: 'grey',
  blank: 'vermilion',
} as const;
