const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** A number for people: thousands grouped, four decimals at most. */
export const formatNumber = (value: number): string => grouped.format(value);
