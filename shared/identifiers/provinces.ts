/** First two digits of division codes and resident ids (GB/T 2260). */
const provincePrefix = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;

export const hasProvincePrefix = (code: string): boolean => provincePrefix.test(code);
