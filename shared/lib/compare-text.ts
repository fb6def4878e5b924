/** By code unit, as the county's database orders ids (`collate "C"`); never by a locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
