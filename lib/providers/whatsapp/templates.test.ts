import { describe, expect, it } from 'vitest';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { META_TOKEN, metaTemplate, playMetaAccount, SENDER_ID, WABA } from '@/lib/testing/whatsapp-account';
import { metaTemplates } from './meta/templates';
import { parametersOf } from './parameters';
import { twilioTemplates } from './twilio/templates';

allowLoopbackTargets();

const common = { id: '018f0000-0000-7000-8000-000000000000', name: 'WhatsApp', version: 1 };

async function atMeta(account = playMetaAccount()) {
  const { url, calls } = await startApiServer(account.answer);
  const config = {
    ...common,
    settings: {
      phoneNumberId: SENDER_ID,
      businessAccountId: WABA,
      graphVersion: 'v25.0',
      endpoint: url,
      timeoutMs: 5000,
    },
    secrets: { apiKey: META_TOKEN },
  } as never;
  return { account, config, calls };
}

describe('the templates of an account at Meta', () => {
  it('are read page by page, with state, category and quality', async () => {
    const rejected = metaTemplate({
      name: 'promo',
      status: 'REJECTED',
      category: 'MARKETING',
      rejected_reason: 'INVALID_FORMAT',
      quality_score: { score: 'UNKNOWN' },
      components: [
        { type: 'HEADER', format: 'DOCUMENT' },
        { type: 'BODY', text: 'Hola {{nombre}}, venga.' },
      ],
    });
    const { config, calls } = await atMeta(
      playMetaAccount([
        metaTemplate(),
        rejected,
        metaTemplate({ name: 'gone', status: 'DELETED' }),
        metaTemplate({ name: 'c' }),
      ]),
    );
    const listed = await metaTemplates.list(config);
    expect(calls).toHaveLength(2);
    expect(listed.map(({ name }) => name)).toEqual(['su_saldo', 'promo', 'c']);
    expect(listed[0]).toEqual({
      name: 'su_saldo',
      title: 'su_saldo',
      language: 'es',
      category: 'utility',
      state: 'approved',
      quality: 'green',
      reason: null,
      header: 'none',
      body: 'A {{1}} le quedan {{2}} en la cantina.',
      parameters: ['1', '2'],
    });
    expect(listed[1]).toMatchObject({
      state: 'rejected',
      category: 'marketing',
      quality: null,
      reason: 'INVALID_FORMAT',
      header: 'document',
      parameters: ['nombre'],
    });
  });

  it('a new one is handed in with its examples, and waits', async () => {
    const { account, config } = await atMeta(playMetaAccount([]));
    const made = await metaTemplates.submit(config, {
      name: 'su_recibo',
      language: 'es',
      category: 'utility',
      body: 'Su recibo {{1}} está listo.',
      examples: ['13'],
    });
    expect(made).toEqual({ name: 'su_recibo', language: 'es', state: 'waiting', category: 'utility' });
    expect(account.templates).toMatchObject([{ name: 'su_recibo', category: 'UTILITY', status: 'PENDING' }]);
  });

  it('a refusal is told with its words', async () => {
    const { config } = await atMeta();
    await expect(
      metaTemplates.submit(config, {
        name: 'su_saldo',
        language: 'es',
        category: 'utility',
        body: 'Hola.',
        examples: [],
      }),
    ).rejects.toMatchObject({
      problem: 'refused',
      message: expect.stringContaining('already Spanish content'),
    });
  });

  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update */
  it('are told to change, and those of another account are not ours', async () => {
    const { config } = await atMeta();
    const of = { message_template_id: 1, message_template_name: 'su_saldo', message_template_language: 'es' };
    const entry = (id: string) => ({
      id,
      time: 1739321024,
      changes: [
        {
          field: 'message_template_status_update',
          value: {
            ...of,
            event: 'PAUSED',
            reason: 'NONE',
            other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours.' },
          },
        },
        {
          field: 'message_template_quality_update',
          value: { ...of, previous_quality_score: 'GREEN', new_quality_score: 'RED' },
        },
        {
          field: 'template_category_update',
          value: {
            ...of,
            message_template_language: 'en-US',
            previous_category: 'UTILITY',
            new_category: 'MARKETING',
          },
        },
      ],
    });
    const body = Buffer.from(
      JSON.stringify({ object: 'whatsapp_business_account', entry: [entry(WABA), entry('999')] }),
    );
    expect(metaTemplates.changes!({ headers: {}, body, receivedAt: new Date() }, config)).toEqual([
      { name: 'su_saldo', language: 'es', state: 'paused', reason: 'Paused for 3 hours.' },
      { name: 'su_saldo', language: 'es', quality: 'red' },
      { name: 'su_saldo', language: 'en_US', category: 'marketing' },
    ]);
  });
});

