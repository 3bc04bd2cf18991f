import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findForm } from '@/lib/channels/forms';
import { MessageInput } from '@/lib/messages/schema';
import { usePigeons } from '@/lib/testing/pigeon/pigeon';
import { EMPTY } from './compose-values';
import { InlineFile } from './inline-file';
import { toMessageInput } from './to-message-input';

usePigeons();

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'America/New_York';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('toMessageInput', () => {
  it.each([
    ['settings', undefined],
    ['both', { opens: true, clicks: true }],
    ['opens', { opens: true, clicks: false }],
    ['clicks', { opens: false, clicks: true }],
    ['neither', { opens: false, clicks: false }],
  ] as const)('says what is seen of readers: %s', (tracking, said) => {
    const blank = { from: undefined, html: undefined, scheduledAt: undefined, expiresAt: undefined };
    const values = { ...EMPTY, ...blank, to: ['ana@example.com'], subject: 'Hello', text: 'Hi', tracking };
    const input = toMessageInput('email', findForm('email')!, values, []);
    expect((MessageInput.parse(input) as { tracking?: object }).tracking).toEqual(said);
    expect(toMessageInput('pigeon', findForm('pigeon')!, values, [])).not.toHaveProperty('tracking');
  });

  it('becomes a message that the API takes', () => {
    const values = {
      ...EMPTY,
      to: ['Ana <ana@example.com>'],
      subject: 'Hello',
      text: 'Hi',
      from: undefined,
      html: undefined,
      priority: 'high' as const,
      providers: ['Second', 'First'],
      scheduledAt: '2030-11-28T09:00',
      expiresAt: undefined,
      headers: [
        { name: ' X-Order ', value: '13' },
        { name: '', value: '' },
      ],
      attachments: [
        new File(['x'], 'a/b.pdf', { type: 'application/pdf' }),
        new File(['x'], 'notes', { type: '' }),
        new InlineFile(['x'], 'logo.png', 'logo', { type: 'image/png' }),
      ],
    };
    const input = toMessageInput('email', findForm('email')!, values, ['eA==', 'eQ==', 'eg==']);
    expect(input).toEqual({
      channel: 'email',
      to: ['Ana <ana@example.com>'],
      cc: [],
      bcc: [],
      subject: 'Hello',
      text: 'Hi',
      priority: 'high',
      category: 'transactional',
      providers: ['Second', 'First'],
      // UTC-5 in winter.
      scheduledAt: '2030-11-28T14:00:00.000Z',
      tags: [],
      headers: { 'X-Order': '13' },
      attachments: [
        { filename: 'a_b.pdf', contentType: 'application/pdf', content: 'eA==' },
        { filename: 'notes', content: 'eQ==' },
        { filename: 'logo.png', contentType: 'image/png', contentId: 'logo', content: 'eg==' },
      ],
    });
    expect(MessageInput.safeParse(input).success).toBe(true);
  });

  it('says by a template what that says, and nothing beside it', () => {
    const values = {
      ...EMPTY,
      from: undefined,
      html: '<p>Hi</p>',
      scheduledAt: undefined,
      expiresAt: undefined,
    };
    const made = {
      way: 'template',
      template: 'receipt',
      language: undefined,
      variables: { total: '12.5' },
    } as const;
    const input = toMessageInput(
      'email',
      findForm('email')!,
      { ...values, ...made, to: ['ana@example.com'] },
      [],
    );
    expect(input).toMatchObject({ template: 'receipt', variables: { total: '12.5' } });
    for (const name of ['subject', 'text', 'html', 'language']) expect(input).not.toHaveProperty(name);
    expect(MessageInput.safeParse(input).success).toBe(true);
  });

  it('of another channel has what that has', () => {
    const slip = {
      ...EMPTY,
      to: ['PY-2026-0013'],
      text: 'Come home.',
      scheduledAt: undefined,
      from: undefined,
    };
    const input = toMessageInput('pigeon', findForm('pigeon')!, { ...slip, expiresAt: undefined }, []);
    expect(input).toMatchObject({ channel: 'pigeon', to: 'PY-2026-0013', text: 'Come home.' });
    expect(input).not.toHaveProperty('subject');
    expect(MessageInput.safeParse(input).success).toBe(true);
  });
});
