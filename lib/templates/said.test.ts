import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { databaseUrl } from '@/lib/database/database-url';
import { holder } from '@/lib/database/pools';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { createTemplate } from './create';
import { readSaid } from './said';
import { saveVersion } from './save-version';
import { TemplateInput, VersionInput } from './schema';
import { updateTemplate } from './update';

useDatabaseForEachTest();

const text = (subject: string) => ({ en: { subject, kind: 'html' as const, source: '<p>Hi</p>' } });

async function make(key: string): Promise<string> {
  const input = { key, title: key, category: 'alerts', texts: text('First'), variables: [] };
  return (await createTemplate(testContext, TemplateInput.parse(input))).id;
}

async function save(id: string, subject: string, publish: boolean): Promise<void> {
  await saveVersion(testContext, {
    id,
    ...VersionInput.parse({ texts: text(subject), variables: [], publish }),
  });
}

it('is what was published, not the draft after it, and the newest draft of what never was', async () => {
  const published = await make('published');
  await save(published, 'Published', true);
  await save(published, 'Draft', false);
  const draft = await make('draft');
  await save(draft, 'Second', false);
  await updateTemplate(testContext, { id: draft, archived: true });
  const said = await readSaid(testContext);
  const subjects = said.map(({ template, texts }) => [template.key, texts.en!.subject]);
  expect(subjects.toSorted()).toEqual([
    ['draft', 'Second'],
    ['published', 'Published'],
  ]);
});

it('takes as many statements for many as for one', async () => {
  await make('one');
  const asked: string[] = [];
  const watched = postgres(databaseUrl(), { max: 1, debug: (_, query) => asked.push(query) });
  holder.relevoPools!.db = drizzle(watched);
  await readSaid(testContext);
  const forOne = asked.splice(0).filter((query) => query.includes('template_')).length;
  expect(forOne).toBeGreaterThan(0);
  for (const key of ['two', 'three', 'four']) await make(key);
  asked.splice(0);
  expect(await readSaid(testContext)).toHaveLength(4);
  expect(asked.filter((query) => query.includes('template_'))).toHaveLength(forOne);
  await watched.end();
});
