import { describe, expect, it } from 'vitest';
import { dropBlanks } from '@/components/form/field-errors';
import { ProviderInput, type ProviderView } from '@/lib/providers/schema';
import {
  changesOf,
  newProviderValues,
  plainFields,
  providerValues,
  secretFields,
  settingFields,
  toPatch,
} from './provider-form-values';
import type { ProviderKindView } from './provider-kind';

const kind: ProviderKindView = {
  kind: 'smtp',
  channel: 'email',
  label: 'SMTP',
  presets: [],
  settings: {
    properties: {
      preset: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'integer', default: 587 },
      tls: {
        type: 'object',
        properties: { verify: { type: 'boolean', default: true }, ciphers: { type: 'string' } },
        additionalProperties: false,
      },
    },
    required: ['host'],
    additionalProperties: false,
  },
  secrets: { properties: { password: { type: 'string' }, oauthRefreshToken: { type: 'string' } } },
  targets: { password: { host: null, auth: 'auto' }, oauthRefreshToken: { host: null } },
};
const stored = {
  name: 'Own server',
  kind: 'smtp',
  settings: { preset: 'own', host: 'mail.example.com', port: 465, tls: { verify: false } },
  fromEmail: null,
  fromName: 'Shop',
  priority: 80,
  weight: 1,
  costPerMessage: '0',
  monthlyFee: '0',
  categories: ['transactional'],
  fallback: null,
  secrets: {},
  active: false,
  health: { problem: null },
} as unknown as ProviderView;

describe('plainFields', () => {
  it('has what reports are checked with, and nothing else that is for technicians', () => {
    const text = { type: 'string' };
    const secrets = { properties: { apiKey: text, webhookToken: text, oauthClientSecret: text } };
    const fields = secretFields({ ...kind, secrets });
    expect(plainFields(fields).map(({ key }) => key)).toEqual(['apiKey', 'webhookToken']);
  });
});

describe('newProviderValues', () => {
  it('starts from the schema, then the preset, and remembers which one', () => {
    const values = newProviderValues(kind, {
      name: 'gmail',
      label: 'Gmail',
      settings: { host: 'h', port: 465 },
    });
    expect(values).toMatchObject({
      name: 'Gmail',
      settings: { host: 'h', port: 465, preset: 'gmail', tls: { verify: true, ciphers: '' } },
    });
    expect(ProviderInput.safeParse(dropBlanks(values)).success).toBe(true);
  });

  it('does not draw the preset as a setting', () => {
    expect(settingFields(kind).map((field) => field.key)).toEqual(['host', 'port', 'tls']);
  });
});

describe('providerValues', () => {
  it('leave out what this version does not know: it would be refused', () => {
    const settings = { ...stored.settings, obsolete: true, tls: { verify: false, engine: 'old' } };
    expect(providerValues(kind, { ...stored, settings }).settings).toEqual({
      preset: 'own',
      host: 'mail.example.com',
      port: 465,
      tls: { verify: false, ciphers: '' },
    });
  });

  it('lays what is stored over the defaults, at every depth', () => {
    expect(providerValues(kind, stored).settings).toEqual({
      preset: 'own',
      host: 'mail.example.com',
      port: 465,
      tls: { verify: false, ciphers: '' },
    });
  });
});

describe('toPatch', () => {
  it('clears what was emptied and does not touch what the form does not show', () => {
    const values = {
      ...providerValues(kind, stored),
      fromEmail: undefined,
      fromName: undefined,
      fallback: undefined,
      timeZone: undefined,
      limits: undefined,
    };
    const patch = toPatch(values, kind, stored);
    const cleared = { fromEmail: null, fromName: null, fallback: null, timeZone: null, limits: {} };
    expect(patch).toMatchObject(cleared);
    for (const hidden of ['active', 'kind']) expect(patch).not.toHaveProperty(hidden);
  });

  it('clears what nobody can type again when the target changes, and leaves it otherwise', () => {
    const set = { set: true as const, last4: '', updatedAt: '' };
    const provider = { ...stored, secrets: { password: set, oauthRefreshToken: set } };
    const patchOf = (settings: object) => {
      const values = providerValues(kind, provider);
      return toPatch({ ...values, settings: { ...values.settings, ...settings } }, kind, provider).secrets;
    };
    expect(patchOf({})).toEqual({});
    expect(patchOf({ host: 'other.example.com' })).toEqual({ oauthRefreshToken: null });
    expect(patchOf({ auth: 'xoauth2' })).toEqual({ password: null });
  });
});

describe('changesOf', () => {
  const read = (change: object) =>
    changesOf(ProviderInput.parse(dropBlanks({ ...providerValues(kind, stored), ...change })), kind, stored);

  it('is nothing where nothing was changed, in whatever way a blank is written', () => {
    expect(read({})).toEqual({});
  });

  it('has what was changed and cleared, and nothing else: another person may be changing that', () => {
    expect(read({ priority: 10, fromName: '' })).toEqual({ priority: 10, fromName: null });
  });

  it('has all settings where one was changed, as the API replaces them together', () => {
    const settings = { ...stored.settings, port: 25 };
    expect(read({ settings })).toEqual({ settings });
  });

  it('has a secret that was typed', () => {
    expect(read({ secrets: { password: 'new' } })).toEqual({ secrets: { password: 'new' } });
  });
});
