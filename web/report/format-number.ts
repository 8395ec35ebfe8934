/** With every digit, in groups of three. */
export const formatNumber = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 20 });
