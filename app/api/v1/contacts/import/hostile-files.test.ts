import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, type Handler, inPieces } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { POST as importSuppressions } from '../../suppressions/import/route';
import { POST as importContacts } from './route';

useTestDatabase();

const MEGABYTE = 1024 * 1024;
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

let token: string;
beforeAll(async () => {
  token = await makeToken();
  for (let round = 0; round < 3; round++) {
    await load(
      importContacts,
      Buffer.from(CONTACTS + lines(3000, (n) => `k${n},a${n}@example.com,Ana`)),
      DRY,
    );
    await load(importSuppressions, Buffer.from(lines(3000, (n) => `warm${n}@example.com`)));
  }
});

const CONTACTS = 'key,email,name\n';
const DRY = { columns: 'key,email,name', dryRun: 'true' };

async function load(handler: Handler, bytes: Buffer, query: Record<string, string> = {}) {
  const headers = { 'content-type': 'text/csv', 'content-length': String(bytes.length) };
  let answer: Awaited<ReturnType<typeof call>> | undefined;
  const held = await longestHoldMs(async () => {
    answer = await call(handler, { token, query, body: inPieces(bytes), headers });
  });
  return { held, ...answer! };
}

const large = [{ code: 'row_too_large', params: { cells: '1000', characters: '300000' } }];

// A second line of 20 MB held everybody up for 812 ms, and was answered by 42 MB.
describe('a file of people', () => {
  it.each([
    ['of ten million cells', 'a,'.repeat(10 * MEGABYTE)],
    ['of 20 MB of quotation marks', '"'.repeat(20 * MEGABYTE)],
    ['of one cell of 20 MB', 'a'.repeat(20 * MEGABYTE)],
    ['of ten million lines within quotation marks', `"${'a\n'.repeat(10 * MEGABYTE)}`],
  ])('whose second line is one %s', async (_, line) => {
    const { held, status, body, text } = await load(importContacts, Buffer.from(CONTACTS + line), DRY);
    expect(status).toBe(200);
    expect(body).toMatchObject({ wrong: 1, errors: [{ line: 2, errors: large }] });
    expect(text.length).toBeLessThan(30_000);
    expect(held).toBeLessThan(50);
  });

  it('whose first line is one of 20 MB', async () => {
    const { held, status, body } = await load(
      importContacts,
      Buffer.from(`email;${'a'.repeat(20 * MEGABYTE)}`),
    );
    expect([status, body.errors]).toMatchObject([400, large]);
    expect(held).toBeLessThan(50);
  });

  it('whose rows are wrong in fifty ways each: it is told of some', async () => {
    const columns = `key,${lines(100, (n) => `fields.f${n}`).replaceAll('\n', ',')}`;
    const row = `k,${lines(100, () => 'x'.repeat(1_200)).replaceAll('\n', ',')}`;
    const file = `${columns}\n${lines(250, () => row)}`;
    const { body, text } = await load(importContacts, Buffer.from(file), { dryRun: 'true', columns });
    expect(body.wrong).toBe(250);
    expect(text.length).toBeLessThan(300_000);
  });

  it.each<[string, BufferEncoding]>([
    ['UTF-8', 'utf8'],
    ['Windows-1252', 'latin1'],
  ])(
    'of 20 MB in %s, as somebody may send it',
    async (_, encoding) => {
      const file = CONTACTS + lines(20_000, (n) => `k${n},a${n}@example.com,Ñandú ${'x'.repeat(1_000)}`);
      const query = { ...DRY, columns: 'key,email,-' };
      const { held, body } = await load(importContacts, Buffer.from(file, encoding), query);
      expect(body).toMatchObject({ created: 20_000, wrong: 0 });
      expect(held).toBeLessThan(50);
    },
    60_000,
  );
});

describe('a file of suppressed addresses', () => {
  it.each([
    ['one address', 'a'.repeat(20 * MEGABYTE)],
    ['cells', 'a,'.repeat(10 * MEGABYTE)],
    ['quotation marks', '"'.repeat(20 * MEGABYTE)],
  ])('with a line of 20 MB, %s', async (_, line) => {
    const { held, body, text } = await load(importSuppressions, Buffer.from(`address\n${line}\n`));
    expect(body).toMatchObject({ wrong: 1, errors: [{ line: 2, code: 'too_large' }] });
    expect(text.length).toBeLessThan(1_000);
    expect(held).toBeLessThan(50);
  });

  it('of 20,000, as somebody may send it', async () => {
    const { held, body } = await load(
      importSuppressions,
      Buffer.from(lines(20_000, (n) => `a${n}@example.com`)),
    );
    expect(body).toMatchObject({ added: 20_000, wrong: 0 });
    expect(held).toBeLessThan(50);
  }, 60_000);
});
