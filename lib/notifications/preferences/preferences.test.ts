import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { getMessage } from '@/lib/messages/get';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { getNotification } from '../list';
import { answerPreferences } from './answer-preferences';
import { preferencesUrl } from './link';
import { updatePreferences } from './save';
import { getPreferences } from './view';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
  await makeProvider();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  forgetEnv();
});

const both = { steps: [{ channel: 'sms' }, { channel: 'whatsapp' }] as { channel: 'sms' | 'whatsapp' }[] };
const phone = '+595981123456';

describe('what a person refused', () => {
  it('is not sent, and the notification says so; by the other channels it is', async () => {
    const type = await makeType(both);
    const { id } = await makeContact({ phone });
    await updatePreferences(testContext, { id, types: { [type.key]: { sms: false } } });
    const told = await makeNotification({ type: type.key, contact: id });
    expect(told.channels).toMatchObject([
      { channel: 'sms', state: 'skipped', reason: 'not_wanted' },
      { channel: 'whatsapp', state: 'handed_over' },
    ]);
    await updatePreferences(testContext, { id, types: { [type.key]: { whatsapp: false } } });
    const none = await makeNotification({ type: type.key, contact: id });
    expect(none).toMatchObject({ state: 'skipped', reason: 'not_wanted' });
    expect((await getNotification(testContext, { id: none.id })).reason).toBe('not_wanted');
    await updatePreferences(testContext, { id, types: { [type.key]: { sms: true } } });
    expect(await makeNotification({ type: type.key, contact: id })).toMatchObject({ state: 'waiting' });
  });

  it('is nothing of a type whose key every object has', async () => {
    const type = await makeType({ ...both, key: 'constructor', collectable: true });
    const { id } = await makeContact({ phone });
    const shown = (await getPreferences(testContext, { id })).types.find(({ key }) => key === type.key);
    expect(shown).toMatchObject({ digest: null, channels: [{ wanted: true }, { wanted: true }] });
    expect(await makeNotification({ type: type.key, contact: id })).toMatchObject({ state: 'waiting' });
  });

  it('of a type that everybody gets is told as locked, cannot be chosen, and is sent whatever was chosen before', async () => {
    const type = await makeType(both);
    const { id } = await makeContact({ phone });
    await updatePreferences(testContext, { id, types: { [type.key]: { sms: false } } });
    await sql()`update notification_types set required = true`;
    const { types } = await getPreferences(testContext, { id });
    expect(types.find(({ key }) => key === type.key)).toMatchObject({
      required: true,
      channels: [
        { channel: 'sms', wanted: true },
        { channel: 'whatsapp', wanted: true },
      ],
    });
    await expect(
      updatePreferences(testContext, { id, types: { [type.key]: { whatsapp: false } } }),
    ).rejects.toMatchObject({ options: { errors: [{ code: 'type_required' }] } });
    expect(await makeNotification({ type: type.key, contact: id })).toMatchObject({ state: 'waiting' });
  });

  it('holds for a program that sends to the address alone, unless somebody else there wants it', async () => {
    const type = await makeType({
      steps: [{ channel: 'email' }],
      template: 'payment-pending',
      texts: {},
      variables: [],
    });
    const variables = Object.fromEntries(type.variables.map(({ name, example }) => [name, example]));
    const email = 'parent@example.com';
    const send = () => makeNotification({ type: type.key, to: 'Parent@Example.com', variables });
    const sofia = await makeContact({ email });
    await updatePreferences(testContext, { id: sofia.id, types: { [type.key]: { email: false } } });
    expect(await send()).toMatchObject({ state: 'skipped', reason: 'not_wanted' });
    await makeContact({ email });
    expect(await send()).toMatchObject({ state: 'waiting' });
  });

  it('is for another company what it was', async () => {
    const company = await makeCompany({});
    const type = await makeType(both);
    const { id } = await makeContact({ phone, company: company.key });
    const ctx = { ...testContext, companyId: (await makeCompany({})).id };
    await expect(getPreferences(ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
    const change = updatePreferences(ctx, { id, types: { [type.key]: { sms: false } } });
    await expect(change).rejects.toMatchObject({ code: 'not_found' });
  });

  it('was chosen on what was read: who saved meanwhile is not overwritten', async () => {
    const { id } = await makeContact({ phone });
    const quietHours = { fromHour: 22, untilHour: 7 };
    expect(await updatePreferences(testContext, { id, quietHours, version: 0 })).toMatchObject({
      version: 1,
      quietHours,
    });
    const late = updatePreferences(testContext, { id, quietHours: null, version: 0 });
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });
});

describe('hours in which a phone is left alone', () => {
  const at = (time: string) => vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });
  const dueAt = async (contact: string, type: string) => {
    const { channels } = await makeNotification({ type, contact });
    return (await getMessage(testContext, channels[0]!.messageId!)).scheduledAt ?? null;
  };

  it('of a person hold by their clocks, for all but what is urgent, and no mail waits', async () => {
    const zone = { phone, timeZone: 'America/Asuncion' };
    const { id } = await makeContact(zone);
    const [usual, urgent] = [await makeType({}), await makeType({ priority: 'urgent' })];
    await updatePreferences(testContext, { id, quietHours: { fromHour: 22, untilHour: 7 } });
    at('2026-12-01T02:30:00Z');
    expect(await dueAt(id, usual.key)).toBe('2026-12-01T10:00:00.000Z');
    expect(await dueAt(id, urgent.key)).toBeNull();
    vi.useRealTimers();
    at('2026-12-01T15:00:00Z');
    expect(await dueAt(id, usual.key)).toBeNull();
  });

  it('come after those of the company, where these end first', async () => {
    const { id } = await makeContact({ phone, timeZone: 'UTC' });
    const offer = await makeType({ marketing: true });
    await updatePreferences(testContext, { id, quietHours: { fromHour: 8, untilHour: 10 } });
    // The company leaves phones alone until 8 (its clock is UTC here); right then this person’s own hours begin.
    at('2026-12-01T23:00:00Z');
    expect(await dueAt(id, offer.key)).toBe('2026-12-02T10:00:00.000Z');
  });
});

