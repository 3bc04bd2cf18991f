import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translate';
import { causeOf } from '@/lib/providers/email/smtp/causes';
import { causeOfCode } from './cause-of-code';

/** https://nodejs.org/api/errors.html#common-system-errors, https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CODES = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

describe('causeOfCode', () => {
  it.each(CODES)('of %s is what the connection test says, in both languages', (code) => {
    const cause = causeOfCode(code)!;
    expect(cause).toBe(causeOf(Object.assign(new Error(''), { code }), 'connect'));
    const [en, es] = (['en', 'es'] as const).map((locale) => translator(locale)(`providers.causes.${cause}`));
    expect(en).not.toBe(es);
  });

  it('leaves what a server or an API said to its own words', () => {
    for (const code of ['550', '4.7.0', 'validation_error', 'MessageRejected'])
      expect(causeOfCode(code)).toBeUndefined();
  });

  it('knows a connection that broke', () => {
    for (const code of ['ECONNRESET', 'EPIPE', 'ESOCKET', 'ECONNECTION'])
      expect(causeOfCode(code)).toBe('closed');
  });
});
