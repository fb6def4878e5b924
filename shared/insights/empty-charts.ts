/** What a chart says, on a board as in a briefing, when there is nothing to draw. */
export const emptyCharts = {
  coverageTrend: '三年来各季末都没有可以统计的单位，没有走势。',
  composition: '三年来各季末都没有纳入统计的单位，没有构成。',
  sixItems: '评估标准没有列项，没有各项达到率。',
} as const;
