/** Cases that come and go: counted, not shares of anything. */
export const flowKeys = ['filed', 'closed'] as const;
export type FlowKey = (typeof flowKeys)[number];
