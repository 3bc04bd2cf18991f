import { beforeAll, describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
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
