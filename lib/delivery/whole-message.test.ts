import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { closeAdapters } from '@/lib/providers/registry';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { PARTS, to } from '@/lib/testing/apis/parts';
import { APIS, KINDS, makeDown, makeUp } from '@/lib/testing/apis/providers';
import type { Whole } from '@/lib/testing/apis/whole';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { deliverMessages } from './deliver';

/**
 * A failover hands over everything: from every kind to every other, each part either arrives as it was given or is known beforehand not to
 * be carried. The fakes refuse what the real ones document that they refuse.
 */
useTestDatabase();
useOneTry();
allowLoopbackTargets();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  expect(await findViolations(sql())).toEqual([]);
});

const worker = newId();

it.each(KINDS)('%s takes over from every other kind', { timeout: 120_000 }, async (kind) => {
  const { name: second, arrived } = await makeUp(kind);
  for (const first of await Promise.all(KINDS.filter((each) => each !== kind).map(makeDown))) {
    const sent = await Promise.all(
      Object.entries(PARTS).map(async ([part, { given, arrives, not = [] }]) => {
        const subject = `${given?.subject ?? 'Recibo'} ${newId()}`;
        const { id } = await makeMessage({
          to,
          text: 'Gracias.',
          ...given,
          subject,
          providers: [first, second],
        });
        return { part, id, subject, arrives, isCarried: !not.includes(kind) };
      }),
    );
    // More at once would stand in line for a worker with room.
    for (const some of [sent.slice(0, 12), sent.slice(12)])
      await deliverMessages(
        worker,
        some.map(({ id }) => id),
      );
    for (const { part, id, subject, arrives, isCarried } of sent) {
      const message = await getMessage(testContext, id);
      const told = { part, first, status: message.status, by: message.attempts.at(-1)?.provider };
      if (!isCarried) {
        expect(told).not.toMatchObject({ by: second });
        expect(await arrived(subject)).toBeUndefined();
        continue;
      }
      expect(told).toEqual({ part, first, status: 'sent', by: second });
      const whole = await arrived(subject);
      if (whole) expectWhole(whole, arrives, part);
    }
  }
});

/** Text of a message loses its last line break on some ways; labels may stand together with others. */
function expectWhole(whole: Whole, { labels, ...arrives }: Partial<Whole>, part: string): void {
  const text = whole.text?.trim();
  expect({ part, ...whole, text }).toMatchObject({ part, ...arrives });
  if (labels && whole.labels) for (const label of labels) expect(whole.labels.join(' ')).toContain(label);
}

describe('one bad address among several (F10)', () => {
  const content = {
    from: { email: 'caja@clinica.example', name: 'Clínica Peña' },
    to: ['ana@cliente.example', 'malo@cliente.example'],
    cc: ['luis@cliente.example'],
    bcc: ['eva@cliente.example'],
    replyTo: { email: 'lab@clinica.example', name: 'Recepción' },
    subject: 'Recibo nº 13',
    text: 'Gracias, Ñoño.',
    html: '<p>Gracias</p>',
    headers: { 'X-Cliente': '13' },
    attachments: [{ filename: 'recibo.pdf', content: 'JVBERi0xLjc=' }],
    tags: ['recibo'],
  };
  const whole = {
    from: content.from,
    replyTo: [content.replyTo],
    subject: content.subject,
    headers: { 'x-cliente': '13' },
    files: [{ name: 'recibo.pdf', content: 'JVBERi0xLjc=', inline: false }],
  };
  // As reported in public: the tests of each adapter cite them.
  const REFUSALS: Record<string, [status: number, body: object, headers?: Record<string, string>]> = {
    sendgrid: [
      400,
      { errors: [{ field: 'personalizations.0.to.1.email', message: 'Does not contain a valid address.' }] },
    ],
    mailgun: [400, { message: "'to' parameter is not a valid address. please check documentation" }],
    ses: [400, { message: 'Illegal address' }, { 'x-amzn-errortype': 'BadRequestException:' }],
    brevo: [400, { code: 'invalid_parameter', message: 'email is not valid in to' }],
    postmark: [422, { ErrorCode: 300, Message: "Invalid 'To' address: 'malo@cliente.example'." }],
    resend: [422, { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field.' }],
  };
  const everybody = ({ to, cc, bcc }: Whole) => [...to, ...cc].map(({ email }) => email).concat(bcc);
  const refusalOf = (kind: string) => {
    const [status, body, headers] = REFUSALS[kind]!;
    return { status, body, headers };
  };

  it.each(Object.keys(APIS))('%s: the others get all of it, each once', async (kind) => {
    const refusesMalo = (each: Whole) =>
      everybody(each).includes('malo@cliente.example') ? refusalOf(kind) : undefined;
    const [p, s] = [await makeUp(kind, refusesMalo), await makeUp('sandbox')];
    const { id } = await makeMessage({ ...content, providers: [p.name, s.name] });
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message.recipients.map(({ address, status }) => `${address} ${status}`)).toEqual([
      'ana@cliente.example accepted',
      'malo@cliente.example bounced',
      'luis@cliente.example accepted',
      'eva@cliente.example accepted',
    ]);
    for (const each of p.wholes) expect(each).toMatchObject(whole);
    expect(p.wholes.flatMap(everybody).toSorted()).toEqual([
      'ana@cliente.example',
      'eva@cliente.example',
      'luis@cliente.example',
    ]);
  });

  it('where all are refused and neither one nor a field is named, another provider is asked', async () => {
    const [p, s] = [await makeUp('ses', () => refusalOf('ses')), await makeUp('postmark')];
    const { id } = await makeMessage({ ...content, providers: [p.name, s.name] });
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message.recipients.map(({ status }) => status)).toEqual(Array(4).fill('accepted'));
    expect(s.wholes).toMatchObject([whole]);
    expect(everybody(s.wholes[0]!)).toHaveLength(4);
  });
});
