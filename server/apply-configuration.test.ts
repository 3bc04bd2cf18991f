import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { getProvider } from '@/lib/providers/get';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { applyConfigured } from './apply-configuration';
import { StartError } from './start-error';

useTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'relevo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => configure({}));

function configure(variables: { RELEVO_CONFIG?: string; RELEVO_CONFIG_STRICT?: string }): void {
  for (const name of ['RELEVO_CONFIG', 'RELEVO_CONFIG_STRICT'] as const)
    if (variables[name] === undefined) delete process.env[name];
    else process.env[name] = variables[name];
  forgetEnv();
}

function write(text: string): string {
  const file = join(folder, 'relevo.yaml');
  writeFileSync(file, text);
  return file;
}

const OFFICE = (port: number) => `relevo: 1
providers:
  office:
    kind: smtp
    fromEmail: receipts@example.com
    settings: { host: smtp.example.com, port: ${port}, security: starttls, username: receipts }
    secrets: { password: { env: OFFICE_PASSWORD } }
`;

describe('the document that a start applies', () => {
  it('is none unless it is named', async () => {
    expect(await applyConfigured()).toEqual([]);
  });

  it('is applied once, with secrets from variables, and told', async () => {
    process.env.OFFICE_PASSWORD = 'correct horse';
    const file = write(OFFICE(587));
    configure({ RELEVO_CONFIG: file });
    expect((await applyConfigured())[0]).toBe(`${file} is applied.`);
    const office = await getProvider(testContext, 'office');
    expect(office).toMatchObject({ settings: { host: 'smtp.example.com', port: 587 } });
    expect(await applyConfigured()).toEqual([]);
    write(OFFICE(465));
    expect((await applyConfigured()).join('\n')).toMatch(/587 → 465/);
    delete process.env.OFFICE_PASSWORD;
  });

  it.each([
    ['half of a document', 'relevo: 1\nproviders:\n  office:\n    kind: smtp\n    settings: { host: '],
    ['an unknown word', 'relevo: 1\nprovider: {}'],
    ['nothing', null],
  ])('with %s leaves everything as it was and says so; strictly it keeps from starting', async (_, text) => {
    const file = text === null ? join(folder, 'none.yaml') : write(text);
    configure({ RELEVO_CONFIG: file });
    const told = await applyConfigured();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^RELEVO_CONFIG: .* was not applied, and nothing of it: ./);
    configure({ RELEVO_CONFIG: file, RELEVO_CONFIG_STRICT: 'true' });
    await expect(applyConfigured()).rejects.toBeInstanceOf(StartError);
  });
});
