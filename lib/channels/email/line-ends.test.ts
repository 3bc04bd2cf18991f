import { expect, it } from 'vitest';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { withLineEnds } from './line-ends';
import { composeWhole } from './mime';

it.each([
  ['a\nb\r\nc\n', 'a\r\nb\r\nc\r\n'],
  ['a\r\nb\r\n', 'a\r\nb\r\n'],
  ['\n', '\r\n'],
])('%j', (given, ends) => {
  expect(withLineEnds(Buffer.from(given)).toString()).toBe(ends);
});

it('is a mail for an API: every line ends in CRLF, whatever a program wrote', async () => {
  const mime = await composeWhole(makeOutgoing({ text: 'one\ntwo\n', html: '<p>one</p>\n<p>two</p>' }));
  expect(mime.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('goes as it came where it came whole', async () => {
  const raw = Buffer.from('From: a@b.example\r\n\r\none\ntwo');
  expect(await composeWhole(makeOutgoing({ raw }))).toBe(raw);
});
