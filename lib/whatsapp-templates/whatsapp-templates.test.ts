import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { readInbound } from '@/lib/inbound/read-inbound';
import { forgetSettings } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeInbound, makeProvider, testContext } from '@/lib/testing/factories';
import { META_TOKEN, metaTemplate, playMetaAccount, SENDER_ID, WABA } from '@/lib/testing/whatsapp-account';
import { ownAccount } from '@/lib/testing/whatsapp-examples';
import { bindTemplate, unbindTemplate } from './bind';
import { getProviderTemplates, readProviderTemplates } from './list';
import { keepWhatsAppTemplates } from './read';

useTestDatabase();
allowLoopbackTargets();
// Whatever hour it is here.
beforeAll(() => updateSettings(testContext, { delivery: { quietHours: { categories: [] } } }));

const VALUES = { 1: '{{ student_name }}', 2: '{{ balance | money: "PYG" }}' };
const bound = { language: 'es', name: 'su_saldo', nameLanguage: 'es', values: VALUES };

describe('the templates of an account', () => {
  it('are kept as they were read, and one that is gone there is gone here', async () => {
    const { templates, id, view } = await ownAccount([metaTemplate(), metaTemplate({ name: 'otra' })]);
    expect(await view()).toMatchObject({
      supported: true,
      missing: null,
      reading: false,
      problem: null,
      templates: [{ name: 'otra' }, { name: 'su_saldo', state: 'approved', quality: 'green', bound: [] }],
    });
    templates.splice(1, 1);
    await readProviderTemplates(testContext, { id });
    expect(await view()).toMatchObject({ reading: true });
    await keepWhatsAppTemplates();
    expect((await view()).templates.map(({ name }) => name)).toEqual(['su_saldo']);
  });

  it('what is asked for while they are read is read once more', async () => {
    const { promise: reading, resolve: isReading } = Promise.withResolvers<void>();
    const { promise: told, resolve: tell } = Promise.withResolvers<void>();
    const { answer } = playMetaAccount();
    const { url } = await startApiServer(async (call) => {
      isReading();
      await told;
      return answer(call);
    });
    const { id } = await makeProvider({
      kind: 'whatsapp',
      fromEmail: null,
      settings: { phoneNumberId: SENDER_ID, businessAccountId: WABA, endpoint: url },
      secrets: { apiKey: META_TOKEN },
    });
    await readProviderTemplates(testContext, { id });
    const first = keepWhatsAppTemplates();
    await reading;
    await readProviderTemplates(testContext, { id });
    tell();
    await first;
    expect(await getProviderTemplates(testContext, { id })).toMatchObject({ reading: true });
    await keepWhatsAppTemplates();
    expect(await getProviderTemplates(testContext, { id })).toMatchObject({ reading: false });
  });

  it('a key that may not read them is told, and what was read stays', async () => {
    const { id, view } = await ownAccount();
    await sql()`update whatsapp_reads set due_at = now() where provider_id = ${id}`;
    const { id: other } = await makeProvider({
      kind: 'whatsapp',
      fromEmail: null,
      settings: {
        phoneNumberId: SENDER_ID,
        businessAccountId: WABA,
        endpoint: (await startApiServer(playMetaAccount().answer)).url,
      },
      secrets: { apiKey: 'another' },
    });
    await readProviderTemplates(testContext, { id: other });
    await keepWhatsAppTemplates();
    expect(await getProviderTemplates(testContext, { id: other })).toMatchObject({
      problem: 'permission',
      templates: [],
    });
    expect((await view()).templates).toHaveLength(1);
  });

  it('what Meta tells between two readings holds at once, is in the log, and is read again', async () => {
    const { id, view } = await ownAccount();
    const value = {
      event: 'PAUSED',
      message_template_id: 1,
      message_template_name: 'su_saldo',
      message_template_language: 'es',
      reason: 'NONE',
    };
    const change = { field: 'message_template_status_update', value };
    await makeInbound(
      id,
      JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: WABA, changes: [change] }] }),
    );
    await readInbound();
    expect(await view()).toMatchObject({ reading: true, templates: [{ state: 'paused' }] });
    expect(
      await sql()`select before->>'state' as before, after->>'state' as after from audit_log where action = 'whatsapp_template.change' and subject_id = ${id}`,
    ).toEqual([{ before: 'approved', after: 'paused' }]);
    await keepWhatsAppTemplates();
    expect(await view()).toMatchObject({ reading: false, templates: [{ state: 'approved' }] });
  });
});

