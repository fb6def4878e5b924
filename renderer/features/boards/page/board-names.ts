/** The boards, in the order of their tabs. */
export const boards = {
  overview: '总览',
  coverage: '覆盖',
  six: '六有',
  targets: '目标',
  team: '队伍',
  quality: '数据质量',
} as const;
export type BoardName = keyof typeof boards;
// Object.keys forgets the key type of a literal record.
export const boardNames = Object.keys(boards) as BoardName[];
export const boardOf = (text: string): BoardName => boardNames.find((name) => name === text) ?? 'overview';
