/** What the bars are made of, from the axis up; the colours are those of the states. */
export const SERIES = [
  { key: 'sent', color: 'var(--mantine-color-iris-5)' },
  { key: 'captured', color: 'var(--relevo-kept)' },
  { key: 'failed', color: 'var(--relevo-bad)' },
  { key: 'parked', color: 'var(--relevo-warn)' },
] as const;
