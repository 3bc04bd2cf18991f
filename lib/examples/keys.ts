export const EXAMPLE_KEYS = ['garage', 'canteen', 'clinic', 'agency', 'library'] as const;
export type ExampleKey = (typeof EXAMPLE_KEYS)[number];
