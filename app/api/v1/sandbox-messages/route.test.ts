import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider({ name: 'Sandbox', fromEmail: 'clinic@example.com', fromName: 'Clínica' });
});
beforeEach(async () => {
  await sql()`delete from sandbox_messages`;
});

describeAccess('sandbox messages', GET, { scope: 'messages:read', role: 'viewer' });

const read = async (query: Record<string, string> = {}) => (await call(GET, { token, query })).body;

async function capture(input: Parameters<typeof makeMessage>[0] = {}) {
  const { id } = await makeMessage(input);
  await deliverMessages(newId(), [id]);
  return id;
}

describe('GET /sandbox-messages', () => {
  it('is empty when nothing was taken in', async () => {
    expect(await read()).toEqual({ data: [], nextCursor: null });
  });

  it('tells who took in what, for whom and from whom', async () => {
    const content = Buffer.from('%PDF-1.7').toString('base64');
    const attachments = [{ filename: 'receipt.pdf', contentType: 'application/pdf', content }];
    const messageId = await capture({ to: 'ana@example.com', cc: ['ben@example.com'], attachments });
    expect((await read()).data).toEqual([
      {
        id: expect.any(String),
        messageId,
        provider: 'Sandbox',
        channel: 'email',
        from: { email: 'clinic@example.com', name: 'Clínica' },
        recipients: ['ana@example.com', 'ben@example.com'],
        subject: 'Receipt 13',
        capturedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        attachmentCount: 1,
      },
    ]);
  });

  it('has those who were accepted only, and nothing of a message that was refused to all', async () => {
    await capture({ to: ['ana@example.com', 'bounce@sandbox.test'] });
    await capture({ to: 'bounce@sandbox.test' });
    const { data } = await read();
    expect(data.map(({ recipients }: { recipients: string[] }) => recipients)).toEqual([['ana@example.com']]);
  });

  it('gives page after page, the newest first, and none twice', async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) ids.unshift(await capture({ subject: `Receipt ${n}` }));
    const first = await read({ limit: '2' });
    const second = await read({ limit: '2', cursor: first.nextCursor });
    const seen = [...first.data, ...second.data].map(({ messageId }) => messageId);
    expect(seen).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it('keeps what it took in when its provider or its message is gone', async () => {
    const id = newId();
    await sql()`
      insert into sandbox_messages (id, message_id, provider_id, from_email, recipients, subject)
      values (${id}, ${newId()}, ${newId()}, 'clinic@example.com', '{ana@example.com}', 'Receipt 13')`;
    expect((await read()).data).toMatchObject([{ id, provider: '', attachmentCount: 0 }]);
  });

  it.each([
    ['limit', '0'],
    ['limit', '101'],
    ['cursor', 'x'],
  ])('refuses %s=%s', async (name, value) => {
    expectProblem(await call(GET, { token, query: { [name]: value } }), 400, 'validation_failed', name);
  });
});
