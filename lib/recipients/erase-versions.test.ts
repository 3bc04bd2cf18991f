import { expect, it } from 'vitest';
import { keepVersion } from '@/lib/configuration/versions/keep';
import { sql } from '@/lib/database/db';
import { updateReport } from '@/lib/reports/change';
import { createTemplate } from '@/lib/templates/create';
import { TemplateInput } from '@/lib/templates/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeReport, testContext } from '@/lib/testing/factories';
import { eraseRecipient } from './erase';

useTestDatabase();

const ANA = 'ana.perez@clinic.example';
const BOSS = 'boss@clinic.example';

/** What each version that is kept says of it, the oldest first. */
async function told(section: string, name: string): Promise<string[]> {
  const rows = await sql()<{ fields: string }[]>`
    select fields::text as fields from configuration_things where section = ${section} and name = ${name} order by since`;
  return rows.map(({ fields }) => fields);
}

it('what is configured says in each version of a person who is deleted what it says today', async () => {
  const input = { key: 'hello', title: 'Hello', category: 'alerts', variables: [] };
  const texts = { en: { subject: `Ask ${ANA}`, kind: 'html', source: '<p>Hi</p>' } };
  await createTemplate(testContext, TemplateInput.parse({ ...input, texts }));
  const stays = await makeReport({ name: 'Stays', frequency: 'weekly', recipients: [ANA] });
  const left = await makeReport({ name: 'Left', frequency: 'weekly', recipients: [ANA, BOSS] });
  await keepVersion();
  await updateReport(testContext, { id: stays.id, frequency: 'daily' });
  await updateReport(testContext, { id: left.id, recipients: [BOSS] });
  const number = await keepVersion();

  await eraseRecipient(testContext, { address: ANA });
  expect(await keepVersion()).toBe(number);
  const [before, after] = await told('reports', 'Stays');
  for (const one of [before, after]) expect(one).toContain(ANA);
  const [had, has] = await told('reports', 'Left');
  expect(had).toMatch(/deleted-\w+@relevo\.invalid/);
  for (const one of [had, has, ...(await told('templates', 'hello'))]) expect(one).not.toContain(ANA);
});