describe('the templates of an account at Twilio', () => {
  const SID = `AC${'0'.repeat(32)}`;
  const HX = `HX${'a'.repeat(32)}`;

  /** Answers as at https://www.twilio.com/docs/content/content-api-resources */
  it('are read with what WhatsApp said of them, page by page', async () => {
    const server: { url: string } = await startApiServer(({ method, path, headers }) => {
      expect(method).toBe('GET');
      expect(headers.authorization).toBe(`Basic ${Buffer.from(`${SID}:token`).toString('base64')}`);
      const first = path === '/v1/ContentAndApprovals?PageSize=100';
      const approval = { name: 'su_saldo', category: 'UTILITY', status: 'approved', rejection_reason: '' };
      return {
        status: 200,
        body: {
          meta: {
            next_page_url: first
              ? `${server.url}/v1/ContentAndApprovals?PageSize=100&Page=1`
              : 'https://elsewhere.test/v1',
          },
          contents: first
            ? [
                {
                  sid: HX,
                  friendly_name: 'su_saldo',
                  language: 'es',
                  variables: { 2: '3.000', 1: 'Ana' },
                  types: { 'twilio/text': { body: 'A {{1}} le quedan {{2}}.' } },
                  approval_requests: approval,
                },
              ]
            : [
                {
                  sid: `HX${'b'.repeat(32)}`,
                  friendly_name: 'x',
                  language: 'es',
                  types: { 'twilio/card': {} },
                  approval_requests: {},
                },
              ],
        },
      };
    });
    const config = {
      ...common,
      settings: { accountSid: SID, endpoint: server.url },
      secrets: { apiKey: 'token' },
    } as never;
    expect(await twilioTemplates.list(config)).toMatchObject([
      {
        name: HX,
        title: 'su_saldo',
        state: 'approved',
        category: 'utility',
        parameters: ['1', '2'],
        header: 'none',
        reason: null,
      },
      { state: 'draft', category: null, header: 'other' },
    ]);
  });

  it('a new one is made, then handed in to WhatsApp', async () => {
    const { url, calls } = await startApiServer(({ path }) =>
      path === '/v1/Content'
        ? { status: 201, body: { sid: HX } }
        : {
            status: 201,
            body: { category: 'UTILITY', name: 'su_recibo', status: 'received', rejection_reason: '' },
          },
    );
    const config = {
      ...common,
      settings: { accountSid: SID, endpoint: url },
      secrets: { apiKey: 'token' },
    } as never;
    const made = await twilioTemplates.submit(config, {
      name: 'su_recibo',
      language: 'es_AR',
      category: 'utility',
      body: 'Su recibo {{1}} está listo.',
      examples: ['13'],
    });
    // As it is listed: bound under another language it would look lost.
    expect(made).toEqual({ name: HX, language: 'es', state: 'waiting', category: 'utility' });
    expect(calls.map(({ path, body }) => [path, JSON.parse(body.toString())])).toEqual([
      [
        '/v1/Content',
        {
          friendly_name: 'su_recibo',
          language: 'es',
          variables: { 1: '13' },
          types: { 'twilio/text': { body: 'Su recibo {{1}} está listo.' } },
        },
      ],
      [`/v1/Content/${HX}/ApprovalRequests/whatsapp`, { name: 'su_recibo', category: 'UTILITY' }],
    ]);
  });
});

it('numbers are by their order, names by their place, each once', () => {
  expect(parametersOf('{{10}} {{2}} {{ 2 }} {{1}}')).toEqual(['1', '2', '10']);
  expect(parametersOf('{{b}} {{a}} {{b}}')).toEqual(['b', 'a']);
});
