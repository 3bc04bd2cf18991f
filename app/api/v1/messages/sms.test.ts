import { beforeAll, describe, expect, it } from 'vitest';
import { returnLeases } from '@/lib/capacity/leases';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { LOW_BALANCE, makeTemplate } from '@/lib/testing/templates';
import { GET as getMessage } from './[id]/route';
import { POST } from './route';

useTestDatabase();
allowLoopbackTargets();

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeCompany({ name: 'Canteen', country: 'PY' });
  await makeProvider({ name: 'Text sandbox', kind: 'sms-sandbox', fromEmail: null });
});

const text = (body: object) => call(POST, { token, body: { channel: 'sms', ...body } });
const read = (id: string) => call(getMessage, { token, params: { id } });

describe('a text message by the API', () => {
  it('is kept by its sandbox, to the number in the form of the world', async () => {
    const { body, status } = await text({
      to: '0981 234 567',
      text: 'Su saldo está bajo',
      company: 'Canteen',
      providers: ['Text sandbox'],
    });
    expect(status).toBe(202);
    await deliverMessages(newId(), [body.id]);
    expect((await read(body.id)).body).toMatchObject({
      status: 'captured',
      channel: 'sms',
      recipients: [{ kind: 'to', address: '+595981234567', status: 'captured' }],
    });
  });

  it.each([
    [{ to: '0981 234 567', text: 'Hi' }, 'to', 'phone_country'],
    [{ to: '021 123 456', text: 'Hi', company: 'Canteen' }, 'to', 'phone_landline'],
    [{ to: '+12', text: 'Hi' }, 'to', 'phone_short'],
    [{ to: 'Ana', text: 'Hi' }, 'to', 'looks_like'],
    [{ to: '1234567890123456789', text: 'Hi', company: 'Canteen' }, 'to', 'phone_long'],
    [{ to: '+595981234567', text: 'x'.repeat(1000) }, 'text', 'sms_too_long'],
    [{ to: '+595981234567', text: '\u200B' }, 'text', 'required'],
    [{ to: '+595981234567', text: 'Hi', subject: 'No' }, 'subject', 'unknown_field'],
    [{ to: '+595981234567', text: 'Hi', attachments: [] }, 'attachments', 'unknown_field'],
    [{ to: '+595981234567', text: 'Hi', from: '12345678901234567' }, 'from', 'looks_like'],
  ])('%j is refused at %s', async (body, field, code) => {
    const answer = await text(body);
    expectProblem(answer, 400, 'validation_failed');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ path: field, code }));
  });

  it('to several is a message for each, the same ones again under the same key, or none at all', async () => {
    const several = {
      to: ['0981 234 567', '0971 234 567'],
      text: 'x'.repeat(161),
      company: 'Canteen',
      providers: ['Text sandbox'],
      dedupe: { key: 'menu-of-monday', hours: 1 },
    };
    const send = (body: object, key: string) =>
      call(POST, {
        token,
        body: { channel: 'sms', ...body },
        headers: { 'idempotency-key': key, prefer: 'wait=5' },
      });
    const { status, body } = await send(several, 'monday');
    expect(status).toBe(202);
    expect(body).toEqual({ id: body.ids[0], ids: body.ids, status: 'queued', segments: 2 });
    const numbers = await Promise.all(body.ids.map(async (id: string) => (await read(id)).body.to));
    expect(numbers).toEqual([['+595981234567'], ['+595971234567']]);
    expect((await send(several, 'monday')).body).toEqual(body);
    expectProblem(await send({ ...several, text: 'Other' }, 'monday'), 409, 'idempotency_conflict');
    expect((await send(several, 'tuesday')).body).toMatchObject({ ids: body.ids, deduplicated: true });

    const count = async () => (await sql()`select from messages`).length;
    const before = await count();
    const refused = await send({ ...several, to: ['0981 234 567', '021 123 456', '1234'] }, 'wednesday');
    expect(refused.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual(
      [
        ['to.1', 'phone_landline'],
        ['to.2', 'phone_short'],
      ],
    );
    expect(await count()).toBe(before);
  });

  it('of several parts takes as many of its provider’s limit, and costs as many times', async () => {
    await makeProvider({
      name: 'Paid',
      kind: 'http-sms',
      fromEmail: null,
      costPerMessage: '0.05',
      limits: { day: 10 },
      settings: {
        endpoint: `${(await startApiServer(() => ({ status: 200, body: {} }))).url}/send`,
        template: '{"to":"{{to}}","text":"{{text}}"}',
      },
      secrets: { apiKey: 'right' },
    });
    const send = async (letters: number) => {
      const { body } = await text({ to: '+595981234567', text: 'x'.repeat(letters), providers: ['Paid'] });
      await deliverMessages(newId(), [body.id]);
      return (await read(body.id)).body;
    };
    const long = await send(800);
    expect(long).toMatchObject({ status: 'sent', segments: 6 });
    expect(long.attempts).toMatchObject([{ cost: '0.3' }]);
    // Nine of ten may be used by what is not urgent: three are left.
    expect(await send(600)).toMatchObject({ status: 'parked', reason: 'no_room' });
    await returnLeases();
    const [window] = await sql()<{ used: number }[]>`
      select used::int from usage_windows w join providers p on p.id = w.owner_id where p.name = 'Paid'`;
    expect(window!.used).toBe(6);
  });

  it('is made of a template: what that says as text, written as texts are', async () => {
    await makeTemplate({ key: 'saldo' });
    const { body, status } = await text({
      to: '+595981234567',
      template: 'saldo',
      language: 'es',
      variables: LOW_BALANCE,
      providers: ['Text sandbox'],
    });
    expect(status).toBe(202);
    expect(body.segments).toBeGreaterThan(0);
    expect((await read(body.id)).body).toMatchObject({
      text: expect.stringMatching(/Sofia le quedan Gs\. 4\.500/),
      hasHtml: false,
    });
    const both = await text({ to: '+595981234567', template: 'saldo', text: 'Hi' });
    expect(both.body.errors).toContainEqual(
      expect.objectContaining({ path: 'text', code: 'template_or_content' }),
    );
    expect((await text({ to: '+595981234567' })).body.errors).toContainEqual(
      expect.objectContaining({ path: 'text', code: 'required' }),
    );
  });

  it('that nobody waits for is held in the quiet hours of its company, and goes in the morning', async () => {
    await makeCompany({ name: 'Night shop', country: 'PY', timeZone: 'America/Asuncion' });
    // Quiet at this very hour there, until the next but one.
    const hour = Number(
      new Intl.DateTimeFormat('en', {
        timeZone: 'America/Asuncion',
        hour: 'numeric',
        hourCycle: 'h23',
      }).format(),
    );
    await updateSettings(testContext, {
      delivery: { quietHours: { fromHour: hour, untilHour: (hour + 2) % 24 } },
    });
    const send = async (over: object) => {
      const base = { to: '0981 234 567', text: 'Oferta', company: 'Night shop', providers: ['Text sandbox'] };
      const { body } = await text({ ...base, ...over });
      return (await read(body.id)).body;
    };
    const held = await send({ category: 'marketing' });
    expect(held.status).toBe('scheduled');
    const waits = Date.parse(held.scheduledAt) - Date.now();
    expect(waits).toBeGreaterThan(3_600_000 - 60_000);
    expect(waits).toBeLessThanOrEqual(2 * 3_600_000);
    expect(held.events).toMatchObject([{ type: 'scheduled', detail: { quietUntil: held.scheduledAt } }]);
    expect((await send({ category: 'marketing', priority: 'urgent' })).status).toBe('queued');
    expect((await send({})).status).toBe('queued');
    await updateSettings(testContext, { delivery: { quietHours: { fromHour: 0, untilHour: 0 } } });
    expect((await send({ category: 'marketing' })).status).toBe('queued');
  });

  it('goes to the gateway when Twilio fails, and each is asked once', async () => {
    const twilioFake = await startApiServer(() => ({
      status: 401,
      body: { code: 20003, message: 'Authenticate', status: 401 },
    }));
    const gatewayFake = await startApiServer(() => ({ status: 200, body: { id: 'gw-1' } }));
    const sid = `AC${'0'.repeat(32)}`;
    await makeProvider({
      name: 'Twilio',
      kind: 'twilio',
      fromEmail: null,
      priority: 90,
      settings: { accountSid: sid, sender: '+15005550006', endpoint: twilioFake.url },
      secrets: { apiKey: 'wrong' },
    });
    await makeProvider({
      name: 'Gateway',
      kind: 'http-sms',
      fromEmail: null,
      priority: 10,
      settings: {
        endpoint: `${gatewayFake.url}/send`,
        template: '{"to":"{{toDigits}}","message":"{{text}}"}',
        idPath: 'id',
      },
      secrets: { apiKey: 'right' },
    });
    const { body } = await text({
      to: '+595981234567',
      text: 'Pagó Gs.\u00A05.000',
      providers: ['Twilio', 'Gateway'],
    });
    await deliverMessages(newId(), [body.id]);
    expect((await read(body.id)).body).toMatchObject({ status: 'sent', provider: 'Gateway' });
    expect(twilioFake.calls).toHaveLength(1);
    expect(gatewayFake.calls.map((seen) => JSON.parse(seen.body.toString()))).toEqual([
      { to: '595981234567', message: 'Pagó Gs. 5.000' },
    ]);
  });
});
