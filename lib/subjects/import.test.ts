import { describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeKind } from '@/lib/testing/rules';
import { importSubjects } from './import';
import { SubjectImport } from './import-schema';
import { listSubjects } from './list';
import { SubjectFilter } from './schema';

useDatabaseForEachTest();

const load = async (text: string, options: object = {}) => {
  const { key } = await kind();
  return importSubjects(testContext, text, SubjectImport.parse({ kind: key, ...options }));
};
const kind = async () => {
  const [known] = await sql()<{ key: string }[]>`select key from subject_kinds`;
  return known ?? makeKind();
};
const all = async () => (await listSubjects(testContext, SubjectFilter.parse({}))).data;
const lines = (result: Awaited<ReturnType<typeof load>>) =>
  result.errors.map(({ line, errors }) => [line, errors[0]!.path, errors[0]!.code]);

describe('a file of subjects', () => {
  test('is read as spreadsheets write it, and imported again changes nothing', async () => {
    const contact = await makeContact({ key: 'P-1' });
    // As Excel saves it where Spanish is spoken.
    const text =
      'Código;Contacto;Book;Due_on;Fine;Back;Notas\r\nL-1;P-1;Yo el Supremo;05/12/2026;1.234,50;VERDADERO;x\r\nL-2;;Hijo de hombre;;3500;FALSO;\r\n';
    const options = { decimal: 'comma', dates: 'dmy' };
    const first = await load(text, options);
    expect(first).toMatchObject({ created: 2, changed: 0, same: 0, wrong: 0 });
    expect(first.columns.at(-1)).toEqual({ header: 'Notas', to: '-' });
    expect(await load(text, options)).toMatchObject({ created: 0, changed: 0, same: 2 });
    expect(await all()).toMatchObject([
      { key: 'L-2', contactId: null, data: { book: 'Hijo de hombre', fine: 3_500, back: false } },
      {
        key: 'L-1',
        contactId: contact.id,
        data: { book: 'Yo el Supremo', due_on: '2026-12-05', fine: 1_234.5, back: true },
      },
    ]);
  });

  test('tells wrong rows by line, stores the others, and leaves what a blank cell is about', async () => {
    await load('key,book,fine\nL-1,Yo el Supremo,100');
    const text =
      'key,contact,book,fine,due_on\nL-1,,,200,\n,,x,1,\nL-3,nobody,x,1,\nL-4,,x,much,\nL-5,,x,1.234,\nL-6,,x,1,31/12/2026\n\nL-7,,x,1,2026-02-30\nL-8,,x,"1,234.5",2026-12-31';
    const result = await load(text);
    expect(result).toMatchObject({ created: 1, changed: 1, wrong: 6 });
    expect(lines(result)).toEqual([
      [3, 'key', 'required'],
      [4, 'contact', 'no_contact'],
      [5, 'data.fine', 'number'],
      [6, 'data.fine', 'number_two_ways'],
      [7, 'data.due_on', 'date'],
      [9, 'data.due_on', 'date'],
    ]);
    expect(await all()).toMatchObject([
      { key: 'L-8', data: { fine: 1_234.5, due_on: '2026-12-31' } },
      { key: 'L-1', data: { book: 'Yo el Supremo', fine: 200 } },
    ]);
  });

  test('comes to the same when it is only looked at, with one that stands in it twice counted once', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `L-${index % 1_100},${index}`);
    const text = `key,fine\n${rows.join('\n')}`;
    const counts = { created: 1_100, changed: 100, same: 0, wrong: 0 };
    expect(await load(text, { dryRun: 'true' })).toMatchObject(counts);
    expect(await all()).toEqual([]);
    expect(await load(text)).toMatchObject(counts);
    expect(await sql()`select data from subjects where key = 'L-3'`).toEqual([{ data: { fine: 1_103 } }]);
    expect(await load('key,fine\nL-5,7\nL-5,7', { dryRun: 'true' })).toMatchObject({ changed: 1, same: 1 });
    expect(await load('key,fine\nL-5,7\nL-5,7')).toMatchObject({ changed: 1, same: 1 });
  });

  test('with a million columns, or none that names a subject, or for a field that the kind lacks, is refused', async () => {
    const code = 'validation_failed';
    await expect(load(`key${','.repeat(1_000_000)}\n`)).rejects.toMatchObject({ code });
    await expect(load('fine\n5\n')).rejects.toMatchObject({ errors: [{ code: 'subject_key_column' }] });
    await expect(load('a,b\n5,1\n', { columns: 'key,pages' })).rejects.toMatchObject({
      errors: [{ code: 'no_field', path: 'columns' }],
    });
    await expect(load('key\nx', { kind: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await load('')).toMatchObject({ created: 0, wrong: 0 });
  });
});
