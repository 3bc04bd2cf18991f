import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { applyBounce } from './apply-bounce';
import { makeMail, makeReport, type Part } from './mails/make-mail';
import { parseMail } from './parse-mail';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));

async function makeSent(to: string | string[] = 'ana@example.com') {
  const { id } = await makeMessage({ to });
  await deliverMessages(newId(), [id]);
  return id;
}

/** Behind all that is written meanwhile. */
const SOON = new Date(Date.now() + 600_000).toUTCString();
const SOONER = new Date(Date.now() + 300_000).toUTCString();

const USER_UNKNOWN = ['5.1.1', 'smtp; 550 5.1.1 <ana@example.com>: User unknown'] as const;

type Said = {
  status?: string;
  diagnostic?: string;
  action?: string;
  to?: string;
  returned?: string;
  headers?: Record<string, string>;
};

function bounceOf(id: string, said: Said = {}): Buffer {
  const {
    status = USER_UNKNOWN[0],
    diagnostic = USER_UNKNOWN[1],
    action = 'failed',
    to = 'ana@example.com',
  } = said;
  const recipients = `Final-Recipient: rfc822; ${to}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: ${diagnostic}`;
  const body: Part[] = makeReport({
    recipients,
    returned: said.returned ?? `Message-ID: <${id}@example.com>\n`,
  });
  return makeMail({ body, headers: { Date: SOON, ...said.headers } });
}

async function apply(mail: Buffer, options = {}, ctx = testContext) {
  return applyBounce(ctx, (await parseMail(mail))!, options);
}

const stateOf = async (id: string) => {
  const { status, recipients, events } = await getMessage(testContext, id);
  return { status, states: recipients.map((each) => each.status), last: events.at(-1) };
};

