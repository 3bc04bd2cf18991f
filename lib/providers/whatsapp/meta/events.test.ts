import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { QUERY } from '@/lib/events/query';
import { newId } from '@/lib/ids';
import { metaEvents } from './events';

const PHONE = '106540352242922';

describe('what Meta tells', () => {
  const config = {
    settings: { phoneNumberId: PHONE },
    secrets: { webhookAppSecret: 'app-secret-for-tests', webhookVerifyToken: 'our own word' },
  };
  const request = (body: string, headers: Record<string, string> = {}) => ({
    headers,
    body: Buffer.from(body),
    receivedAt: new Date(),
  });
  // Made with OpenSSL over these very bytes.
  const SIGNED: [string, string][] = [
    [
      '{"object":"whatsapp_business_account","entry":[]}',
      '1ca363dab318df784e1963b29dca91e2098e6cf2fbf0d3c14e09580a90684a61',
    ],
    [
      String.raw`{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.A","status":"failed","errors":[{"title":"Mensaje no \u00fatil \/ prueba"}]}]}}]}]}`,
      'b354b313ef863d2ff82059d09cf5d0989a8106429c2350124508c685ba206625',
    ],
  ];

  it.each(SIGNED)('is taken by the bytes as they came: %s', (body, hash) => {
    const headers = { 'x-hub-signature-256': `sha256=${hash}` };
    expect(metaEvents.verify(request(body, headers), config)).toEqual({ ok: true });
    expect(metaEvents.verify(request(`${body} `, headers), config)).toMatchObject({ ok: false });
    expect(metaEvents.verify(request(body), config)).toMatchObject({ ok: false });
    expect(metaEvents.verify(request(body, headers), { ...config, secrets: {} })).toMatchObject({
      ok: false,
    });
  });

  it('read and written again it is another', () => {
    const [body, hash] = SIGNED[1]!;
    const again = JSON.stringify(JSON.parse(body));
    expect(createHmac('sha256', 'app-secret-for-tests').update(again).digest('hex')).not.toBe(hash);
  });

  it('answers the one who knows our word', () => {
    const ask = (query: string) => metaEvents.challenge(request('', { [QUERY]: query }), config);
    const asked = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=';
    expect(ask(`${asked}our+own+word`)).toMatchObject({ body: '1158201444' });
    expect(ask(`${asked}another`)).toBeNull();
    expect(ask('hub.challenge=1')).toBeNull();
  });

  it('is read in all of its lists, of our number alone', () => {
    const ours = newId();
    const value = (more: object, phone = PHONE) => ({
      field: 'messages',
      value: { messaging_product: 'whatsapp', metadata: { phone_number_id: phone }, ...more },
    });
    const status = (state: string, more: object = {}) => ({
      id: 'wamid.A',
      status: state,
      timestamp: '1795000000',
      recipient_id: '595981234567',
      biz_opaque_callback_data: ours,
      ...more,
    });
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            value({ statuses: [status('sent'), status('read')] }),
            value({ statuses: [status('sent')] }, '9'),
          ],
        },
        {
          id: '2',
          changes: [
            value({
              statuses: [
                status('failed', {
                  recipient_id: undefined,
                  errors: [{ code: 131026, error_data: { details: 'Not there' } }],
                }),
                status('a-state-of-tomorrow'),
              ],
              messages: [
                {
                  from: '595971234567',
                  id: 'wamid.B',
                  timestamp: '1795000000',
                  type: 'text',
                  text: { body: 'Baja' },
                },
              ],
            }),
          ],
        },
      ],
    });
    expect(metaEvents.parse(request(body), config)).toMatchObject([
      { messageId: ours, type: 'sent', recipient: null, at: new Date(1_795_000_000_000) },
      { messageId: ours, type: 'opened' },
      { messageId: ours, type: 'bounced', recipient: null, detail: { code: '131026', reply: 'Not there' } },
      { answerOf: '+595971234567', type: 'replied', detail: { text: 'Baja' } },
    ]);
  });
});
