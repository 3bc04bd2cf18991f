import { describe, expect, it } from 'vitest';
import { MessageInput } from '@/lib/messages/schema';
import { ComposeForm, toMessageInput } from './compose-schema';

const filled: ComposeForm = {
  to: ['Ana <ana@example.com>'],
  cc: [],
  bcc: ['b@example.com'],
  subject: 'Hello',
  text: 'Hi',
  attachments: [],
};
const complaints = (values: unknown) =>
  ComposeForm.safeParse(values).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('ComposeForm', () => {
  it('takes a filled form', () => {
    expect(complaints(filled)).toEqual([]);
  });

  it('names the wrong address', () => {
    expect(complaints({ ...filled, to: ['a@example.com', 'nobody'] })).toEqual(['to.1']);
  });

  it('wants a recipient, a subject and a body', () => {
    expect(complaints({ ...filled, to: [], subject: undefined, text: undefined })).toContain('to');
    expect(complaints({ ...filled, subject: undefined })).toEqual(['subject']);
    expect(complaints({ ...filled, text: undefined })).toEqual(['text']);
  });

  it('counts the files together', () => {
    const file = new File([new Uint8Array(13 * 1024 * 1024)], 'a.bin');
    expect(complaints({ ...filled, attachments: [file, file] })).toEqual(['attachments']);
  });
});

describe('toMessageInput', () => {
  it('becomes a message that the API takes', async () => {
    const input = await toMessageInput(
      {
        ...filled,
        provider: 'Sandbox',
        attachments: [
          new File(['x'], 'a/b.pdf', { type: 'application/pdf' }),
          new File(['x'], 'notes', { type: '' }),
        ],
      },
      async () => 'eA==',
    );
    expect(input.providers).toEqual(['Sandbox']);
    expect(input.attachments).toEqual([
      { filename: 'a_b.pdf', contentType: 'application/pdf', content: 'eA==' },
      { filename: 'notes', content: 'eA==' },
    ]);
    expect(MessageInput.safeParse(input).success).toBe(true);
  });
});
