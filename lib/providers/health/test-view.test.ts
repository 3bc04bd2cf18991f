import { describe, expect, it } from 'vitest';
import { CAUSES } from '@/lib/channels/results';
import { LOCALES } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { listAdapters } from '@/lib/providers/registry';
import { testContext } from '@/lib/testing/factories';
import { summarizeTest } from './test-view';

const presets = listAdapters().flatMap((adapter) => Object.keys(adapter.presets));
const own = { name: 'Clinic', kind: 'smtp', settings: { host: 'mail.example.com' } };

describe.each(LOCALES)('the sentences in %s', (locale) => {
  const ctx = { ...testContext, locale };
  const { causes } = messagesOf(locale).tests as unknown as { causes: Record<string, string> };

  it.each(CAUSES)('name %s, with what to do about it', (cause) => {
    expect(causes[cause]?.length).toBeGreaterThan(60);
    expect(summarizeTest(ctx, { ok: false, cause }, own)).toContain('Clinic');
  });

  it('that are of one service belong to a preset there is', () => {
    const special = Object.keys(causes).filter((key) => !(CAUSES as readonly string[]).includes(key));
    const wrong = special.filter(
      (key) =>
        !CAUSES.some(
          (cause) => key.startsWith(`${cause}_`) && [...presets, 'api'].includes(key.slice(cause.length + 1)),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('ask who has two access keys for both, not for one API key', () => {
    const summary = summarizeTest(
      ctx,
      { ok: false, cause: 'auth' },
      { name: 'Clinic', kind: 'ses', settings: {} },
    );
    expect(summary).toMatch(locale === 'en' ? /access key ID/ : /ID de la clave de acceso/);
  });

  it.each([
    'auth',
    'account_disabled',
    'address_not_allowed',
    'blocked',
    'dns',
    'no_dns',
    'permission',
    'protocol',
    'quota',
    'refused',
    'throttled',
    'timeout',
    'tls',
    'unavailable',
  ])('speak of a key and an address, not of ports and passwords, to who has an API: %s', (cause) => {
    const summary = summarizeTest(
      ctx,
      { ok: false, cause },
      { name: 'Clinic', kind: 'resend', settings: {} },
    );
    expect(summary).toContain('Clinic');
    expect(summary).not.toMatch(/SMTP|STARTTLS|\b465\b|password|contraseña/);
  });

  it.each([
    [{ preset: 'gmail', host: 'proxy.example.com' }, 'https://myaccount.google.com/apppasswords'],
    [{ host: 'smtp.gmail.com' }, 'https://myaccount.google.com/apppasswords'],
    [{ preset: 'own', host: 'smtp.mail.yahoo.com' }, 'https://login.yahoo.com/account/security'],
    [{ preset: 'microsoft365', host: 'smtp.office365.com' }, '2026'],
  ])('send to the service’s own page: %j', (settings, expected) => {
    expect(summarizeTest(ctx, { ok: false, cause: 'auth' }, { ...own, settings })).toContain(expected);
  });

  it('name the page for app passwords of Google where the server has a name of its own, and that of the preset where it has one', () => {
    const of = (settings: object) =>
      summarizeTest(ctx, { ok: false, cause: 'app_password' }, { ...own, settings: { ...settings } });
    expect(of({ host: 'mail.clinic.example' })).toContain('https://myaccount.google.com/apppasswords');
    expect(of({ preset: 'yahoo', host: 'smtp.mail.yahoo.com' })).toContain('https://login.yahoo.com');
  });
});
