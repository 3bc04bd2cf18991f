import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outgoing } from '@/lib/channels/outgoing';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import * as answers from '@/lib/events/last-answer';
import { newId } from '@/lib/ids';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { useTestDatabase } from '@/lib/testing/database';
import { META, readMetaSend } from '@/lib/testing/meta-messages';
import { makeSms } from '@/lib/testing/sms-contract';
import { metaWhatsApp } from './meta';
import { MetaSettings } from './settings';

// What is known of its templates.
useTestDatabase();

allowLoopbackTargets();
const adapter = metaWhatsApp as unknown as AdapterOf<Outgoing>;
const content = { fault: 'content', permanent: true } as const;
const answer = (body: unknown, status = 200) => ({ status, body });
const accepted = answer({ messaging_product: 'whatsapp', messages: [{ id: 'wamid.HBgM' }] });
const refused = (code: number) =>
  answer({ error: { message: `(#${code}) no`, type: 'OAuthException', code } }, 400);

function configFor(endpoint: string) {
  return {
    id: newId(),
    name: 'Test',
    version: 1,
    settings: MetaSettings.parse({ endpoint, phoneNumberId: META.phone, timeoutMs: 5000 }) as Record<
      string,
      unknown
    >,
    secrets: { apiKey: META.token },
  };
}

describe('how a message goes', () => {
  const heard = vi.spyOn(answers, 'lastAnswer');
  beforeEach(() => void heard.mockResolvedValue(null));
  afterEach(() => void heard.mockReset());
  const template = { name: 'recibo', language: 'es_AR', variables: { nombre: 'Ana', monto: '5.000' } };
  const file = {
    filename: 'recibo "13".pdf',
    contentType: 'application/pdf',
    content: Buffer.from('%PDF-1.4'),
  };

  async function send(over: Partial<OutgoingWhatsApp>) {
    const server = await startApiServer(({ path }) =>
      path.endsWith('/media') ? answer({ id: '7001' }) : accepted,
    );
    const { text: _text, ...sms } = makeSms();
    const { outcomes } = await adapter.send(
      configFor(server.url),
      { ...sms, ...over } as Outgoing,
      AbortSignal.timeout(5000),
    );
    return { outcomes, calls: server.calls };
  }

  it('a text while they wrote within 24 hours; else its template, or nothing, and nobody is asked', async () => {
    heard.mockResolvedValue(new Date());
    const open = await send({ text: 'Hola', template });
    expect(open.calls.map(readMetaSend)).toMatchObject([{ type: 'text', text: { body: 'Hola' } }]);
    heard.mockResolvedValue(null);
    const closed = await send({ text: 'Hola', template });
    expect(closed.calls.map(readMetaSend)).toMatchObject([
      {
        template: {
          name: 'recibo',
          language: { code: 'es_AR' },
          components: [
            {
              type: 'body',
              parameters: [
                { parameter_name: 'nombre', text: 'Ana' },
                { parameter_name: 'monto', text: '5.000' },
              ],
            },
          ],
        },
      },
    ]);
    const none = await send({ text: 'Hola' });
    expect(none.calls).toEqual([]);
    expect(none.outcomes).toMatchObject([
      { outcome: 'refused', fault: 'cannot_carry', permanent: true, code: 'window_closed' },
    ]);
    const since = heard.mock.calls[0]![1].since.getTime();
    expect(Date.now() - since).toBeLessThan(24 * 3_600_000);
  });

  it('a receipt is uploaded and named, with its text below it; outside the window as head of the template', async () => {
    heard.mockResolvedValue(new Date());
    const { calls } = await send({ text: 'Su recibo', file });
    const [upload, message] = calls;
    expect(upload!.path).toBe(`/v25.0/${META.phone}/media`);
    expect(upload!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const form = await new Response(new Uint8Array(upload!.body), {
      headers: { 'content-type': upload!.headers['content-type']! },
    }).formData();
    expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'application/pdf']);
    expect(await (form.get('file') as File).text()).toBe('%PDF-1.4');
    expect(readMetaSend(message!)).toMatchObject({
      type: 'document',
      document: { id: '7001', filename: file.filename, caption: 'Su recibo' },
    });
    heard.mockResolvedValue(null);
    const outside = await send({ file, template: { ...template, variables: {} } });
    expect(readMetaSend(outside.calls[1]!).template!.components).toEqual([
      {
        type: 'header',
        parameters: [{ type: 'document', document: { id: '7001', filename: file.filename } }],
      },
    ]);
  });

  it('a file that is not taken is a refusal, and no message goes', async () => {
    const server = await startApiServer(() => refused(131053));
    heard.mockResolvedValue(new Date());
    const { text: _text, ...sms } = makeSms();
    const { outcomes } = await adapter.send(
      configFor(server.url),
      { ...sms, file } as Outgoing,
      AbortSignal.timeout(5000),
    );
    expect(outcomes).toMatchObject([content]);
    expect(server.calls).toHaveLength(1);
  });
});
