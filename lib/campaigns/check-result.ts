export const CHECKS = [
  'audience',
  'template',
  'content',
  'unsubscribe',
  'sender',
  'carrier',
  'domain',
  'warm_up',
  'budget',
  'resend',
  'approval',
  'test',
] as const;
export type CheckName = (typeof CHECKS)[number];
/** `bad` keeps it from being started; `warn` is started with `anyway`. */
export type CampaignCheck = {
  name: CheckName;
  state: 'good' | 'warn' | 'bad';
  code: string;
  values: Record<string, string | number>;
};

export type Values = Record<string, string | number>;
export const good = (name: CheckName, code: string, values: Values = {}): CampaignCheck => ({
  name,
  state: 'good',
  code,
  values,
});
export const warn = (name: CheckName, code: string, values: Values = {}): CampaignCheck => ({
  name,
  state: 'warn',
  code,
  values,
});
export const bad = (name: CheckName, code: string, values: Values = {}): CampaignCheck => ({
  name,
  state: 'bad',
  code,
  values,
});
