import { describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { makeContact } from '@/lib/testing/contacts';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { getContact } from './get';
import { listContacts } from './list';
import { upsertContact, upsertContacts } from './save';
import { ContactBatch, ContactFilter, ContactInput } from './schema';
import { deleteContact, updateContact } from './update';

useTestDatabase();

let count = 0;
const word = () => `w${++count}x`;
const put = (input: object) => upsertContact(testContext, ContactInput.parse(input));
const batch = (contacts: unknown[], company?: string) =>
  upsertContacts(testContext, ContactBatch.parse({ contacts, ...(company && { company }) }));
const find = async (q: string) => (await listContacts(testContext, ContactFilter.parse({ q }))).data;

describe('somebody who is told of again', () => {
  test('is the same by key: what is not named stays, null takes away, own fields are laid over', async () => {
    const key = word();
    const first = await put({
      key,
      name: 'Ana',
      email: `${key}@example.com`,
      fields: { grade: '5.º', age: 9 },
    });
    expect(first.outcome).toBe('created');
    const second = await put({ key, name: 'Ana Benítez', email: null, fields: { age: null, card: '13' } });
    expect(second).toMatchObject({ id: first.id, outcome: 'changed', name: 'Ana Benítez', email: null });
    expect(second.fields).toEqual({ grade: '5.º', card: '13' });
    expect(await put({ key, name: 'Ana Benítez' })).toMatchObject({
      id: first.id,
      outcome: 'same',
      version: 2,
    });
  });

  test('is the same by the address where no key is told, however it is written', async () => {
    const name = word();
    const { id } = await put({ email: `${name}@Example.com` });
    expect(await put({ email: `${name}@example.COM`, name })).toMatchObject({ id, outcome: 'changed' });
    const keyed = await put({ key: name, email: `${name}@example.com` });
    expect(keyed).toMatchObject({ id, key: name });
    // And whoever comes without the key once more is still the one who has it.
    expect(await put({ email: `${name}@example.com`, language: 'es' })).toMatchObject({ id, language: 'es' });
  });

  test('two with keys of their own share a mailbox', async () => {
    const email = `${word()}@example.com`;
    const [a, b] = [await put({ key: word(), email }), await put({ key: word(), email })];
    expect(a.id).not.toBe(b.id);
    expect((await listContacts(testContext, ContactFilter.parse({ email }))).data).toHaveLength(2);
  });

  test('and with them one who had it without a key, who becomes the first of them', async () => {
    const email = `${word()}@example.com`;
    const { id } = await put({ email });
    const [a, b] = [word(), word()];
    const { results } = await batch([
      { key: a, email },
      { key: b, email },
    ]);
    expect(results).toMatchObject([{ id, outcome: 'changed' }, { outcome: 'created' }]);
    expect(await getContact(testContext, { id: a })).toMatchObject({ id, key: a, email });
    expect(await getContact(testContext, { id: b })).toMatchObject({ key: b, email });
  });

  test('of another company is another one', async () => {
    const [one, other] = [await makeCompany(), await makeCompany()];
    const key = word();
    const a = await put({ key, company: one.id });
    const b = await put({ key, company: other.id });
    expect(a.id).not.toBe(b.id);
    const ctx = { ...testContext, companyId: other.id };
    await expect(getContact(ctx, { id: a.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await getContact(ctx, { id: key })).toMatchObject({ id: b.id });
    // Who sees all companies means by the key alone the one that all of them know.
    const shared = await put({ key });
    await deleteContact(testContext, { id: key });
    await expect(getContact(testContext, { id: shared.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await getContact(testContext, { id: a.id })).toMatchObject({ id: a.id });
  });

  test('by many at the same moment is one', async () => {
    const email = `${word()}@example.com`;
    const all = await Promise.all(Array.from({ length: 8 }, () => put({ email })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  test('by two at the same moment is all that both told', async () => {
    const key = word();
    await Promise.all([
      put({ key, name: 'Ana' }),
      put({ key, language: 'es' }),
      put({ key, fields: { n: 1 } }),
    ]);
    expect(await getContact(testContext, { id: key })).toMatchObject({
      name: 'Ana',
      language: 'es',
      fields: { n: 1 },
    });
  });
});

describe('a batch', () => {
  test('takes each or refuses it by itself, in order, and lays two that are one over each other', async () => {
    const key = word();
    const { results } = await batch([
      { key, name: 'Luis' },
      { name: 'nobody' },
      { key: word(), phone: '12' },
      { key, language: 'es' },
    ]);
    expect(results).toMatchObject([
      { outcome: 'created' },
      { error: { code: 'validation_failed', errors: [{ code: 'contact_needs' }] } },
      { error: { errors: [{ path: 'phone' }] } },
      { outcome: 'same' },
    ]);
    expect(await getContact(testContext, { id: key })).toMatchObject({ name: 'Luis', language: 'es' });
  });

  test('reads numbers as the country of the company writes them', async () => {
    const { id, key } = await makeCompany({ country: 'PY' });
    const person = word();
    await batch([{ key: person, phone: '0981 123 456' }], key);
    const ctx = { ...testContext, companyId: id };
    expect(await getContact(ctx, { id: person })).toMatchObject({ phone: '+595981123456', company: key });
  });
});

describe('one that there is', () => {
  test('is changed, found by a part of what is known, and deleted', async () => {
    const { id } = await makeContact({ name: word() });
    const name = word();
    expect(await updateContact(testContext, { id, name })).toMatchObject({ name, version: 2 });
    expect((await find(name.toUpperCase())).map((one) => one.id)).toEqual([id]);
    await deleteContact(testContext, { id });
    await expect(getContact(testContext, { id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is not saved over what somebody else saved, nor with the key of another, nor without any address', async () => {
    const [a, b] = [await makeContact(), await makeContact()];
    await updateContact(testContext, { id: a.id, name: 'Now', version: 1 });
    await expect(updateContact(testContext, { id: a.id, name: 'Late', version: 1 })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await expect(updateContact(testContext, { id: a.id, key: b.key })).rejects.toMatchObject({
      code: 'name_taken',
    });
    await expect(updateContact(testContext, { id: a.id, key: null, email: null })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  test('is known no more once the person is deleted', async () => {
    const { email } = await makeContact();
    const { eraseContacts } = await import('./erase');
    await eraseContacts([email!]);
    expect(await sql()`select from contacts where email = ${email}`).toHaveLength(0);
  });
});
