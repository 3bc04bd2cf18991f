import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnvError, forgetEnv, isHttps, parseEnv, publicUrl } from './env';

describe('parseEnv', () => {
  it('has an answer for everything', () => {
    expect(parseEnv({})).toMatchObject({
      NODE_ENV: 'production',
      PORT: 3000,
      HOST: '127.0.0.1',
      RELEVO_DATA_DIR: '.data',
      TRUSTED_PROXY_HOPS: 0,
    });
    expect(parseEnv({}).DATABASE_URL).toBeUndefined();
  });

  it('takes an empty variable as none', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '', PUBLIC_URL: '' })).toEqual(parseEnv({}));
  });

  it('ignores what is not its own', () => {
    expect(parseEnv({ HOME: '/root', PATH: '/bin' })).toEqual(parseEnv({}));
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://localhost/relevo'],
    ['DATABASE_URL', 'localhost:5432'],
    ['AUTH_SECRET', 'short'],
    ['PUBLIC_URL', 'relevo.example.com'],
    ['PUBLIC_URL', 'ftp://relevo.example.com'],
    ['TRUSTED_PROXY_HOPS', '-1'],
    ['TRUSTED_PROXY_HOPS', 'all'],
    ['RELEVO_LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'staging'],
    ['RELEVO_PRIVATE_TARGETS', '10.0.0.0'],
    ['RELEVO_DNS_SERVERS', 'dns.example.com:53'],
    ['RELEVO_DNS_SERVERS', '10.0.0.53:dns'],
  ])('names %s=%s in one line', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(EnvError);
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });

  it('names every wrong variable, a line each', () => {
    expect(() => parseEnv({ PORT: 'x', HOST: 'ok', AUTH_SECRET: 'x' })).toThrow(
      /^PORT: .*\nAUTH_SECRET: .*$/,
    );
  });

  it('does not repeat a secret that is wrong', () => {
    expect(() => parseEnv({ AUTH_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/s);
    expect(() => parseEnv({ DATABASE_URL: 'mysql://a:hunter2@db/x' })).toThrow(/^(?!.*hunter2)/s);
  });
});

describe('the public address', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    forgetEnv();
  });

  it.each([
    [undefined, 'http://127.0.0.1:4100', false],
    ['https://relevo.example.com', 'https://relevo.example.com', true],
    ['http://relevo.lan', 'http://relevo.lan', false],
  ])('PUBLIC_URL=%s', (configured, url, https) => {
    vi.stubEnv('HOST', '127.0.0.1');
    vi.stubEnv('PORT', '4100');
    vi.stubEnv('PUBLIC_URL', configured ?? '');
    forgetEnv();
    expect(publicUrl()).toBe(url);
    expect(isHttps()).toBe(https);
  });
});
