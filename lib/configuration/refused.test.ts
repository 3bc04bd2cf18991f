import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import type { FieldError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { listProviders } from '@/lib/providers/list';
import { loadProvider } from '@/lib/providers/load';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { type ApplyOptions, applyConfiguration } from './apply';

useTestDatabase();
beforeEach(async () => {
  await sql()`delete from providers`;
});

const administrator = {
  ...testContext,
  actor: {
    type: 'user' as const,
    id: newId(),
    label: 'Ana',
    role: 'administrator' as const,
    sessionId: newId(),
    confirmed: true,
  },
};

function office(secret: string, rest = ''): string {
  return `relevo: 1
providers:
  Office:
    kind: smtp
    settings: { host: smtp.example.com, port: 587, security: starttls, username: receipts }
    secrets: { password: ${secret} }
${rest}`;
}

async function refusalOf(text: string, options: ApplyOptions = {}, ctx = testContext): Promise<FieldError[]> {
  const error = await applyConfiguration(ctx, text, options).then(
    () => undefined,
    (thrown: { errors?: FieldError[] }) => thrown,
  );
  return error?.errors ?? [];
}

const namesThere = async () => (await listProviders(testContext)).data.map(({ name }) => name);

describe('a document that is refused', () => {
  it.each([
    ['half of one', 'relevo: 1\nproviders:\n  Office: {kind: smtp, settings: {host: "smtp', 'not_yaml', '3'],
    ['a key given twice', 'relevo: 1\nsettings: {}\nsettings: {}\n', 'not_yaml', '3'],
    ['an unknown key, with the nearest right one', 'relevo: 1\nprovider: {}\n', 'unknown_field_meant', '2'],
    [
      'one within a thing',
      'relevo: 1\nproviders:\n  Office:\n    kind: smtp\n    wieght: 3\n',
      'unknown_field_meant',
      '5',
    ],
    ['another format', 'relevo: 2\n', 'option', '1'],
    ['an unknown tag', 'relevo: !!js/function 1\n', 'not_yaml', '1'],
    [
      'a name that loses its object',
      'relevo: 1\nproviders: { __proto__: { kind: smtp } }\n',
      'reserved_name',
      '2',
    ],
  ])('%s', async (_what, text, code, line) => {
    expect(await refusalOf(text)).toContainEqual(
      expect.objectContaining({ code, params: expect.objectContaining({ line }) }),
    );
  });

  it('a billion laughs, at once', async () => {
    const lines = ['a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
      lines.push(`${next}: &${next} [${Array(9).fill(`*${one}`).join(', ')}]`);
    const before = performance.now();
    expect(await refusalOf(`relevo: 1\n${lines.join('\n')}\n`)).toEqual([
      expect.objectContaining({ code: 'yaml_alias' }),
    ]);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it.each(['[', '{a: '])('a hundred thousand times %s', async (bracket) => {
    expect((await refusalOf(`relevo: 1\nproviders: ${bracket.repeat(100_000)}`)).length).toBeGreaterThan(0);
  });

  it('with all that is wrong, and none of the rest is kept', async () => {
    const text = office(
      '{ set: true }',
      '  Second: { kind: smtp }\n  Sandbox: { kind: sandbox, settings: {} }\n',
    );
    const errors = await refusalOf(text);
    expect(errors.map(({ path, params }) => [path, params.line])).toEqual(
      expect.arrayContaining([
        ['providers.Office.secrets.password', '6'],
        [expect.stringContaining('providers.Second'), '7'],
      ]),
    );
    expect(await namesThere()).toEqual([]);
  });
});

describe('secrets', () => {
  it('come from a variable, or a file, of the machine that applies it', async () => {
    vi.stubEnv('OFFICE_PASSWORD', 'from-the-environment');
    await applyConfiguration(testContext, office('{ env: OFFICE_PASSWORD }'));
    expect((await loadProvider('Office'))?.config.secrets.password).toBe('from-the-environment');
    const file = join(tmpdir(), `relevo-secret-${newId()}`);
    writeFileSync(file, 'from-a-file\n', { mode: 0o600 });
    const applied = await applyConfiguration(testContext, office(`{ file: ${file} }`));
    expect(applied.steps[0]?.changes.map(({ path }) => path)).toEqual(['secrets.password']);
    expect((await loadProvider('Office'))?.config.secrets.password).toBe('from-a-file');
    expect((await applyConfiguration(testContext, office(`{ file: ${file} }`))).steps).toEqual([]);
  });

  it.each([
    ['a variable that is not set', '{ env: NOT_SET_ANYWHERE }', 'secret_env'],
    ['a file that is not there', '{ file: /nowhere/at/all }', 'secret_file'],
    ['one sealed elsewhere', '{ sealed: "enc:v1:k1:AAAA:AAAA" }', 'secret_sealed'],
  ])('%s is a mistake, never an empty secret', async (_what, reference, code) => {
    expect(await refusalOf(office(reference))).toEqual([expect.objectContaining({ code })]);
  });

  it('of this machine are not read for who sends a document from afar', async () => {
    vi.stubEnv('OFFICE_PASSWORD', 'from-the-environment');
    for (const reference of ['{ env: OFFICE_PASSWORD }', '{ file: /etc/hostname }'])
      expect(await refusalOf(office(reference), {}, administrator)).toEqual([
        expect.objectContaining({ code: 'secret_from_afar' }),
      ]);
  });
});

describe('what a document leaves out', () => {
  const both = office('first-password', '  Sandbox: { kind: sandbox, settings: {} }\n');

  it('stays, unless it is told to go', async () => {
    await applyConfiguration(testContext, both);
    expect((await applyConfiguration(testContext, office('first-password'))).steps).toEqual([]);
    expect(await applyConfiguration(testContext, office('first-password'), { prune: true })).toMatchObject({
      removed: 1,
    });
    expect(await namesThere()).toEqual(['Office']);
  });

  it('is not most of a kind by mistake', async () => {
    await applyConfiguration(testContext, both);
    const empty = 'relevo: 1\nproviders: {}\n';
    expect(await refusalOf(empty, { prune: true })).toEqual([
      expect.objectContaining({ code: 'deletes_most', params: { count: '2' } }),
    ]);
    expect(await namesThere()).toHaveLength(2);
    expect(await applyConfiguration(testContext, empty, { prune: true, deletes: 2 })).toMatchObject({
      removed: 2,
    });
  });
});

describe('two at once', () => {
  it('are done one after the other, and both hold', async () => {
    const named = (name: string) => office('first-password').replace('Office', name);
    await Promise.all(['A', 'B', 'C'].map((name) => applyConfiguration(testContext, named(name))));
    expect((await namesThere()).toSorted()).toEqual(['A', 'B', 'C']);
  });
});
