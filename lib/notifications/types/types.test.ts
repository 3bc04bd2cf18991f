import { describe, expect, test } from 'vitest';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeTemplate } from '@/lib/testing/templates';
import { deleteType, updateType } from './change';
import { getType, listTypes } from './list';
import type { TypePatch } from './schema';

useDatabaseForEachTest();

const get = (id: string, company?: string) => getType(testContext, { id, ...(company && { company }) });
const change = (id: string, patch: TypePatch) => updateType(testContext, { id, ...patch });

describe('what is built in', () => {
  // As the issue has them: the mission's row I2, and the channels that each has at first.
  test('is the list of the mission, each with a template, texts and channels', async () => {
    const { data } = await listTypes(testContext, {});
    expect(data.map(({ key }) => key)).toEqual([
      'document-created',
      'subscription-expiring',
      'subscription-expired',
      'maintenance-reminder',
      'inspection-due',
      'payment-pending',
      'inactive-customer',
      'low-balance',
      'topup-received',
      'account-overdue',
      'training-reminder',
    ]);
    const channels = Object.fromEntries(
      data.map(({ key, steps }) => [key, steps.map(({ channel }) => channel)]),
    );
    expect(channels).toMatchObject({
      'low-balance': ['email', 'sms'],
      'account-overdue': ['email', 'sms'],
      'topup-received': ['email'],
      'document-created': ['email', 'whatsapp'],
    });
    for (const type of data)
      expect(type).toMatchObject({ origin: 'built_in', template: type.key, required: false });
    const needed = data
      .find(({ key }) => key === 'low-balance')!
      .variables.filter(({ required }) => required);
    expect(needed.map(({ name }) => name)).toEqual(['student_name', 'card_number', 'balance', 'topup_url']);
  });

  test('is changed for all, and is as it was once that is taken back', async () => {
    const changed = await change('low-balance', { mode: 'until_delivered', version: 0 });
    expect(changed).toMatchObject({ origin: 'changed', mode: 'until_delivered', version: 1 });
    await expect(change('low-balance', { active: false, version: 0 })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await deleteType(testContext, { id: 'low-balance' });
    expect(await get('low-balance')).toMatchObject({ origin: 'built_in', mode: 'all' });
    await expect(deleteType(testContext, { id: 'low-balance' })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is switched off by one company and not by the others', async () => {
    const [one, other] = [await makeCompany(), await makeCompany()];
    await change('topup-received', { active: false, company: one.key });
    expect(await get('topup-received', one.key)).toMatchObject({ active: false, company: one.key });
    expect(await get('topup-received', other.key)).toMatchObject({ active: true, origin: 'built_in' });
    expect(await get('topup-received')).toMatchObject({ active: true });
  });

  test('has the variables of the template that there is under its key', async () => {
    await makeTemplate({ key: 'low-balance' });
    const { variables } = await get('low-balance');
    expect(variables.map(({ name }) => name)).toEqual(['student_name', 'balance', 'topup_url', 'grade']);
  });
});

describe('one of your own', () => {
  test('is made, changed and deleted; its key is nobody else’s', async () => {
    const { key } = await makeType();
    await expect(makeType({ key })).rejects.toMatchObject({ code: 'name_taken' });
    await expect(makeType({ key: 'low-balance' })).rejects.toMatchObject({ code: 'name_taken' });
    expect(await change(key, { priority: 'high' })).toMatchObject({
      origin: 'own',
      priority: 'high',
      version: 2,
    });
    await deleteType(testContext, { id: key });
    await expect(get(key)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is refused where a channel has nothing to say, or says what nobody can read', async () => {
    const errorsOf = (type: ReturnType<typeof makeType>) =>
      type.catch(({ errors }) => errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`));
    expect(
      await errorsOf(makeType({ steps: [{ channel: 'email' }, { channel: 'sms' }], texts: {} })),
    ).toEqual(['template required', 'texts required']);
    expect(await errorsOf(makeType({ texts: { es: '{% if %}' } }))).toEqual(['texts.es template_liquid']);
    expect(await errorsOf(makeType({ template: 'nowhere' }))).toEqual(['template no_template']);
  });

  test('of another company is neither seen nor changed', async () => {
    const [one, other] = [await makeCompany(), await makeCompany()];
    const { id } = await makeType({ company: one.key });
    const ctx = { ...testContext, companyId: other.id };
    await expect(getType(ctx, { id: id! })).rejects.toMatchObject({ code: 'not_found' });
    await expect(updateType(ctx, { id: id!, active: false })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteType(ctx, { id: id! })).rejects.toMatchObject({ code: 'not_found' });
  });
});
