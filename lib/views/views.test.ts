import { describe, expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import type { Context } from '@/lib/context';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { ViewInput } from './schema';
import { chooseColumns, deleteView, listViews, saveView, updateView } from './views';

useTestDatabase();

let people = 0;
async function person(): Promise<{ id: string; ctx: Context }> {
  const email = `person${people++}@example.com`;
  const { id } = await createUser(testContext, {
    email,
    name: 'Ana',
    password: 'correct horse battery staple',
    role: 'viewer',
  });
  return {
    id,
    ctx: { ...testContext, actor: { type: 'user', id, label: email, role: 'viewer', sessionId: id } },
  };
}

const billing = ViewInput.parse({
  name: 'Billing',
  filters: { tag: 'billing', status: 'failed,bounced' },
  columns: ['subject', 'tags'],
});

describe('views', () => {
  it('are kept for a person and shown to nobody else', async () => {
    const [ana, ben] = [await person(), await person()];
    const made = await saveView(ana.ctx, billing);
    expect(await listViews(ana.id)).toEqual({ views: [{ ...billing, id: made.id }], columns: null });
    expect(await listViews(ben.id)).toEqual({ views: [], columns: null });
    await expect(updateView(ben.ctx, { id: made.id, name: 'Mine' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(deleteView(ben.ctx, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are renamed, filtered anew and deleted', async () => {
    const { id: userId, ctx } = await person();
    const { id } = await saveView(ctx, billing);
    expect(await updateView(ctx, { id, name: 'Accounts' })).toEqual({ ...billing, id, name: 'Accounts' });
    expect(await updateView(ctx, { id, filters: { q: 'ana' }, columns: null })).toEqual({
      id,
      name: 'Accounts',
      filters: { q: 'ana' },
      columns: null,
    });
    await deleteView(ctx, { id });
    expect((await listViews(userId)).views).toEqual([]);
  });

  it('have each a name of its own', async () => {
    const { ctx } = await person();
    await saveView(ctx, billing);
    await expect(saveView(ctx, billing)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('belong to people', async () => {
    await expect(saveView(testContext, billing)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('keeps which columns a person has chosen, in the order of the list, until they are given back', async () => {
  const { id, ctx } = await person();
  await chooseColumns(ctx, { columns: ['tags', 'subject'] });
  expect((await listViews(id)).columns).toEqual(['subject', 'tags']);
  await chooseColumns(ctx, { columns: null });
  expect((await listViews(id)).columns).toBeNull();
});
