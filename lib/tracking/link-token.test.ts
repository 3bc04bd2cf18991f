import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { type Link, readLink, signLink } from './link-token';

const key = randomBytes(32);
const messageId = newId();
const click: Link = {
  kind: 'click',
  messageId,
  recipient: 3,
  url: 'https://a.example/?ä=1',
  place: 2,
  of: 7,
};

describe('a signed link', () => {
  it.each<Link>([
    { kind: 'open', messageId, recipient: 0 },
    {
      kind: 'unsubscribe',
      messageId,
      recipient: 0,
      companyId: newId(),
      category: 'marketing',
      address: 'zoë@bücher.example',
    },
    {
      kind: 'unsubscribe',
      messageId,
      recipient: null,
      companyId: null,
      category: 'transactional',
      address: null,
    },
    { ...click, url: 'https://a.example/?%C3%A4=1' },
  ])('%j is read again', (link) => {
    const token = signLink(link, key);
    expect(token).toMatch(/^[\w-]+$/);
    expect(readLink(token, key)).toEqual(link);
  });

  it('of another kind, message, recipient or target than was signed is none', () => {
    const token = signLink(click, key);
    const bytes = Buffer.from(token, 'base64url');
    for (let at = 0; at < bytes.length; at++)
      for (const bit of [1, 128]) {
        const forged = Buffer.from(bytes);
        forged[at]! ^= bit;
        expect(readLink(forged.toString('base64url'), key)).toBeNull();
      }
  });

  it('of another key, cut, longer or written otherwise is none', () => {
    const token = signLink({ kind: 'open', messageId, recipient: 1 }, key);
    for (const forged of [
      signLink({ kind: 'open', messageId, recipient: 1 }, randomBytes(32)),
      token.slice(0, -1),
      token.slice(1),
      `${token}A`,
      `${token}=`,
      ` ${token}`,
      token.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) ^ 1)),
      '',
      'A'.repeat(100_000),
      '\0'.repeat(60),
      '../../etc/passwd',
    ])
      expect(readLink(forged, key), forged.slice(0, 60)).toBeNull();
  });

  it('leads nowhere but to the web, even if it was signed', () => {
    for (const url of ['javascript:alert(1)', '//a.example', 'https://a.example/\r\nset-cookie: a=b', ''])
      expect(readLink(signLink({ ...click, url }, key), key)).toBeNull();
  });
});