describe('what is noted', () => {
  it.each([
    ['a recipient who is gone', {}, 'bounced', 'bounced', 'bounced'],
    [
      'a full mailbox',
      { status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 mailbox full' },
      'failed',
      'failed',
      'failed',
    ],
    [
      'a reputation of ours',
      {
        status: '5.7.1',
        diagnostic: 'smtp; 550 5.7.1 Service unavailable; client [192.0.2.1] blocked using zen.spamhaus.org',
      },
      'failed',
      'failed',
      'failed',
    ],
    [
      'a message that waited too long',
      { status: '4.4.7', diagnostic: 'smtp; 550 4.4.7 QUEUE.Expired; message expired' },
      'failed',
      'failed',
      'failed',
    ],
    [
      'one that still waits',
      { action: 'delayed', status: '4.4.1', diagnostic: 'smtp; connect: timed out' },
      'deferred',
      'sent',
      'accepted',
    ],
    [
      'one that arrived',
      { action: 'delivered', status: '2.1.5', diagnostic: 'smtp; 250 ok' },
      'delivered',
      'delivered',
      'delivered',
    ],
  ])('of %s', async (_, said: Said, type, status, state) => {
    const id = await makeSent();
    expect(await apply(bounceOf(id, said))).toMatchObject([
      { recipient: 'ana@example.com', messageId: id, type, effect: 'noted' },
    ]);
    expect(await stateOf(id)).toMatchObject({
      status,
      states: [state],
      last: { type, detail: { by: 'bounce' } },
    });
  });

  it('of a complaint, and of the cause in words that programs know', async () => {
    const id = await makeSent();
    const body = [
      { type: 'text/plain', body: 'This is an email abuse report.' },
      { type: 'message/feedback-report', body: 'Feedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\n' },
      { type: 'message/rfc822', body: `Message-ID: <${id}@example.com>\nTo: ana@example.com\n\nThank you.` },
    ];
    await apply(
      makeMail({
        from: 'fbl@isp.example',
        headers: { Date: SOONER },
        body,
        multipart: 'report; report-type=feedback-report',
      }),
    );
    expect(await stateOf(id)).toMatchObject({
      states: ['complained'],
      last: { detail: { class: 'complaint' } },
    });
    await apply(bounceOf(id, { status: '5.7.1', diagnostic: 'smtp; 554 5.7.1 Your IP is on a blocklist' }));
    expect((await stateOf(id)).last).toMatchObject({
      type: 'failed',
      detail: { class: 'soft', cause: 'ours' },
    });
  });

  it('once, however often the mail is read, and by however many', async () => {
    const id = await makeSent();
    const mail = bounceOf(id);
    const effects = (await Promise.all([apply(mail), apply(mail), apply(mail)])).map(
      ([result]) => result!.effect,
    );
    expect(effects.toSorted()).toEqual(['noted', 'repeated', 'repeated']);
    expect(await apply(mail)).toMatchObject([{ effect: 'repeated' }]);
    const events = await sql()`select type from events where message_id = ${id} and type = 'bounced'`;
    expect(events).toHaveLength(1);
    // Another mail is another event.
    expect(await apply(bounceOf(id, { headers: { 'Message-ID': '<b2@mx.example.net>' } }))).toMatchObject([
      { effect: 'noted' },
    ]);
  });

  it('without what no terminal and no database should get', async () => {
    const id = await makeSent();
    const words = `smtp; 550 5.1.1 \u001b[2J\u0000\u009b31m no such user ${'x'.repeat(460)}${'💌'.repeat(40)}`;
    expect(await apply(bounceOf(id, { diagnostic: words }))).toMatchObject([{ effect: 'noted' }]);
    const { last } = await stateOf(id);
    expect(last!.detail!.reply).toMatch(/^550 5\.1\.1 \[2J 31m no such user x+(💌)+\ufffd?$/u);
  });

  it('nothing at all in a dry run', async () => {
    const id = await makeSent();
    expect(await apply(bounceOf(id), { dryRun: true })).toMatchObject([
      { type: 'bounced', effect: 'would_be_noted' },
    ]);
    expect(await stateOf(id)).toMatchObject({ status: 'sent', states: ['accepted'] });
  });
});

describe('which message', () => {
  it('is told by the address it came to, by our Message-ID, by what it answers, by the id of the provider', async () => {
    const [id, other] = [await makeSent(), await makeSent()];
    const plain = { returned: 'Subject: Receipt 13\n' };
    const verp = `bounces+${id.replaceAll('-', '')}@clinic.example`;
    const mails = [
      bounceOf(other, { headers: { 'Delivered-To': verp } }),
      bounceOf(id),
      bounceOf(id, { ...plain, headers: { 'In-Reply-To': `<${id}@example.com>` } }),
      bounceOf(id, { ...plain, headers: { References: `<a@b.example> <${id}@example.com>` } }),
    ];
    for (const mail of mails) expect(await apply(mail, { dryRun: true })).toMatchObject([{ messageId: id }]);
    const outcomes = [
      { address: 'ana@example.com', outcome: 'accepted', providerMessageId: '0100018c-ab12-000000' },
    ];
    await sql()`update attempts set outcomes = ${sql().json(outcomes)} where message_id = ${other}`;
    const returned = 'Message-ID: <0100018c-ab12-000000@email.amazonses.com>\n';
    expect(await apply(bounceOf(id, { returned }), { dryRun: true })).toMatchObject([{ messageId: other }]);
  });

  it('is none where none of that id exists, is out, or is of this company', async () => {
    expect(await apply(bounceOf(newId()))).toMatchObject([{ messageId: null, effect: 'no_message' }]);
    const { id: waiting } = await makeMessage();
    expect(await apply(bounceOf(waiting))).toMatchObject([{ messageId: null, effect: 'no_message' }]);
    const id = await makeSent();
    const { id: companyId } = await makeCompany();
    expect(await apply(bounceOf(id), {}, { ...testContext, companyId })).toMatchObject([
      { effect: 'no_message' },
    ]);
    expect(await stateOf(id)).toMatchObject({ states: ['accepted'] });
  });
});

describe('which recipient', () => {
  it('is the original one, then the final one, then the only one', async () => {
    const id = await makeSent();
    expect(await apply(bounceOf(id, { to: 'ana.forwarded@elsewhere.example' }))).toMatchObject([
      { recipient: 'ana@example.com', effect: 'noted' },
    ]);
    const both = await makeSent(['ana@example.com', 'luis@example.com']);
    const original = 'rfc822;luis@example.com\nOriginal-Recipient: rfc822;luis@example.com';
    await apply(bounceOf(both, { to: `x@elsewhere.example\nX-Note: ${original}` }));
    expect(await stateOf(both)).toMatchObject({ states: ['accepted', 'bounced'] });
  });

  it('is nobody where it could be several, and no stranger', async () => {
    const both = await makeSent(['ana@example.com', 'luis@example.com']);
    expect(await apply(bounceOf(both, { to: 'forged@elsewhere.example' }))).toMatchObject([
      { recipient: 'forged@elsewhere.example', effect: 'no_recipient' },
    ]);
    expect(await stateOf(both)).toMatchObject({ states: ['accepted', 'accepted'] });
  });

  it('each by itself, where a report is of several', async () => {
    const both = await makeSent(['ana@example.com', 'luis@example.com']);
    const group = (to: string, status: string, words: string) =>
      `Final-Recipient: rfc822; ${to}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}`;
    const recipients = [
      group('ANA@Example.com', '5.1.1', '550 5.1.1 no such user'),
      group('luis@example.com', '5.2.2', '552 5.2.2 over quota'),
    ].join('\n\n');
    const body = makeReport({ recipients, returned: `Message-ID: <${both}@example.com>\n` });
    expect(await apply(makeMail({ body }))).toMatchObject([
      { recipient: 'ana@example.com', class: 'hard', cause: 'recipient' },
      { recipient: 'luis@example.com', class: 'soft', cause: 'mailbox_full' },
    ]);
    expect(await stateOf(both)).toMatchObject({ states: ['bounced', 'failed'] });
  });
});
