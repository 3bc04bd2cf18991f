import { describe, expect, it } from 'vitest';
import { ERROR_CODES, problemType } from '@/lib/errors';
import { LOCALES } from '@/lib/i18n/locales';
import { call } from '@/lib/testing/http';
import { GET } from './route';

describe.each(LOCALES)('what errors mean, in %s', (locale) => {
  const ask = () =>
    call((request) => Promise.resolve(GET(request)), { headers: { 'accept-language': locale } });

  it('has a place for every code, to which its problems lead', async () => {
    const { text, status, headers } = await ask();
    expect([status, headers.get('content-language')]).toEqual([200, locale]);
    expect(ERROR_CODES.length).toBeGreaterThan(20);
    for (const code of ERROR_CODES) {
      expect(problemType(code)).toBe(`/api/errors#${code}`);
      expect(text).toContain(`<section id="${code}">`);
    }
    expect(text).not.toMatch(/problems\.\w+/);
  });

  it('runs nothing and asks for nothing elsewhere', async () => {
    const { text, headers } = await ask();
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(text).not.toMatch(/<script|https?:|src=/);
  });
});
