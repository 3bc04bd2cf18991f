import { describe, expect, it } from 'vitest';
import { inLocalTime } from '@/components/form/local-time';
import { findForm } from '@/lib/channels/forms';
import { fieldErrorsOf } from '@/lib/field-errors';
import { usePigeons } from '@/lib/testing/pigeon/pigeon';
import { composeSchema } from './compose-schema';
import { type ComposeValues, EMPTY } from './compose-values';

usePigeons();

const filled: ComposeValues = { ...EMPTY, to: ['Ana <ana@example.com>'], subject: 'Hello', text: 'Hi' };
const inHours = (hours: number) => inLocalTime(new Date(Date.now() + hours * 3_600_000));

function complaints(change: object, channel = 'email') {
  const given = Object.entries({ ...filled, ...change }).filter(([, value]) => value !== '');
  const { error } = composeSchema(channel, findForm(channel)!).safeParse(Object.fromEntries(given));
  return error ? fieldErrorsOf(error).map(({ path, code }) => `${path}: ${code}`) : [];
}

describe('composeSchema', () => {
  it('takes a filled form', () => {
    const dated = { scheduledAt: inHours(2), expiresAt: inHours(3) };
    const more = { priority: 'high', providers: ['A', 'B'], headers: [{ name: 'X-Order', value: '13' }] };
    expect(complaints({ ...dated, ...more, metadata: [{ name: '', value: '' }] })).toEqual([]);
  });

  it('names the wrong address', () => {
    expect(complaints({ to: ['a@example.com', 'nobody'], cc: ['x'] })).toEqual([
      'to.1: email',
      'cc.0: email',
    ]);
  });

  it('wants a recipient, a subject and a body', () => {
    expect(complaints({ to: [] })).toEqual(['to: recipient_needed']);
    expect(complaints({ subject: undefined })).toEqual(['subject: required']);
    expect(complaints({ text: undefined })).toEqual(['text: content_needed']);
    expect(complaints({ text: undefined, html: '<p>Hi' })).toEqual([]);
  });

  it('counts the files together', () => {
    const file = new File([new Uint8Array(13 * 1024 * 1024)], 'a.bin');
    expect(complaints({ attachments: [file, file] })).toEqual(['attachments: files_too_large']);
  });

  it('judges times by the clock and by each other', () => {
    expect(complaints({ scheduledAt: inHours(-1) })).toEqual(['scheduledAt: past']);
    expect(complaints({ scheduledAt: '?' })).toEqual(['scheduledAt: time']);
    expect(complaints({ scheduledAt: inHours(3), expiresAt: inHours(2) })).toEqual([
      'expiresAt: expires_before',
    ]);
  });

  it('lets no header vanish behind another of its name', () => {
    const twice = { name: 'X-Order', value: '13' };
    expect(complaints({ headers: [twice, twice] })).toEqual(['headers: header_twice']);
    expect(complaints({ headers: [twice, { name: 'x-order', value: '14' }] })).toEqual([
      'headers: header_twice',
    ]);
    expect(complaints({ headers: [{ name: 'Bcc', value: 'a@b.c' }] })).toEqual(['headers.Bcc: header_own']);
    expect(complaints({ metadata: [twice, twice] })).toEqual(['metadata: twice']);
  });

  it('judges what another channel has, and nothing of email', () => {
    const slip = { ...EMPTY, to: ['py 2026 13'], text: 'Come home.' };
    const of = (change: object) => complaints({ ...slip, subject: undefined, ...change }, 'pigeon');
    expect(of({})).toEqual([]);
    expect(of({ subject: 'Never asked for', html: '<p>', cc: ['nobody'] })).toEqual([]);
    expect(of({ to: ['ana@example.com'] })).toEqual(['to: wrong_format']);
    expect(of({ to: ['PY-2026-0013', 'PY-2026-0014'] })).toContain('to: too_many');
    expect(of({ text: 'a'.repeat(161) })).toEqual(['text: too_long']);
  });
});
