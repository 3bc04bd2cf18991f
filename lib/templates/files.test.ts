import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeTemplate } from '@/lib/testing/templates';
import { fromFiles, toFiles } from './files';
import { getTemplate } from './get';
import { pushTemplate } from './push';

useTestDatabase();

const read = async (key: string) => toFiles(await getTemplate(testContext, { id: key }));
const push = (files: Record<string, string>, key: string, publish = false) =>
  pushTemplate(testContext, { ...fromFiles(files), key }, { publish });

it('a folder that was pulled and pushed makes no difference', async () => {
  const { key } = await makeTemplate();
  const files = await read(key);
  expect(Object.keys(files).toSorted()).toEqual(['en.mjml', 'es.mjml', 'template.json']);
  expect(await push(files, key)).toEqual({ key, number: 1, change: 'same' });
  expect(await read(key)).toEqual(files);
});

it('what was changed in a folder is a new version, and what is not there a new template', async () => {
  const { key } = await makeTemplate();
  const files = { ...(await read(key)), 'es.txt': 'A {{ student_name }}\n' };
  expect(await push(files, key, true)).toEqual({ key, number: 2, change: 'saved' });
  expect((await getTemplate(testContext, { id: key })).published).toBe(2);
  expect(await read(key)).toEqual(files);
  expect(await push(files, `${key}-copy`)).toMatchObject({ change: 'created', number: 1 });
});

it('what a folder lacks is named', () => {
  expect(() => fromFiles({})).toThrow(/template\.json/);
  expect(() => fromFiles({ 'template.json': '{' })).toThrow(/JSON/);
  const facts = { title: 'x', category: 'alerts', texts: { es: { kind: 'html' } } };
  expect(() => fromFiles({ 'template.json': JSON.stringify(facts) })).toThrow(/texts\.es\.source/);
});
