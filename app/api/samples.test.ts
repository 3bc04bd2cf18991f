import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import phpParser from 'php-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_LANGUAGES } from '@/lib/openapi/samples/samples';
import { loadApiRoutes } from '@/lib/testing/api-routes';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { serveApi } from '@/lib/testing/serve-api';
import { whileWorking } from '@/lib/testing/while-working';
import { apiDocument } from './document';

useTestDatabase();
const { url } = serveApi(await loadApiRoutes());
const folder = mkdtempSync(join(tmpdir(), 'relevo-samples-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Sample = { lang: string; source: string };
const operations = Object.values(apiDocument().document.paths).flatMap(Object.values);
const samples = (lang: string) =>
  operations.map(({ operationId, 'x-codeSamples': all }) => ({
    operationId: operationId as string,
    source: (all as Sample[]).find((sample) => sample.lang === lang)!.source,
  }));

/** How a sample is run, and whether this machine can. */
const RUNS: Record<string, { file: string; command: string[]; needs: string }> = {
  shell: { file: 'sample.sh', command: ['bash'], needs: 'curl' },
  typescript: { file: 'sample.mts', command: [process.execPath], needs: process.execPath },
  python: { file: 'sample.py', command: ['python3'], needs: 'python3' },
  php: { file: 'sample.php', command: ['php'], needs: 'php' },
};
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;

let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'office' });
  token = await makeToken();
});

describe('every sample can be read', () => {
  it('by a shell', () => {
    for (const { operationId, source } of samples('shell'))
      expect([operationId, spawnSync('bash', ['-n'], { input: source }).stderr.toString()]).toEqual([
        operationId,
        '',
      ]);
  });

  it('by a compiler of TypeScript', async () => {
    for (const { source } of samples('typescript'))
      await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' });
  });

  it.skipIf(!isThere('python3'))('by Python', () => {
    const program = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
    const input = JSON.stringify(samples('python').map(({ source }) => source));
    expect(spawnSync('python3', ['-c', program], { input }).stderr.toString()).toBe('');
  });

  it('by a parser of PHP', () => {
    const parser = new phpParser.Engine({ parser: { php7: true, suppressErrors: false } });
    for (const { source } of samples('php'))
      expect(parser.parseCode(source, 'sample.php').kind).toBe('program');
    expect(() => parser.parseCode("<?php\n$a = ['b' => ;", 'sample.php')).toThrow();
  });
});

async function runSample(lang: string, operationId: string): Promise<string> {
  const { file, command } = RUNS[lang]!;
  const path = join(folder, file);
  // Each language does it for itself, instead of getting the answer to the one before it.
  const source = samples(lang).find((sample) => sample.operationId === operationId)!.source;
  writeFileSync(path, source.replace(/receipt-13|receipts-of-monday/, `$&-${lang}`));
  const env = { ...process.env, RELEVO_URL: url(), RELEVO_TOKEN: token };
  const [program, ...args] = command;
  const ran = promisify(execFile)(program!, [...args, path], { env, cwd: folder, timeout: 30_000 });
  const { stdout } = await whileWorking(ran);
  return stdout;
}

describe.each(SAMPLE_LANGUAGES)('in $label', ({ id, label }) => {
  const { needs } = RUNS[id]!;
  const there = isThere(needs);
  if (!there) console.warn(`There is no ${needs} here: the samples in ${label} were only parsed, not run.`);

  it.skipIf(!there)(
    'a message is sent, and those that were are listed',
    async () => {
      expect(await runSample(id, 'sendMessage')).toMatch(/Sent using office/);
      expect(await runSample(id, 'sendMessages')).toMatch(/queued/);
      expect(await runSample(id, 'listProviders')).toMatch(/office/);
      const listed = await runSample(id, 'exportMessages');
      const told = id === 'shell' ? readFileSync(join(folder, 'answer'), 'utf8') : listed;
      expect(told).toMatch(/Receipt 13/);
    },
    60_000,
  );
});
