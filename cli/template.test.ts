import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { deleteImage } from '@/lib/images/delete';
import { answerImage } from '@/lib/images/serve';
import { uploadImage } from '@/lib/images/upload';
import { previewTemplate } from '@/lib/templates/preview';
import { write } from '@/lib/templates/starters/write';
import { deleteTemplate } from '@/lib/templates/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeTemplate } from '@/lib/testing/templates';

useDatabaseForEachTest();

const run = promisify(execFile);
const relevo = async (...args: string[]) =>
  (await run(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'template', ...args])).stdout.trim();

it('templates are pulled into a folder, and pushed from it where they differ', async () => {
  const { key } = await makeTemplate({ key: 'low-balance' });
  const dir = mkdtempSync(join(tmpdir(), 'templates-'));
  expect(await relevo('pull', dir)).toBe(key);
  expect(readdirSync(join(dir, key)).toSorted()).toEqual(['en.mjml', 'es.mjml', 'template.json']);
  expect(await relevo('push', dir)).toBe(`${key}  version 1  same`);
  const file = join(dir, key, 'es.mjml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('le quedan', 'aún le quedan'));
  expect(await relevo('push', dir, '--publish', '--note', 'Softer')).toBe(`${key}  version 2  saved`);
  expect(await relevo('list')).toBe(`${key}  Saldo bajo  version 2 of 2`);
  expect(await relevo('show', key)).toContain('aún le quedan');
}, 60_000);

it('components and pictures travel with what shows them, and stand before it', async () => {
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#1f4e79' } })
    .png()
    .toBuffer();
  const { url, id: picture } = await uploadImage(testContext, {
    filename: 'logo.png',
    content: png.toString('base64'),
  });
  const image = { kind: 'image' as const, src: url, alt: 'Logo' };
  const text = (sections: object[]) => ({
    subject: 'Hola',
    kind: 'blocks' as const,
    source: JSON.stringify({ ...write({}, []), sections }),
  });
  const footer = await makeTemplate({
    key: 'zz-footer',
    title: 'Pie',
    category: 'component',
    texts: { es: text(write({}, [{ columns: [[image]] }]).sections) },
    variables: [],
  });
  const shown = { id: 's1', kind: 'component', component: footer.key };
  const user = await makeTemplate({ key: 'aa-user', texts: { es: text([shown]) }, variables: [] });
  const dir = mkdtempSync(join(tmpdir(), 'components-'));
  expect((await relevo('pull', dir)).split('\n').indexOf('zz-footer')).toBe(0);
  const name = new URL(url).pathname.split('/').at(-1)!;
  const loaded = async () => Buffer.from(await (await answerImage(new Request(url), name)).arrayBuffer());
  const kept = await loaded();
  expect(readFileSync(join(dir, 'zz-footer', 'images', name)).equals(kept)).toBe(true);
  for (const { id } of [user, footer]) await deleteTemplate(testContext, { id });
  await deleteImage(testContext, { id: picture });
  const pushed = (await relevo('push', dir, '--publish')).split('\n');
  expect(pushed.filter((line) => line.endsWith('created'))).toEqual([
    'zz-footer  version 1  created',
    'aa-user  version 1  created',
  ]);
  const { html } = await previewTemplate(testContext, { id: 'aa-user' });
  expect(html).toContain(name);
  expect((await loaded()).equals(kept)).toBe(true);
}, 90_000);
