import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadApiRoutes } from '@/lib/testing/api-routes';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { serveApi } from '@/lib/testing/serve-api';
import { whileWorking } from '@/lib/testing/while-working';

useTestDatabase();
const { url } = serveApi(await loadApiRoutes());

type Block = { kind: string; text: string };
const blocksOf = (file: string): Block[] =>
  [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, kind, text]) => ({
    kind: kind!,
    text: text!,
  }));
const blocks = blocksOf('docs/api.md');
const commands = blocks.filter(({ kind }) => kind === 'sh');

const MARK = '@@ next @@';
const canRun = spawnSync('curl', ['--version']).status === 0;
if (!canRun) console.warn('There is no curl here: the commands of docs/api.md were not run.');

/** What each command of the guide printed, all run by one shell as somebody would who follows it. */
async function followGuide(): Promise<string[]> {
  const lines = commands.flatMap(({ text }) => [text, `printf '\\n${MARK}\\n'`]);
  const script = ['set -e', ...lines].join('\n').replaceAll('http://127.0.0.1:3000', url());
  const { stdout } = await whileWorking(promisify(execFile)('bash', ['-c', script], { timeout: 60_000 }));
  return stdout.split(`${MARK}\n`).map((text) => text.trim());
}

/** What the guide shows after a command: values that it leaves open with an ellipsis may be anything. */
function matching(shown: unknown): unknown {
  if (shown === '…') return expect.any(String);
  if (Array.isArray(shown)) return shown.map(matching);
  if (typeof shown !== 'object' || shown === null) return shown;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, matching(value)])),
  );
}

describe('docs/api.md', () => {
  let printed: string[];
  beforeAll(async () => {
    await makeProvider({ name: 'sandbox', kind: 'sandbox' });
    if (canRun) printed = await followGuide();
  }, 90_000);

  it.skipIf(!canRun)('shows what its commands answer', () => {
    for (const [index, { kind, text }] of blocks.entries()) {
      const before = commands.indexOf(blocks.slice(0, index).findLast((block) => block.kind === 'sh')!);
      if (kind === 'json') expect(JSON.parse(printed[before]!)).toEqual(matching(JSON.parse(text)));
      if (kind === 'text') for (const line of text.split('\n')) expect(printed[before]).toContain(line);
    }
    const [first, again] = printed.filter((_, index) => commands[index]?.text.includes('eva@example.com'));
    expect(again).toContain(JSON.parse(first!).id);
  });

  it('has the same commands and answers in Spanish', () => {
    expect(blocks.length).toBeGreaterThan(15);
    expect(blocksOf('docs/es/api.md')).toEqual(blocks);
  });

  it('names operations that there are', () => {
    const text = readFileSync('docs/api.md', 'utf8');
    const named = [...text.matchAll(/`(GET|POST) (\/api\/v1\/[\w/{}]+)`/g)].map(([, method, path]) =>
      `${method} ${path}`.replaceAll('{', '[').replaceAll('}', ']'),
    );
    expect(named.length).toBeGreaterThan(1);
    return loadApiRoutes().then((routes) => {
      const known = routes.map(({ name }) => name);
      expect(named.filter((name) => !known.includes(name))).toEqual([]);
    });
  });
});