describe('a template of ours bound to an approved one', () => {
  it('goes by it to whoever has not written, filled in for them', async () => {
    const { id, template, send, sent, view } = await ownAccount();
    expect(await send()).toMatchObject({ status: 'failed', recipients: [{ code: 'window_closed' }] });
    await bindTemplate(testContext, { id, template, ...bound });
    expect((await view()).templates).toMatchObject([
      { bound: [{ template, language: 'es', values: VALUES }] },
    ]);
    expect(await send()).toMatchObject({ status: 'sent' });
    const parameters = [
      { type: 'text', text: 'Sofía' },
      { type: 'text', text: 'Gs. 4.500' },
    ];
    expect(sent).toMatchObject([
      {
        type: 'template',
        template: { name: 'su_saldo', language: { code: 'es' }, components: [{ type: 'body', parameters }] },
      },
    ]);
    await unbindTemplate(testContext, { id, template, language: 'es' });
    expect(await send()).toMatchObject({ status: 'failed', recipients: [{ code: 'window_closed' }] });
  });

  it('goes as a text to whoever wrote within 24 hours', async () => {
    const { id, template, send, sent } = await ownAccount();
    await bindTemplate(testContext, { id, template, ...bound });
    const first = await send({ to: '+595971234567' });
    await sql()`
      insert into events (id, message_id, type, at, recipient, provider_id)
      values (gen_random_uuid(), ${first.id}, 'replied', now(), '+595971234567', ${id})`;
    await send({ to: '+595971234567' });
    expect(sent.map(({ type }) => type)).toEqual(['template', 'text']);
  });

  it('is refused with the reason where the settings say so', async () => {
    const { id, template, send, sent } = await ownAccount();
    await bindTemplate(testContext, { id, template, ...bound });
    await updateSettings(testContext, { delivery: { whatsapp: { outsideWindow: 'refuse' } } });
    try {
      expect(await send()).toMatchObject({ status: 'failed', recipients: [{ code: 'window_refused' }] });
    } finally {
      await updateSettings(testContext, { delivery: { whatsapp: { outsideWindow: 'template' } } });
      forgetSettings();
    }
    expect(sent).toEqual([]);
  });

  it('is not sent while WhatsApp would refuse it, and nobody asks to find out', async () => {
    const { id, template, send, sent } = await ownAccount([metaTemplate({ status: 'PAUSED' })]);
    await bindTemplate(testContext, { id, template, ...bound });
    expect(await send()).toMatchObject({
      status: 'failed',
      recipients: [{ code: 'template_not_approved', reply: expect.stringContaining('paused') }],
    });
    await sql()`update whatsapp_templates set state = 'approved', parameters = '["1"]' where provider_id = ${id}`;
    expect(await send()).toMatchObject({ status: 'failed', recipients: [{ code: 'template_variables' }] });
    expect(sent).toEqual([]);
  });

  it.each([
    [{ values: { 1: '{{ student_name }}' } }, 'values.2', 'required'],
    [{ values: { ...VALUES, 3: 'x' } }, 'values.3', 'unknown_field'],
    [{ values: { ...VALUES, 2: '{{ price }}' } }, 'values.2', 'template_undeclared'],
    [{ values: { ...VALUES, 2: '{{ balance ' } }, 'values.2', 'template_liquid'],
    [{ name: 'none' }, 'name', 'no_whatsapp_template'],
    [{ language: 'pt' }, 'language', 'no_template_language'],
  ])('%j is refused at %s', async (over, path, code) => {
    const { id, template } = await ownAccount();
    await expect(
      bindTemplate(testContext, { id, template, ...bound, ...over } as never),
    ).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path, code }],
    });
  });
});

it('an account that nobody has named is asked for nothing', async () => {
  const { id } = await makeProvider({
    kind: 'whatsapp',
    fromEmail: null,
    settings: { phoneNumberId: SENDER_ID },
    secrets: { apiKey: META_TOKEN },
  });
  expect(await getProviderTemplates(testContext, { id })).toMatchObject({
    supported: true,
    missing: 'businessAccountId',
  });
  await expect(readProviderTemplates(testContext, { id })).rejects.toMatchObject({
    options: { reason: { code: 'whatsapp_account_missing' } },
  });
});
