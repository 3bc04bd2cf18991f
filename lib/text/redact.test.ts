import { describe, expect, it } from 'vitest';
import { redact, redactText } from './redact';

const CANARY = 'canary-secret-0123456789';

describe('by the name of the field', () => {
  it.each([
    'password',
    'newPassword',
    'password_hash',
    'PASSWORD',
    'pass',
    'secret',
    'clientSecret',
    'secrets',
    'token',
    'accessToken',
    'apiKey',
    'api_key',
    'api-key',
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'signature',
    'privateKey',
    'dsn',
    'credentials',
    'sealed',
  ])('hides %s, in any shape and depth', (name) => {
    for (const value of [CANARY, [CANARY], { deep: CANARY }])
      expect(JSON.stringify(redact({ list: [{ [name]: value, other: 1 }] }))).not.toContain(CANARY);
  });

  it('leaves the rest as it is', () => {
    const at = new Date();
    const value = {
      id: 13,
      name: 'Clinic',
      active: true,
      none: null,
      at,
      list: [1, 'two'],
      deep: { to: 'ana' },
    };
    expect(redact(value)).toEqual(value);
  });

  it('changes nothing in what it was given', () => {
    const value = { password: CANARY };
    redact(value);
    expect(value.password).toBe(CANARY);
  });
});

describe('by the shape of the value', () => {
  it.each([
    ['SendGrid', 'SG.aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'],
    ['Mailgun', 'key-0123456789abcdef0123456789abcdef'],
    ['Brevo', 'xkeysib-0123456789abcdef-AbCdEf'],
    ['AWS', 'AKIAIOSFODNN7EXAMPLE'],
    ['Resend', 're_AbCdEfGh_1234567890AbCdEf'],
    ['our token', `rlv_abcdefghijkl_${'x'.repeat(49)}`],
    ['a bearer header', 'Bearer abc.def-ghi'],
    ['a database address', 'postgres://relevo:hunter2@db.example.com/relevo'],
    ['a database address', 'postgresql://relevo:hunter2@db.example.com/relevo'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMG\n-----END PRIVATE KEY-----'],
    ['the beginning of a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIGHAgEAMBMG'],
  ])('hides %s in the middle of a text', (_title, secret) => {
    const text = redactText(`before ${secret} after`);
    expect(text).toContain('before ');
    expect(text).not.toContain(secret.slice(-8));
    expect(JSON.stringify(redact({ note: [`x ${secret}`] }))).not.toContain(secret.slice(-8));
  });

  it('hides them in errors, message and stack', () => {
    const token = `rlv_abcdefghijkl_${'x'.repeat(49)}`;
    expect(JSON.stringify(redact({ error: new Error(`bad ${token}`) }))).not.toContain('xxxxxxxx');
  });

  it('hides them in the cause and the code of an error, and keeps the rest of both', () => {
    const cause = Object.assign(new Error('no answer of postgres://relevo:hunter2@db/relevo'), {
      code: 'ECONNREFUSED',
    });
    const error = Object.assign(new Error('failed', { cause }), {
      code: `x rlv_abcdefghijkl_canary0123456789`,
    });
    const told = redact({ error }) as unknown;
    expect(told).toMatchObject({
      error: { message: 'failed', code: expect.stringMatching(/^x/) },
    });
    expect(told).toMatchObject({
      error: { cause: { code: 'ECONNREFUSED', message: expect.stringContaining('no answer of') } },
    });
    expect(JSON.stringify(told)).not.toMatch(/hunter2|canary/);
  });

  it('stops at an error that is its own cause', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(JSON.stringify(redact(error))).toContain('[hidden]');
  });

  it('stops at something that refers to itself', () => {
    const loop: Record<string, unknown> = { password: CANARY };
    loop.self = loop;
    const told = redact(loop) as { self: { self: { password: string } } };
    expect(told.self.self.password).not.toContain(CANARY);
  });

  it('hides what lies deeper than it looks', () => {
    let deep: unknown = { password: CANARY, note: `Bearer ${CANARY}` };
    for (let level = 0; level < 12; level++) deep = { deep };
    expect(JSON.stringify(redact(deep))).not.toContain(CANARY);
  });
});
