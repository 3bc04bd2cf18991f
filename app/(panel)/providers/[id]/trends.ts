/** What is drawn over time. */
export const TRENDS = ['successRate', 'averageMs'] as const;
export type TrendName = (typeof TRENDS)[number];
