import { describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { deleteProvider } from './delete';
import { ProviderDraft } from './draft-schema';
import { dropDraft, getDraft, listUnfinished, saveDraft } from './drafts';

useTestDatabase();

async function person(label: string): Promise<Context> {
  const id = newId();
  await sql()`insert into users (id, email, name, password_hash, role) values (${id}, ${`${id}@example.com`}, ${label}, '', 'technician')`;
  return { ...testContext, actor: { type: 'user', id, label, role: 'technician', sessionId: newId() } };
}
const draft: ProviderDraft = {
  step: 'basics',
  choice: 'smtp.own',
  values: {
    name: 'Mail room',
    settings: { host: 'mail.exam' },
    fromEmail: 'half an addr',
    fromName: '',
    priority: '',
    costPerMessage: '0',
    monthlyFee: '0',
    categories: [],
    fallback: '',
  },
  providerId: null,
  backupFor: null,
  round: 0,
};

describe('a draft', () => {
  it('is kept for its author alone, replaced by the next and dropped', async () => {
    const [ana, ben] = [await person('ana'), await person('ben')];
    expect(await getDraft(ana)).toEqual({ draft: null, round: 0 });
    await saveDraft(ana, draft);
    await saveDraft(ana, { ...draft, step: 'advanced' });
    expect(await getDraft(ana)).toEqual({ draft: { ...draft, step: 'advanced' }, round: 0 });
    expect(await getDraft(ben)).toEqual({ draft: null, round: 0 });
    expect(await dropDraft(ana)).toEqual({ round: 1 });
    expect(await getDraft(ana)).toEqual({ draft: null, round: 1 });
  });

  it('does not come back by what another window still saves of it', async () => {
    const ana = await person('ana');
    await saveDraft(ana, draft);
    const { round } = await dropDraft(ana);
    await expect(saveDraft(ana, draft)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await getDraft(ana)).draft).toBeNull();
    await saveDraft(ana, { ...draft, round, step: 'choose' });
    await expect(saveDraft(ana, draft)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await getDraft(ana)).draft?.step).toBe('choose');
  });

  it('goes with the provider that it was for, whoever deletes that', async () => {
    const [ana, ben] = [await person('ana'), await person('ben')];
    const begun = await makeProvider({ active: false });
    await saveDraft(ana, { ...draft, providerId: begun.id });
    await saveDraft(ben, draft);
    await deleteProvider(testContext, begun);
    expect(await getDraft(ana)).toEqual({ draft: null, round: 1 });
    expect((await getDraft(ben)).draft).toEqual(draft);
    await expect(saveDraft(ana, draft)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  it('has no place for secrets', () => {
    const values = { ...draft.values, secrets: { password: 'hunter2' } };
    expect(ProviderDraft.safeParse({ ...draft, values }).success).toBe(false);
    expect(ProviderDraft.safeParse({ ...draft, secrets: {} }).success).toBe(false);
  });

  it('is not for programs', async () => {
    await expect(saveDraft(testContext, draft)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('listUnfinished', () => {
  it('names the paused providers of all drafts, and whose they are', async () => {
    const [ana, ben] = [await person('ana'), await person('ben')];
    const begun = await makeProvider({ active: false });
    const running = await makeProvider();
    await makeProvider({ active: false });
    await saveDraft(ana, { ...draft, providerId: begun.id });
    await saveDraft(ben, { ...draft, providerId: running.id });
    expect(await listUnfinished(ana)).toEqual({ data: [{ id: begun.id, mine: true }] });
    expect(await listUnfinished(ben)).toEqual({ data: [{ id: begun.id, mine: false }] });
  });
});
