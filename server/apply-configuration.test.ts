import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { getProvider } from '@/lib/providers/get';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { applyDocument } from './apply-configuration';
import { StartError } from './start-error';

useTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'relevo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => beStrict(false));

function beStrict(strict: boolean): void {
  if (strict) process.env.RELEVO_CONFIG_STRICT = 'true';
  else delete process.env.RELEVO_CONFIG_STRICT;
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
  it('is applied once, with secrets from variables, and told', async () => {
    process.env.OFFICE_PASSWORD = 'correct horse';
    const file = write(OFFICE(587));
    expect((await applyDocument(file))[0]).toBe(`${file} is applied.`);
    const office = await getProvider(testContext, 'office');
    expect(office).toMatchObject({ settings: { host: 'smtp.example.com', port: 587 } });
    expect(await applyDocument(file)).toEqual([]);
    write(OFFICE(465));
    expect((await applyDocument(file)).join('\n')).toMatch(/587 → 465/);
    delete process.env.OFFICE_PASSWORD;
  });

  it.each([
    ['half of a document', 'relevo: 1\nproviders:\n  office:\n    kind: smtp\n    settings: { host: '],
    ['an unknown word', 'relevo: 1\nprovider: {}'],
    ['nothing', null],
  ])('with %s leaves everything as it was and says so; strictly it keeps from starting', async (_, text) => {
    const file = text === null ? join(folder, 'none.yaml') : write(text);
    const told = await applyDocument(file);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^RELEVO_CONFIG: .* was not applied, and nothing of it: ./);
    beStrict(true);
    await expect(applyDocument(file)).rejects.toBeInstanceOf(StartError);
  });
});
