import { describe, expect, it, vi } from 'vitest';
import { runCampaign } from '@/lib/campaigns/run';
import { startCampaign } from '@/lib/campaigns/start';
import { listDuplicates } from '@/lib/contacts/duplicates';
import { exportContacts } from '@/lib/contacts/export';
import { getContact } from '@/lib/contacts/get';
import { importContacts } from '@/lib/contacts/import';
import { ContactImport } from '@/lib/contacts/import-schema';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { putFeedItem } from '@/lib/feed/put';
import { newId } from '@/lib/ids';
import { updatePreferences } from '@/lib/notifications/preferences/save';
import { getPreferences } from '@/lib/notifications/preferences/view';
import { makeCampaign, runToEnd } from '@/lib/testing/campaigns';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { worker } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeNotification } from '@/lib/testing/notifications';
import { makeKind, makeSubject } from '@/lib/testing/rules';
import { mergeContacts } from './merge-contacts';

useDatabaseForEachTest();

const email = 'ana@example.com';
const phone = '+595981123456';

describe('two contacts who are one person', () => {
  it('are one with what either knew, what the one says counting, and all that hung on the other', async () => {
    await makeProvider();
    const kept = await makeContact({ key: 'A', email, name: 'Ana B.', fields: { grade: '5' } });
    const other = await makeContact({
      ...{ key: 'B', email, phone, name: 'Ana', language: 'es' },
      fields: { grade: '4', pet: 'cat' },
    });
    const told = await makeNotification({ contact: other.id });
    const { key: kind } = await makeKind();
    const subject = await makeSubject(kind, {}, { contact: other.id });
    await putFeedItem({
      contactId: other.id,
      notificationId: newId(),
      type: 'x',
      title: 'T',
      body: 'b',
      url: null,
    });
    await updatePreferences(testContext, { id: kept.id, types: { 'low-balance': { sms: false } } });
    await updatePreferences(testContext, { id: other.id, types: { 'low-balance': { email: false } } });
    const one = await mergeContacts(testContext, { id: 'A', other: 'B' });
    expect(one).toMatchObject({
      ...{ id: kept.id, key: 'A', name: 'Ana B.', email, phone, language: 'es' },
      fields: { grade: '5', pet: 'cat' },
    });
    await expect(getContact(testContext, { id: other.id })).rejects.toMatchObject({ code: 'not_found' });
    const ofKept = async (table: string, id: string) =>
      (await sql()`select contact_id from ${sql()(table)} where id = ${id}`)[0]!.contact_id === kept.id;
    expect(await ofKept('notifications', told.id)).toBe(true);
    expect(await ofKept('subjects', subject.id)).toBe(true);
    expect(await sql()`select from feed_items where contact_id = ${kept.id}`).toHaveLength(1);
    const { types } = await getPreferences(testContext, { id: kept.id });
    expect(types.find(({ key }) => key === 'low-balance')!.channels.map(({ wanted }) => wanted)).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('get the mail of a campaign under way once, whichever of them is kept', async (keep, go) => {
    vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
    forgetEnv();
    await makeProvider({ fromEmail: 'news@example.com' });
    const two = [await makeContact({ key: 'A', email }), await makeContact({ key: 'B', email })];
    const { id } = await makeCampaign();
    await startCampaign(testContext, { id, anyway: true });
    await runCampaign(worker, id);
    await mergeContacts(testContext, { id: two[keep]!.id, other: two[go]!.id });
    expect(await runToEnd(id)).toMatchObject({ state: 'finished', books: { sent: 1 } });
    expect(await sql()`select contact_id as id from campaign_recipients where state = 'queued'`).toEqual([
      { id: two[keep]!.id },
    ]);
  });

  it('take the key of whoever has one, and are found by an address they share', async () => {
    const kept = await makeContact({ key: undefined, email, phone });
    const other = await makeContact({ key: 'B', email: 'other@example.com', whatsapp: phone });
    await makeContact({ key: 'C', phone: '+595981999999' });
    expect((await listDuplicates(testContext, { id: kept.id })).data.map(({ id }) => id)).toEqual([other.id]);
    expect(await mergeContacts(testContext, { id: kept.id, other: 'B' })).toMatchObject({ key: 'B', email });
    expect((await listDuplicates(testContext, { id: kept.id })).data).toEqual([]);
  });

  it('are never one with themselves, nor across companies', async () => {
    const company = await makeCompany({});
    const [own, theirs] = [await makeContact({ email }), await makeContact({ email, company: company.key })];
    const merge = (other: string) => mergeContacts(testContext, { id: own.id, other });
    await expect(merge(own.id)).rejects.toMatchObject({ options: { errors: [{ code: 'merge_itself' }] } });
    await expect(merge(theirs.id)).rejects.toMatchObject({
      options: { errors: [{ code: 'merge_companies' }] },
    });
    expect((await listDuplicates(testContext, { id: own.id })).data).toEqual([]);
  });

  it('merged both ways at once leave one', async () => {
    const [a, b] = [await makeContact({ email }), await makeContact({ email })];
    await Promise.allSettled([
      mergeContacts(testContext, { id: a.id, other: b.id }),
      mergeContacts(testContext, { id: b.id, other: a.id }),
    ]);
    expect(await sql()`select from contacts`).toHaveLength(1);
  });
});

it('an export can be imported again, and changes nothing', async () => {
  await makeContact({ key: 'A', email, phone, name: 'Ana "B", Benítez', fields: { grade: '5.º' } });
  await makeContact({ key: 'B', email: undefined, phone, fields: { pet: '=cat' } });
  const file = await new Response(await exportContacts(testContext, {})).text();
  expect(file.split('\r\n')[0]).toBe(
    'key,name,email,phone,whatsapp,telegram,slack,language,timeZone,grade,pet',
  );
  expect(file).toContain(`'${phone}`);
  const result = await importContacts(testContext, file, ContactImport.parse({}));
  expect(result).toMatchObject({ created: 0, changed: 0, same: 2, wrong: 0 });
});
