/** What the grid says when typed or pasted text does not fit a cell. Always: what is wrong, what would be right. */
export const cellProblems = {
  notNumber: (text: string) => `“${text}”不是数字，请只填阿拉伯数字，例如 128。`,
  notInteger: (text: string) => `“${text}”应为整数，不能有小数。`,
  tooSmall: (min: number) => `不能小于 ${min}。`,
  tooLarge: (max: number) => `不能大于 ${max}。`,
  notDay: (text: string) => `“${text}”不是日期，请按 2024-05-01 的样子填写。`,
  notPartialDay: (text: string) =>
    `“${text}”不是日期，请填 2024-05-01；只知道年月填 2024-05，只知道年份填 2024。`,
  notFlag: (text: string) => `“${text}”看不懂，请填“是”或“否”；不清楚就留空。`,
  notOption: (text: string, options: readonly string[]) =>
    `没有“${text}”这一项，可选：${options.slice(0, 8).join('、')}${options.length > 8 ? ' 等' : ''}。`,
  notFound: (text: string) => `没有找到“${text}”，请从列表中选择。`,
  ambiguous: (text: string, count: number) => `“${text}”对应 ${count} 条，请从列表中选择其中一条。`,
  tooLong: (max: number) => `最多 ${max} 个字。`,
} as const;
