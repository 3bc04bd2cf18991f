import { beforeAll, describe, expect, it } from 'vitest';
import { makeMail } from '@/lib/bounces/mails/make-mail';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { bounceOf } from '@/lib/testing/mailboxes';
import { POST } from './route';

useTestDatabase();
let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  token = await makeToken();
});

async function makeSent() {
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  return id;
}

async function upload(body: Buffer, query = '', by = token) {
  const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/octet-stream' };
  const url = `http://relevo.test/api/v1/bounces${query}`;
  const request = new Request(url, { method: 'POST', headers, body: new Uint8Array(body) });
  const answer = await POST(request, { params: Promise.resolve({}) });
  return { status: answer.status, body: await answer.json() };
}

describe('a file of bounces', () => {
  it('is noted at its message, once, and the upload stands in the audit log', async () => {
    const id = await makeSent();
    expect(await upload(bounceOf(id), '?dryRun=true')).toMatchObject({
      body: { data: [{ results: [{ effect: 'would_be_noted' }] }], noted: 0 },
    });
    expect(await upload(bounceOf(id))).toMatchObject({
      status: 200,
      body: {
        noted: 1,
        left: 0,
        data: [
          {
            subject: 'Undelivered Mail Returned to Sender',
            results: [
              {
                class: 'hard',
                cause: 'recipient',
                recipient: 'ana@example.com',
                messageId: id,
                type: 'bounced',
                effect: 'noted',
              },
            ],
          },
        ],
      },
    });
    expect((await upload(bounceOf(id))).body).toMatchObject({
      noted: 0,
      data: [{ results: [{ effect: 'repeated' }] }],
    });
    const rows =
      await sql()`select after from audit_log where action = 'bounce.read' order by id desc limit 2`;
    expect(rows.map(({ after }) => after)).toEqual([
      { mails: 1, noted: 0 },
      { mails: 1, noted: 1 },
    ]);
  });

  it('may be an mbox, of which no more are read than one request should take', async () => {
    const ids = [await makeSent(), await makeSent()];
    const from = 'From MAILER-DAEMON Sat Nov 28 12:00:00 2026\r\n';
    const mails = ids.map((id) => `${from}${bounceOf(id)}\r\n\r\n`);
    const others = `${from}${makeMail({ body: 'Hello' })}\r\n\r\n`.repeat(510);
    const { body } = await upload(Buffer.from(mails.join('') + others));
    expect(body).toMatchObject({ noted: 2, left: 12 });
    expect(body.data).toHaveLength(500);
  });

  it('may be no mail at all, too large, or empty', async () => {
    expect((await upload(Buffer.from('\u0000\u0001no mail'))).body).toEqual({
      data: [{ subject: '', results: null }],
      noted: 0,
      left: 0,
    });
    expect((await upload(Buffer.alloc(33 * 1024 * 1024))).status).toBe(413);
    expect((await upload(Buffer.alloc(0))).body).toEqual({ data: [], noted: 0, left: 0 });
  });

  it('is for who may change suppressions', async () => {
    const reader = await makeToken(['suppressions:read']);
    expect((await upload(bounceOf(newId()), '', reader)).status).toBe(403);
  });
});
