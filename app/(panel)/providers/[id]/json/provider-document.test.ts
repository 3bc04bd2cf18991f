import { describe, expect, it } from 'vitest';
import type { ProviderView } from '@/lib/providers/schema';
import { readProvider, toDocument } from './provider-document';

const provider = {
  id: '0192f0c1-0000-7000-8000-000000000000',
  name: 'Own server',
  kind: 'smtp',
  active: true,
  settings: { host: 'mail.example.com', port: 587, tls: { verify: false } },
  secrets: { password: { set: true, last4: '6789', updatedAt: '2026-01-01T00:00:00Z' } },
  fromEmail: 'a@example.com',
  fromName: null,
  priority: 50,
  weight: 1,
  fallback: null,
  categories: ['transactional'],
  costPerMessage: '0',
  monthlyFee: '0',
  budget: null,
  limits: {},
  timeZone: 'America/Asuncion',
  senderDomains: null,
} as unknown as ProviderView;
const text = toDocument(provider);
const read = (changed: string) => readProvider(changed, provider);
const errorsOf = (changed: string) => {
  const result = read(changed);
  return result.ok ? [] : result.errors;
};

describe('a provider as a document', () => {
  it('comes back as it went, but for the masked secret, which is not sent', () => {
    expect(text).toContain('"password": "••••6789"');
    const result = read(text);
    expect(result).toMatchObject({ ok: true, patch: { name: 'Own server', settings: provider.settings } });
    expect(result.ok && result.patch.secrets).toEqual({});
  });

  it('sends a secret that was typed, and null to clear it', () => {
    const typed = read(text.replace('••••6789', 'open sesame'));
    expect(typed.ok && typed.patch.secrets).toEqual({ password: 'open sesame' });
    const cleared = read(text.replace('"••••6789"', 'null'));
    expect(cleared.ok && cleared.patch.secrets).toEqual({ password: null });
  });

  it('takes no mask that was changed in part', () => {
    expect(errorsOf(text.replace('••••6789', '••••6780'))).toMatchObject([{ path: 'secrets.password' }]);
  });

  it('names the field and the line of what does not fit', () => {
    const line = text.split('\n').findIndex((each) => each.includes('"priority"')) + 1;
    expect(errorsOf(text.replace('"priority": 50', '"priority": 500'))).toEqual([
      expect.objectContaining({ path: 'priority', line, code: 'too_high', params: { max: '100' } }),
    ]);
  });

  it('names a field that nobody knows', () => {
    expect(errorsOf(text.replace('"weight"', '"wait"'))).toMatchObject([
      { path: 'wait', code: 'unknown_field', line: expect.any(Number) },
    ]);
  });

  it('names the line of a comma too few', () => {
    const broken = text.replace('"name": "Own server",', '"name": "Own server"');
    expect(errorsOf(broken)).toMatchObject([{ path: 'JSON', line: 3 }]);
  });
});
