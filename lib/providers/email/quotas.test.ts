import { describe, expect, it } from 'vitest';
import { ProviderLimits } from '@/lib/settings/limits-schema';
import { listAdapters } from '../registry';

const presets = listAdapters().flatMap(({ kind, presets: own }) =>
  Object.entries(own).map(([name, preset]) => ({ name: `${kind}: ${name}`, preset })),
);
const limitsOf = (name: string) => presets.find((each) => each.name === name)?.preset.limits;

describe('what a preset recommends', () => {
  it.each(presets)('$name: limits that the schema takes, each with its source', ({ name, preset }) => {
    const { limits, source } = preset;
    expect(ProviderLimits.safeParse(limits ?? {}).success).toBe(true);
    // What we advise for one's own server stands in no other document.
    if (!limits || name === 'smtp: own') return expect(source).toBeUndefined();
    expect(source!.url).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
    if (source!.checked !== null) expect(source!.checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });

  /** The sources stand in `quotas.ts`, beside the figures. */
  it.each([
    ['smtp: own', { hour: 1000 }],
    ['smtp: gmail', { day: 500 }],
    ['smtp: google-workspace-relay', { day: 10_000 }],
    ['smtp: microsoft365', { minute: 30, day: 10_000 }],
    ['smtp: icloud', { day: 1000 }],
    ['brevo: brevo', { day: 300 }],
    ['sendgrid: sendgrid', { day: 100 }],
    ['ses: ses', { second: 1, day: 200 }],
    ['resend: resend', { second: 5, day: 100, month: 3000 }],
    ['postmark: postmark', { month: 100 }],
    ['mailgun: mailgun-eu', { day: 100 }],
  ])('%s: %j', (name, limits) => expect(limitsOf(name)).toEqual(limits));
});

describe('the rate that a kind documents for every account', () => {
  const rates = listAdapters().flatMap(({ kind, rate }) => (rate ? [{ kind, rate }] : []));

  it.each(rates)('$kind: has its page, and the day on which that was read where it was', ({ rate }) => {
    expect(rate.source.url).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
    if (rate.source.checked !== null) expect(rate.source.checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])-\d\d$/);
  });

  it('is what these pages say, and below it where they say "about"', () => {
    expect(Object.fromEntries(rates.map(({ kind, rate }) => [kind, rate.perSecond]))).toEqual({
      brevo: 1000,
      resend: 5,
      'slack-webhook': 1,
      telegram: 25,
      whatsapp: 80,
    });
  });
});
