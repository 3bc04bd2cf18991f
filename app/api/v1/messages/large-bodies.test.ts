import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();

const MEGABYTE = 1024 * 1024;
const file = randomBytes(2 * MEGABYTE + 12_345);
const short = file.subarray(0, 300_001);

let token: string;
beforeAll(async () => {
  await makeProvider();
  token = await makeToken();
});

/** A body of more than 1 MB goes another way: blanks make one of any. */
const WAYS = { small: 0, large: MEGABYTE };
const send = (content: unknown, blanks: number, headers = {}) => {
  const body = {
    to: 'ana@example.com',
    subject: 'Receipt 13',
    text: 'Hi',
    attachments: [{ filename: 'a', content }],
  };
  const text = JSON.stringify(body) + ' '.repeat(blanks);
  return call(POST, { token, body: text, headers: { 'content-length': String(text.length), ...headers } });
};

const storedOf = async (id: string) => {
  const [row] = await sql()<{ content: Buffer; sizes: number[] }[]>`
    select a.content, array[a.size_bytes, f.size_bytes, octet_length(a.content)] as sizes
    from message_attachments f join attachments a using (sha256) where f.message_id = ${id}`;
  return row!;
};

describe('files in bodies of any size', () => {
  it.each([Buffer.alloc(0), file.subarray(0, 1), short, file.subarray(0, 256 * 1024), file])(
    'are stored byte for byte, once',
    async (bytes) => {
      const ids: string[] = [];
      for (const blanks of [WAYS.large, WAYS.small, WAYS.large])
        ids.push((await send(bytes.toString('base64'), blanks)).body.id);
      for (const id of ids) {
        const { content, sizes } = await storedOf(id);
        expect(content.equals(bytes)).toBe(true);
        expect(sizes).toEqual([bytes.length, bytes.length, bytes.length]);
      }
    },
  );

  it('are stored once when they come together', async () => {
    const bytes = randomBytes(MEGABYTE);
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => send(bytes.toString('base64'), 0)));
    for (const { body } of answers) expect((await storedOf(body.id)).content.equals(bytes)).toBe(true);
  });

  it('mean the same to an idempotency key, whichever way they came', async () => {
    const content = short.toString('base64');
    const headers = { 'idempotency-key': 'two-ways' };
    const first = await send(content, WAYS.small, headers);
    const second = await send(content, WAYS.large, headers);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const other = await send(file.subarray(1, 300_002).toString('base64'), WAYS.large, headers);
    expectProblem(other, 409, 'idempotency_conflict');
  });

  const text = short.toString('base64');
  describe.each(Object.entries(WAYS))('%s', (_, blanks) => {
    it.each([
      `${text}!AAA`,
      `${text}A`,
      text.slice(0, -1),
      `${text.slice(0, -4)}-_-_`,
      `${text}\n${text}`,
      `=${text.slice(1)}`,
    ])('are refused where they are no base64', async (content) => {
      const answer = await send(content, blanks);
      expectProblem(answer, 400, 'validation_failed', 'attachments.0.content');
      expect(answer.body.errors[0].message).toBe('is not valid base64');
    });

    it.each([[13], [null], [{ bytes: {}, sha256: {} }], [undefined]])(
      'are refused as %s',
      async (content) => {
        const answer = await send(content, blanks);
        expectProblem(answer, 400, 'validation_failed', 'attachments.0.content');
        expect(answer.body.errors[0].message).toMatch(/^(must be text|is required)$/);
      },
    );
  });
});
