import { expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Adapter } from '@/lib/providers/adapter';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import * as atBrevo from '@/lib/testing/apis/brevo';
import * as atMailgun from '@/lib/testing/apis/mailgun';
import * as atPostmark from '@/lib/testing/apis/postmark';
import * as atSendgrid from '@/lib/testing/apis/sendgrid';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { brevo } from './brevo/brevo';
import { mailgun } from './mailgun/mailgun';
import { postmark } from './postmark/postmark';
import { sendgrid } from './sendgrid/sendgrid';

allowLoopbackTargets();

const VARIABLES = { name: 'Ñandú', items: [{ price: 12.5 }] };
const PDF = { filename: 'receipt.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') };

async function sendThrough(kind: unknown, apiKey: string, message: OutgoingMessage, answer: ApiAnswer) {
  const server = await startApiServer(() => answer);
  const settings = { endpoint: server.url, timeoutMs: 5000, domain: atMailgun.DOMAIN };
  const config = { id: 'p', name: 'Test', version: 1, settings, secrets: { apiKey } };
  const { outcomes } = await (kind as Adapter).send(config, message, AbortSignal.timeout(5000));
  return { call: server.calls[0]!, outcomes };
}

const of = (id: string, variables: Record<string, unknown> = VARIABLES, over: object = {}) =>
  makeOutgoing({ subject: '', text: undefined, ownTemplate: { id, variables }, attachments: [PDF], ...over });

it('SendGrid gets its id and data, and nothing that the template says', async () => {
  const id = `d-${'0f'.repeat(16)}`;
  const taken = { status: 202, headers: { 'x-message-id': 'sg-1' } };
  const { call, outcomes } = await sendThrough(sendgrid, atSendgrid.KEY, of(id), taken);
  const { mail, data } = atSendgrid.readTemplateSend(call);
  expect(mail.template_id).toBe(id);
  expect(data).toEqual(VARIABLES);
  expect(mail.attachments).toHaveLength(1);
  expect(outcomes).toMatchObject([{ outcome: 'accepted', providerMessageId: 'sg-1' }]);
});

it('Brevo gets its number and params, none where there are none, and a subject where one is given', async () => {
  const taken = { status: 201, body: { messageId: '<b-1@brevo>' } };
  const { call } = await sendThrough(brevo, atBrevo.KEY, of('12'), taken);
  expect(atBrevo.readTemplateSend(call).mail).toMatchObject({ templateId: 12, params: VARIABLES });
  const plain = await sendThrough(brevo, atBrevo.KEY, of('12', {}, { subject: 'Receipt 13' }), taken);
  const { mail } = atBrevo.readTemplateSend(plain.call);
  expect([mail.subject, mail.params]).toEqual(['Receipt 13', undefined]);
});

it('Mailgun gets its name and variables as a form, also where other messages go as MIME', async () => {
  const taken = { status: 200, body: { id: '<m-1@mg>', message: 'Queued. Thank you.' } };
  const logo = {
    filename: 'logo.png',
    contentType: 'image/png',
    contentId: 'logo',
    content: Buffer.from('x'),
  };
  const message = of('receipt.test', VARIABLES, { attachments: [PDF, logo] });
  const { call } = await sendThrough(mailgun, atMailgun.KEY, message, taken);
  const { mail } = await atMailgun.readTemplateSend(call);
  expect(mail).toMatchObject({ template: 'receipt.test', 't:variables': VARIABLES, 't:text': 'yes' });
  // "cid:" of an inline part is its file name there.
  expect([mail.attachment, mail.inline].map((files) => files?.map(({ name }) => name))).toEqual([
    ['receipt.pdf'],
    ['logo'],
  ]);
});

it.each([
  ['1234567', { TemplateId: 1_234_567 }],
  ['receipt-es', { TemplateAlias: 'receipt-es' }],
])('Postmark gets %s at its own path', async (id, named) => {
  const taken = { status: 200, body: { ErrorCode: 0, Message: 'OK', MessageID: 'pm-1' } };
  const { call } = await sendThrough(postmark, atPostmark.TOKEN, of(id), taken);
  expect(atPostmark.readTemplateSend(call).mail).toMatchObject({ ...named, TemplateModel: VARIABLES });
});

it.each([
  // https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
  [sendgrid, 400, { errors: [{ message: 'The template_id must be a valid GUID.', field: 'template_id' }] }],
  // https://postmarkapp.com/developer/api/overview#error-codes
  [postmark, 422, { ErrorCode: 1101, Message: 'The TemplateId 7 was not found.' }],
  [brevo, 400, { code: 'invalid_parameter', message: 'template id is not valid' }],
  [mailgun, 400, { message: 'template version is not found' }],
])(
  'a template that $0.label does not know is a fault of the message, not of the provider',
  async (kind, status, body) => {
    const { outcomes } = await sendThrough(kind, 'key', of('7'), { status, body });
    expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'content', permanent: true }]);
  },
);
