import { describe, expect, test } from 'vitest';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { decodeText } from '@/lib/text/decode-text';
import { getContact } from './get';
import { importContacts } from './import';
import { ContactImport } from './import-schema';
import { listContacts } from './list';
import { ContactFilter } from './schema';

useDatabaseForEachTest();

const load = (text: string | AsyncIterable<string>, options: object = {}) =>
  importContacts(testContext, text, ContactImport.parse(options));
const all = async () => (await listContacts(testContext, ContactFilter.parse({}))).data;

// As Excel saves it where Spanish is spoken: semicolons, Windows-1252, CRLF.
const SHEET =
  'Código;Nombre;Correo;Grado\r\nC-1;Ana Benítez;ana@example.com;5.º\r\nC-2;"Luis; el mayor";luis@example.com;\r\n';

describe('a file', () => {
  test('is read as spreadsheets write it, and imported again changes nothing', async () => {
    const bytes = Buffer.from(SHEET, 'latin1');
    const first = await load(decodeText([bytes]));
    expect(first).toMatchObject({ created: 2, changed: 0, wrong: 0 });
    expect(first.columns).toEqual([
      { header: 'Código', to: 'key' },
      { header: 'Nombre', to: 'name' },
      { header: 'Correo', to: 'email' },
      { header: 'Grado', to: 'fields.grado' },
    ]);
    expect(await load(decodeText([bytes]))).toMatchObject({ created: 0, changed: 0, same: 2 });
    expect(await getContact(testContext, { id: 'C-1' })).toMatchObject({
      name: 'Ana Benítez',
      fields: { grado: '5.º' },
    });
    expect(await getContact(testContext, { id: 'C-2' })).toMatchObject({
      name: 'Luis; el mayor',
      fields: {},
    });
  });

  test('is only looked at by a dry run, with its first rows, and who comes twice counted once', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `p${index % 1_100}@example.com`);
    const result = await load(`email\n${rows.join('\n')}`, { dryRun: 'true' });
    expect(result).toMatchObject({ created: 1_100, same: 100 });
    expect(result.sample).toHaveLength(5);
    expect(await all()).toEqual([]);
    expect(await load(`email\n${rows.join('\n')}`)).toMatchObject({ created: 1_100, same: 100 });
  });

  test('tells wrong rows by line, stores the others, and leaves what a blank cell is about', async () => {
    await load('key,name,email\nC-1,Ana,ana@example.com');
    const result = await load('key,name,email\nC-1,,\n,nobody,\n"C\n3",x,c3@example.com\nC-4,Eva,eva@\n');
    expect(result).toMatchObject({ same: 1, wrong: 3 });
    expect(result.errors.map(({ line, errors }) => [line, errors[0]!.code])).toEqual([
      [3, 'contact_needs'],
      [4, 'single_line'],
      [6, 'email'],
    ]);
    expect(await all()).toMatchObject([{ key: 'C-1', name: 'Ana' }]);
  });

  test('can be told what its columns are', async () => {
    const result = await load('a,b,c\nx,Ana,ana@example.com', { columns: '-,name,email' });
    expect(result).toMatchObject({ created: 1 });
    expect(await all()).toMatchObject([{ key: null, name: 'Ana', email: 'ana@example.com', fields: {} }]);
  });

  test('with a million columns, or none that says who somebody is, is refused', async () => {
    const code = 'validation_failed';
    await expect(load(`email${','.repeat(1_000_000)}\n`)).rejects.toMatchObject({ code });
    await expect(load('grado\n5\n')).rejects.toMatchObject({ code });
    expect(await load('')).toMatchObject({ created: 0, wrong: 0 });
  });
});
