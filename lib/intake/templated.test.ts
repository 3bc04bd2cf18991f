import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { getDraft } from '@/lib/messages/draft';
import { bodyPieces } from '@/lib/messages/pieces';
import { MessageInput } from '@/lib/messages/schema';
import { getAdapter } from '@/lib/providers/registry';
import { previewTemplate } from '@/lib/templates/preview';
import { saveVersion } from '@/lib/templates/save-version';
import { VersionInput } from '@/lib/templates/schema';
import { UNSUBSCRIBE_URL } from '@/lib/templates/scope';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain, deliverOne } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { STAGE } from '@/lib/testing/stage';
import { LOW_BALANCE, makeTemplate, templateOf } from '@/lib/testing/templates';
import { acceptMessage } from './accept';
import { acceptBatch } from './batch';

useTestDatabase();
const given = new Map<string, OutgoingMessage>();

beforeAll(async () => {
  await makeProvider();
  const stage = getAdapter(STAGE);
  const { send } = stage;
  stage.send = (config, message, signal) => {
    given.set(message.id, message as OutgoingMessage);
    return send(config, message, signal);
  };
});

const to = 'ana@example.com';
const accept = (input: object) => acceptMessage(testContext, MessageInput.parse({ to, ...input } as never));

/** As a provider was given it. */
async function received(messageId: string) {
  const { html = '', text = '', subject } = given.get(messageId)!;
  return { html, text, subject };
}

async function wholeBody(id: string, part: 'html' | 'text'): Promise<string> {
  let whole = '';
  for await (const piece of bodyPieces(id, part)) whole += piece;
  return whole;
}

