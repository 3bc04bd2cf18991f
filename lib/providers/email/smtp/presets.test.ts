import { services } from 'nodemailer/lib/well-known/services.js';
import { describe, expect, it } from 'vitest';
import { QUOTA_BY_HOST, QUOTAS } from '../quotas';
import { SMTP_PRESETS } from './presets';
import { SmtpSettings } from './settings';

const presets = Object.entries(SMTP_PRESETS);

describe('the presets of SMTP', () => {
  it.each(presets)('%s: settings that the schema takes', (preset, { settings }) => {
    expect(() => SmtpSettings.parse({ host: 'mail.example.com', ...settings, preset })).not.toThrow();
  });

  it('offer the big mailboxes with limits, help and the page for keys', () => {
    for (const name of ['gmail', 'google-workspace-relay', 'outlook', 'microsoft365', 'yahoo', 'icloud'])
      expect(SMTP_PRESETS[name]).toMatchObject({
        limits: { day: expect.any(Number) },
        help: expect.stringMatching(/^https:/),
        keysUrl: expect.stringMatching(/^https:/),
      });
    expect(SMTP_PRESETS.zoho?.keysUrl).toMatch(/^https:/);
  });

  it('Microsoft 365 comes with what its pages say, by the minute and by connection', () => {
    expect(SMTP_PRESETS.microsoft365).toMatchObject({
      settings: { pool: { maxConnections: 3 } },
      limits: { minute: 30, day: 10_000 },
    });
  });

  it('one service has one quota, by SMTP as by its API', () => {
    for (const [preset, quota] of [
      ['smtp-sendgrid', QUOTAS.sendgrid],
      ['smtp-sendinblue', QUOTAS.brevo],
      ['smtp-ses', QUOTAS.ses],
      ['smtp-ses-eu-west-1', QUOTAS.ses],
      ['smtp-resend', QUOTAS.resend],
    ] as const)
      expect(SMTP_PRESETS[preset]).toMatchObject({ limits: quota.limits, source: quota.source });
    const hosts = presets.map(([, { settings }]) => settings.host);
    for (const host of Object.keys(QUOTA_BY_HOST)) expect(hosts).toContain(host);
  });

  it('cover every server that nodemailer knows, each once', () => {
    const hosts = presets.flatMap(([, { settings }]) => settings.host ?? []);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const { host } of Object.values(services)) if (host) expect(hosts).toContain(host);
  });

  it('never send a password in plain text', () => {
    for (const [, { settings }] of presets) expect(settings.security).not.toBe('none');
  });

  it('take no name of another kind of provider', () => {
    for (const name of ['sendgrid', 'mailgun', 'ses', 'brevo', 'postmark', 'resend', 'sandbox'])
      expect(SMTP_PRESETS[name]).toBeUndefined();
  });
});
