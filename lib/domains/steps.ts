export const STEPS = ['senders', 'spf', 'dkim', 'dmarc', 'paths', 'verify'] as const;
export type Step = (typeof STEPS)[number];