describe('a message of a template', () => {
  it('is received as the preview shows it, and says which version it used', async () => {
    const { id, key } = await makeTemplate();
    const message = await deliverOne({ to, template: key, variables: LOW_BALANCE } as never);
    const preview = await previewTemplate(testContext, { id, variables: LOW_BALANCE });
    const mail = await received(message.id);
    expect([mail.subject, mail.html, mail.text]).toEqual([preview.subject, preview.html, preview.text]);
    expect(message.template).toEqual({ id, key, title: 'Saldo bajo', version: 1 });
    expect(message.subject).toBe('Saldo bajo: Gs. 4.500');
    expect(await wholeBody(message.id, 'html')).toBe(preview.html);
    expect((await getDraft(testContext, message.id)).html).toBe(preview.html);
    expect([message.hasHtml, message.text]).toEqual([true, preview.text]);
  });

  it('stays as it was accepted, whatever becomes of the template, the company and the clock', async () => {
    const company = await makeCompany({ name: 'Antes', timeZone: 'America/Asuncion' });
    const source =
      '<p>{{ company.name }} {{ now | date: "datetime" }} {{ message.id }} {{ recipient.name }}</p>';
    const { id, key } = await makeTemplate({ ...templateOf(source), company: company.key });
    const accepted = await accept({ to: 'Ana <ana@example.com>', template: key, company: company.key });
    const before = await wholeBody(accepted.id, 'html');
    expect(before).toContain(`${accepted.id} Ana</p>`);
    await sql()`update companies set name = 'Después', time_zone = 'Asia/Tokyo' where id = ${company.id}`;
    await saveVersion(testContext, {
      ...VersionInput.parse({ texts: { es: { subject: 'Otro', source: '<p>otro</p>', kind: 'html' } } }),
      id,
      publish: true,
    });
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
    try {
      expect(await wholeBody(accepted.id, 'html')).toBe(before);
    } finally {
      vi.useRealTimers();
    }
    const [message] = await deliverAgain([accepted.id]);
    expect(message?.template?.version).toBe(1);
    expect((await received(accepted.id)).html).toBe(before);
  });

  it('can name a version that was published, and a language', async () => {
    const { id, key } = await makeTemplate();
    const again = VersionInput.parse({
      texts: {
        es: { subject: 'Dos', source: '<p>dos</p>', kind: 'html' },
        en: { subject: 'Two', source: '<p>two</p>', kind: 'html' },
      },
    });
    await saveVersion(testContext, { ...again, id, publish: true });
    const subjectOf = async (more: object) => {
      const { id: made } = await accept({ template: key, variables: LOW_BALANCE, ...more });
      const [row] = await sql()<{ subject: string }[]>`select subject from messages where id = ${made}`;
      return row!.subject;
    };
    expect(await subjectOf({})).toBe('Dos');
    expect(await subjectOf({ templateVersion: 1 })).toBe('Saldo bajo: Gs. 4.500');
    expect(await subjectOf({ language: 'en-GB' })).toBe('Two');
    expect(await subjectOf({ language: 'pt' })).toBe('Dos');
    await saveVersion(testContext, { ...again, id });
    await expect(accept({ template: key, templateVersion: 3 })).rejects.toMatchObject({
      errors: [{ path: 'templateVersion', code: 'no_template_version' }],
    });
  });

  it.each([
    [{}, ['student_name required', 'balance required', 'topup_url required']],
    [{ ...LOW_BALANCE, student_name: ' ', balance: 'mucho' }, ['student_name required', 'balance number']],
    [{ ...LOW_BALANCE, topup_url: 'javascript:alert(1)' }, ['topup_url template_url']],
    [{ ...LOW_BALANCE, student_name: { toString: 1 } }, ['student_name text']],
    [{ ...LOW_BALANCE, company: 'x' }, ['company reserved_name']],
  ])('that lacks variables is refused once, with all of their names: %j', async (variables, expected) => {
    const { key } = await makeTemplate();
    await expect(accept({ template: key, variables })).rejects.toSatisfy(
      ({ status, errors }: { status: number; errors: { path: string; code: string }[] }) => {
        expect(status).toBe(422);
        expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual(
          expected.map((each) => `variables.${each}`),
        );
        return true;
      },
    );
  });

  it('of a list whose entries lack what is printed is refused with the name', async () => {
    const source = '{% for i in items %}<p>{{ i.price | money }}</p>{% endfor %}';
    const variables = [{ name: 'items', type: 'list' as const, required: true, example: [{ price: 1 }] }];
    const { key } = await makeTemplate(templateOf(source, variables));
    await expect(accept({ template: key, variables: { items: [{ price: 1 }, {}] } })).rejects.toMatchObject({
      status: 422,
      errors: [{ path: 'variables.i.price', code: 'template_undefined' }],
    });
  });

  it('brings no body of its own, and nothing for a template comes without one', () => {
    const codesOf = (input: object) =>
      MessageInput.safeParse({ to, ...input } as never).error?.issues.map(({ path }) => path.join('.'));
    expect(codesOf({ template: 'x', subject: 'a', html: '<p>', text: 'b' })).toEqual([
      'subject',
      'html',
      'text',
    ]);
    expect(codesOf({ subject: 'a', text: 'b', variables: {}, language: 'es' })).toEqual([
      'language',
      'variables',
    ]);
    expect(codesOf({ text: 'b' })).toEqual(['subject']);
  });

  it('in a batch is judged by itself', async () => {
    const { key } = await makeTemplate();
    const messages = [{}, LOW_BALANCE].map((variables) => ({ to, template: key, variables }));
    const { results } = await acceptBatch(testContext, { messages });
    expect(results).toEqual([
      { error: expect.objectContaining({ code: 'variables_invalid' }) },
      expect.objectContaining({ status: 'queued' }),
    ]);
  });

  it('hides a token that somebody put into a variable', async () => {
    const { key } = await makeTemplate();
    const token = await makeToken();
    const { id } = await accept({ template: key, variables: { ...LOW_BALANCE, student_name: token } });
    const [row] = await sql()<{ template: object }[]>`
      select template from message_bodies where message_id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(token.slice(20));
  });

  it('has the way to unsubscribe that belongs to its recipient', async () => {
    const { key } = await makeTemplate(templateOf('<a href="{{ unsubscribe_url }}">baja</a>'));
    vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
    forgetEnv();
    try {
      const { id } = await deliverOne({ to, template: key } as never);
      const { html, text } = await received(id);
      expect(html).toMatch(/href="https:\/\/relevo\.example\.com\/api\/u\/[\w.-]+"/);
      expect(text).toContain('https://relevo.example.com/api/u/');
      expect(html + text).not.toContain(UNSUBSCRIBE_URL);
    } finally {
      vi.unstubAllEnvs();
      forgetEnv();
    }
  });

  it('costs as little as its variables: no copy of what it says is kept', async () => {
    const filler = '<p>Una línea que todos los mensajes tienen en común, y que nadie guarda dos veces.</p>\n';
    const { key } = await makeTemplate(
      templateOf(`${filler.repeat(400)}{{ n }}`, [{ name: 'n', type: 'number', required: true, example: 1 }]),
    );
    const messages = Array.from({ length: 500 }, (_, n) => ({ to, template: key, variables: { n } }));
    const { results } = await acceptBatch(testContext, { messages });
    const ids = results.map((result) => ('id' in result ? result.id : ''));
    const [row] = await sql()<{ bodies: number; rows: number; size: number }[]>`
      select sum(pg_column_size(b.*))::int as bodies, sum(pg_column_size(m.*))::int as rows, min(m.size_bytes) as size
      from messages m join message_bodies b on b.message_id = m.id where m.id = any(${ids}::uuid[])`;
    // Each says some 60 kB, in HTML and in text; a hundred thousand of them keep less than a hundredth of that.
    expect(row!.size).toBeGreaterThan(60_000);
    expect(row!.bodies / 500).toBeLessThan(400);
    expect((row!.bodies + row!.rows) / 500).toBeLessThan(1_000);
    const [kept] = await sql()<{ count: number }[]>`
      select count(*)::int as count from template_renditions r join template_versions v on v.id = r.version_id
      join templates t on t.id = v.template_id where t.key = ${key}`;
    expect(kept!.count).toBe(1);
  });
});