describe('the page behind the link', () => {
  const call = (url: string, init: RequestInit = {}) =>
    answerPreferences(
      new Request(url, { headers: { 'accept-language': 'es' }, ...init }),
      new URL(url).pathname.split('/').at(-1)!,
    );

  async function makePage() {
    const type = await makeType({ ...both, title: 'Libro <vencido>' });
    const { id } = await makeContact({ phone, name: 'Ana' });
    await makeNotification({ type: type.key, contact: id });
    return { id, key: type.key, url: (await preferencesUrl(id))! };
  }

  it('shows what there is to choose in the language of the person, and changes nothing by being opened', async () => {
    const { id, key, url } = await makePage();
    const answer = await call(url);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-language': 'es',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
    const html = await answer.text();
    expect(html).toContain('Libro &#60;vencido&#62;');
    expect(html).toContain(`value="${key} sms" checked`);
    // What nobody here was ever told of is nothing to choose about.
    expect(html).not.toContain('low-balance');
    expect(await (await call(`${url}?lang=en`)).text()).toContain('What should we tell you?');
    expect(await getPreferences(testContext, { id })).toMatchObject({ version: 0 });
  });

  it('saves what was ticked and what was not, hours and language, and leaves what it did not show', async () => {
    const { id, key, url } = await makePage();
    const other = await makeType(both);
    await updatePreferences(testContext, { id, types: { [other.key]: { sms: false } } });
    const body = new URLSearchParams([
      ['does', 'save'],
      ['shown', `${key} sms`],
      ['shown', `${key} whatsapp`],
      ['wanted', `${key} whatsapp`],
      ['quietFrom', '22'],
      ['quietUntil', '6'],
      ['language', 'en'],
    ]);
    const answer = await call(url, { method: 'POST', body: body.toString() });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Saved.');
    const saved = await getPreferences(testContext, { id });
    expect(saved).toMatchObject({ language: 'en', quietHours: { fromHour: 22, untilHour: 6 } });
    const chosen = saved.types.flatMap(({ key: type, channels }) =>
      channels.filter(({ wanted }) => !wanted).map(({ channel }) => [type, channel]),
    );
    expect(chosen.toSorted()).toEqual(
      [
        [key, 'sms'],
        [other.key, 'sms'],
      ].toSorted(),
    );
  });

  it('of a forged link, one for something else, and somebody who is deleted shows nothing', async () => {
    const { id, url } = await makePage();
    for (const forged of [`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`, `${url}x`])
      expect((await call(forged)).status).toBe(404);
    await sql()`delete from contacts where id = ${id}`;
    expect((await call(url)).status).toBe(410);
  });

  it('pressed again and again is refused in the end', async () => {
    const { url } = await makePage();
    const press = () => call(url, { method: 'POST', body: 'does=save' });
    const answers: number[] = [];
    for (let time = 0; time < 22; time++) answers.push((await press()).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
  });

  it('is in the texts of a type where they name it', async () => {
    const type = await makeType({ texts: { es: '{{ book }} {{ preferences_url }}' } });
    const { id } = await makeContact({ phone });
    const { channels } = await makeNotification({ type: type.key, contact: id });
    const { text } = await getMessage(testContext, channels[0]!.messageId!);
    expect(text).toContain(await preferencesUrl(id));
  });
});
