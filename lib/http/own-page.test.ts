import { describe, expect, it } from 'vitest';
import { comesFromOwnPage } from './own-page';

type Headers = Record<string, string>;
const judge = (headers: Headers) => comesFromOwnPage((name) => headers[name]);
const host = 'relevo.lan:3000';

describe('comesFromOwnPage', () => {
  it.each<[string, Headers, boolean | undefined]>([
    ['a browser over HTTPS or at localhost', { host, 'sec-fetch-site': 'same-origin' }, true],
    ['its word before all others', { host, 'sec-fetch-site': 'cross-site', origin: `http://${host}` }, false],
    ['another name of our site', { host, 'sec-fetch-site': 'same-site' }, false],
    ['an address that was typed', { host, 'sec-fetch-site': 'none' }, false],
    ['a browser over plain HTTP by a name', { host, origin: `http://${host}` }, true],
    ['the same at the usual port', { host: 'relevo.lan', origin: 'http://relevo.lan:80' }, true],
    [
      'behind a proxy',
      { host: '127.0.0.1', 'x-forwarded-host': 'mail.example.com', origin: 'https://mail.example.com' },
      true,
    ],
    ['a link on our own page', { host, referer: `http://${host}/providers` }, true],
    ['another site', { host, origin: 'http://evil.example' }, false],
    ['another port', { host, origin: 'http://relevo.lan:3001' }, false],
    ['a link on another site', { host, referer: 'http://evil.example/relevo.lan:3000' }, false],
    ['a sandboxed frame or a file', { host, origin: 'null' }, false],
    ['what is no origin', { host, origin: 'a\tb' }, false],
    ['a name within the address', { host, origin: `http://${host}@evil.example` }, false],
    ['no host', { origin: 'http://evil.example' }, false],
    ['a host that is none', { host: '', origin: 'file://' }, false],
    ['a program', { host }, undefined],
  ])('%s', (_, headers, expected) => expect(judge(headers)).toBe(expected));
});
