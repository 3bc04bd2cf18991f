import { services } from 'nodemailer/lib/well-known/services.js';
import { describe, expect, it } from 'vitest';
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
