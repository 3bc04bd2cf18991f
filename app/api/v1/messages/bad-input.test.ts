import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { type Call, call, expectProblem } from '@/lib/testing/http';
import { countStored } from '@/lib/testing/stored';
import { POST } from './route';

useTestDatabase();

const valid = { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' };

let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  token = await makeToken();
});

const post = (body: unknown, options: Call = {}) => call(POST, { token, body, ...options });

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('bad input is refused by name of the field, and nothing is stored', () => {
  const attachment = { filename: 'a.txt', content: base64('a') };
  const fifty = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`);
  const past = '2020-01-01T00:00:00Z';
  const soon = new Date(Date.now() + 60_000).toISOString();

  it.each<[string, unknown, string]>([
    ['no recipient', { ...valid, to: undefined }, 'to'],
    ['an empty list of recipients', { ...valid, to: [] }, 'to'],
    ['more than 50 recipients', { ...valid, to: fifty }, 'to'],
    ['more than 50 recipients in all', { ...valid, to: fifty.slice(1), cc: 'b@example.com' }, 'to'],
    ...[
      'ana',
      'ana@',
      '@example.com',
      'ana@example',
      'a b@example.com',
      'ana@example..com',
      'ana@exa mple.com',
      '',
    ].map((to): [string, unknown, string] => [`the address ${JSON.stringify(to)}`, { ...valid, to }, 'to']),
    ['a bad address in a list', { ...valid, to: ['ana@example.com', 'ben'] }, 'to.1'],
    ['a bad address in cc', { ...valid, cc: ['ben'] }, 'cc.0'],
    ['NUL in a key of metadata', { ...valid, metadata: { 'a\0': 'x' } }, 'metadata.a\ufffd'],
    ['half a character in a key of metadata', { ...valid, metadata: { '\ud800': 'x' } }, 'metadata.\ufffd'],
    ['NUL in metadata', { ...valid, metadata: { a: 'x\0' } }, 'metadata.a'],
    ['half a character in a name', { ...valid, to: { email: 'a@example.com', name: 'A\udc00' } }, 'to.name'],
    ['half a character in an address', { ...valid, to: 'a\ud800@example.com' }, 'to'],
    ['half a character in a header', { ...valid, headers: { 'X-A': '\ud800' } }, 'headers.X-A'],
    ['a header without a place to fold it', { ...valid, headers: { 'X-A': 'x'.repeat(999) } }, 'headers.X-A'],
    [
      'a URL that is too long for a line',
      { ...valid, headers: { 'List-Unsubscribe': `<https://u.example/${'x'.repeat(1100)}>` } },
      'headers.List-Unsubscribe',
    ],
    ...[
      'text/calendar; method="',
      'text/plain; x="a',
      'text/plain; x',
      'text/plain; x="=?utf-8?Q?=0D?="',
    ].map((contentType): [string, unknown, string] => [
      `the content type ${contentType}`,
      { ...valid, attachments: [{ ...attachment, contentType }] },
      'attachments.0.contentType',
    ]),
    [
      'an encoded word for a message id',
      { ...valid, headers: { References: '<=?utf-8?Q?a=0D=0ABcc:_x?=@a.example>' } },
      'headers.References',
    ],
    [
      'a name that turns the order of what follows',
      { ...valid, to: { email: 'a@example.com', name: 'Ana\u202emoc' } },
      'to.name',
    ],
    [
      'a control header of a provider',
      { ...valid, headers: { 'X-SES-CONFIGURATION-SET': 'x' } },
      'headers.X-SES-CONFIGURATION-SET',
    ],
    ["metadata under Relevo's own key", { ...valid, metadata: { relevo_id: 'x' } }, 'metadata'],
    ['two addresses in one', { ...valid, to: 'a@example.com, b@example.com' }, 'to'],
    ['a line break in the subject', { ...valid, subject: 'a\r\nBcc: x@example.com' }, 'subject'],
    ['a bare line feed in the subject', { ...valid, subject: 'a\nb' }, 'subject'],
    ['NUL in the subject', { ...valid, subject: 'a\0b' }, 'subject'],
    ['an empty subject', { ...valid, subject: '' }, 'subject'],
    [
      'a line break in a name',
      { ...valid, to: { email: 'a@example.com', name: 'A\r\nBcc: x@y.z' } },
      'to.name',
    ],
    ['a line break in the sender', { ...valid, from: { email: 'a@example.com', name: 'A\nB' } }, 'from.name'],
    ['a line break in reply-to', { ...valid, replyTo: 'a@example.com\r\nBcc: x@y.z' }, 'replyTo'],
    ['a line break in a header', { ...valid, headers: { 'X-A': 'a\r\nBcc: x@y.z' } }, 'headers.X-A'],
    [
      'a line break in the name of a header',
      { ...valid, headers: { 'X-A\r\nBcc': 'x' } },
      'headers.X-A\r\nBcc',
    ],
    ['a header that is ours', { ...valid, headers: { Bcc: 'x@example.com' } }, 'headers.Bcc'],
    [
      'a header that is ours, in small letters',
      { ...valid, headers: { 'content-type': 'x' } },
      'headers.content-type',
    ],
    ['an unknown property', { ...valid, subjct: 'x' }, 'subjct'],
    ['an unknown property below', { ...valid, to: { email: 'a@example.com', nam: 'x' } }, 'to.nam'],
    [
      '__proto__',
      JSON.parse('{"to":"a@example.com","subject":"a","text":"a","__proto__":{"a":1}}'),
      '__proto__',
    ],
    ['neither text nor html', { ...valid, text: undefined }, 'text'],
    ['NUL in the text', { ...valid, text: 'a\0' }, 'text'],
    ['half a character', { ...valid, text: 'a\ud800' }, 'text'],
    [
      'bad base64',
      { ...valid, attachments: [{ ...attachment, content: 'not base64!' }] },
      'attachments.0.content',
    ],
    ['cut base64', { ...valid, attachments: [{ ...attachment, content: 'abc' }] }, 'attachments.0.content'],
    [
      'a path for a filename',
      { ...valid, attachments: [{ ...attachment, filename: '../a' }] },
      'attachments.0.filename',
    ],
    [
      'a line break in a filename',
      { ...valid, attachments: [{ ...attachment, filename: 'a\r\nb' }] },
      'attachments.0.filename',
    ],
    [
      'a bad content type',
      { ...valid, attachments: [{ ...attachment, contentType: 'a\r\nb' }] },
      'attachments.0.contentType',
    ],
    [
      'a bad content id',
      { ...valid, attachments: [{ ...attachment, contentId: '<a>\r\n' }] },
      'attachments.0.contentId',
    ],
    ['21 attachments', { ...valid, attachments: Array(21).fill(attachment) }, 'attachments'],
    ['an unknown category', { ...valid, category: 'spam' }, 'category'],
    ['a time in the past', { ...valid, scheduledAt: past }, 'scheduledAt'],
    ['an end before the start', { ...valid, scheduledAt: soon, expiresAt: soon }, 'expiresAt'],
    ['an unknown provider', { ...valid, providers: ['Main', 'Nobody'] }, 'providers.1'],
    // Some of these ran out of stack.
    [
      'a name of 11 million wide blanks',
      { ...valid, from: { email: 'a@example.com', name: '\u3000'.repeat(11_000_000) } },
      'from.name',
    ],
    [
      'a content type of 8 million parameters',
      { ...valid, attachments: [{ ...attachment, contentType: `a/b${';a=b'.repeat(8_000_000)}` }] },
      'attachments.0.contentType',
    ],
    [
      'a time to 30 million digits',
      { ...valid, scheduledAt: `2030-01-01T00:00:00.${'1'.repeat(30_000_000)}` },
      'scheduledAt',
    ],
    ['a list for a body', [valid], ''],
    ['null', null, ''],
  ])('400: %s', async (_title, body, path) => {
    const before = await countStored();
    expectProblem(await post(body), 400, 'validation_failed', path);
    expect(await countStored()).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['malformed JSON', '{"to": '],
    ['nothing', ''],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('400: %s', async (_title, body) => {
    const before = await countStored();
    expectProblem(await post(body), 400, 'malformed_json');
    expect(await countStored()).toEqual(before);
  });

  it.each<Record<string, string>>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-encoding': 'gzip' },
  ])('415: %j', async (headers) => {
    const before = await countStored();
    expectProblem(await post(valid, { headers }), 415, 'unsupported_media_type');
    expect(await countStored()).toEqual(before);
  });

  it('413: more than 25 MB, and exactly 25 MB are taken', async () => {
    const before = await countStored();
    const limit = 25 * 1024 * 1024 - valid.text.length;
    const sized = (bytes: number) => {
      const content = Buffer.alloc(bytes, 1).toString('base64');
      return { ...valid, attachments: [{ filename: 'big.bin', content }] };
    };
    expectProblem(await post(sized(limit + 1)), 413, 'payload_too_large', 'attachments');
    expect(await countStored()).toEqual(before);
    expect((await post(sized(limit))).status).toBe(202);
  });

  it('413: a body that says that it is too big is not even read', async () => {
    const headers = { 'content-length': String(37 * 1024 * 1024) };
    expectProblem(await post('{', { headers }), 413, 'payload_too_large');
  });

  it('413: a body that turns out too big while it arrives', async () => {
    expectProblem(await post(Buffer.alloc(36 * 1024 * 1024 + 1, ' ')), 413, 'payload_too_large');
  });
});
