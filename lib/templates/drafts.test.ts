import { expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeTemplate, templateOf } from '@/lib/testing/templates';
import { applyTemplate } from './apply';
import {
  forgetOldTemplateDrafts,
  forgetTemplateDraft,
  getTemplateDraft,
  keepTemplateDraft,
  listWriters,
} from './drafts';

useTestDatabase();

async function person(label: string): Promise<Context> {
  const id = newId();
  await sql()`insert into users (id, email, name, password_hash, role) values (${id}, ${`${id}@example.com`}, ${label}, '', 'technician')`;
  return { ...testContext, actor: { type: 'user', id, label, role: 'technician', sessionId: newId() } };
}

const keep = (ctx: Context, id: string, content: string) =>
  keepTemplateDraft(ctx, { id, basedOn: 1, content });

it('a draft is its author’s alone, the last one of it, until it is given up', async () => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const { id } = await makeTemplate(templateOf('<p>uno</p>'));
  expect(await getTemplateDraft(ana, { id })).toBeNull();
  await keep(ana, id, 'a');
  await keep(ana, id, 'ab');
  expect(await getTemplateDraft(ana, { id })).toEqual({ basedOn: 1, content: 'ab' });
  expect(await getTemplateDraft(ben, { id })).toBeNull();
  await forgetTemplateDraft(ana, { id });
  expect(await getTemplateDraft(ana, { id })).toBeNull();
});

it('who else is writing is told, without what they write', async () => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const { id } = await makeTemplate(templateOf('<p>uno</p>'));
  expect(await keep(ana, id, 'de Ana')).toEqual({ others: [] });
  expect(await keep(ben, id, 'de Ben')).toEqual({ others: [{ name: 'Ana', at: expect.any(String) }] });
  expect((await listWriters(ana, { id })).others.map(({ name }) => name)).toEqual(['Ben']);
  await sql()`update template_drafts set updated_at = now() - interval '2 days' where template_id = ${id}`;
  expect((await listWriters(ana, { id })).others).toEqual([]);
});

it('nothing of a draft is sent', async () => {
  const ana = await person('Ana');
  const { id } = await makeTemplate(templateOf('<p>lo publicado</p>'));
  await keep(ana, id, JSON.stringify({ draft: 'secreto' }));
  const whom = { companyId: null, recipient: { email: 'a@example.com' }, id: newId() };
  const { rendered } = await applyTemplate({ template: id }, whom);
  expect(rendered.html).toContain('lo publicado');
  expect(JSON.stringify(rendered)).not.toContain('secreto');
});

it('a program has none, and of a template of another company there is none', async () => {
  const { id } = await makeTemplate(templateOf('<p>uno</p>'));
  await expect(keep(testContext, id, 'x')).rejects.toMatchObject({ code: 'forbidden' });
  const [mine, theirs] = [await makeCompany(), await makeCompany()];
  const other = await makeTemplate({ ...templateOf('<p>uno</p>'), company: theirs.key });
  const ana = { ...(await person('Ana')), companyId: mine.id };
  await expect(keep(ana, other.id, 'x')).rejects.toMatchObject({ code: 'not_found' });
  await expect(getTemplateDraft(ana, { id: other.id })).rejects.toMatchObject({ code: 'not_found' });
});

it('what nobody came back to for months is forgotten at night', async () => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const { id } = await makeTemplate(templateOf('<p>uno</p>'));
  await keep(ana, id, 'vieja');
  await keep(ben, id, 'nueva');
  const old = ana.actor.id;
  await sql()`update template_drafts set updated_at = now() - interval '91 days' where user_id = ${old}`;
  await forgetOldTemplateDrafts();
  expect(await getTemplateDraft(ana, { id })).toBeNull();
  expect(await getTemplateDraft(ben, { id })).not.toBeNull();
});
