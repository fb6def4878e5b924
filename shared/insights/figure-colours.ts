/** The same thing has the same colour on every screen: names of the chart palette, given once. */
export const figureColours = {
  C1: 'blue',
  C3: 'green',
  C4: 'vermilion',
  C6: 'amber',
  C20: 'purple',
} as const;

/** Kinds of coverage, from the strongest to none. More kinds than colours: those in `stripedKinds` are drawn in stripes. */
export const coverageColours = {
  solo: 'blue',
  joint: 'green',
  regional: 'purple',
  affiliated: 'purple',
  work: 'amber',
  massOnly: 'grey',
  blank: 'vermilion',
} as const;

/** 挂靠 is drawn like 区域覆盖, whose organization is another body's too, but in stripes. */
export const stripedKinds: ReadonlySet<string> = new Set<keyof typeof coverageColours>(['affiliated']);
