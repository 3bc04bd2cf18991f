import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { redact } from './redact';
import { bySourceLines } from './source-lines';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relevo-source-lines-'));
  writeFileSync(
    join(folder, 'fails.ts'),
    'type Nothing = never;\n\nexport function fails(): Nothing {\n  throw new Error("planted");\n}\n',
  );
  await build({
    entryPoints: [join(folder, 'fails.ts')],
    outfile: join(folder, 'built.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('names the line of the source of an error that was logged', () => {
  // In a process of its own: vitest keeps maps by itself.
  const { stdout: stack } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { fails } from '${join(folder, 'built.js')}'; try { fails(); } catch (error) { console.log(error.stack); }`,
    ],
    { encoding: 'utf8', env: { NODE_ENV: 'test' } },
  );
  expect(stack).toContain(join(folder, 'built.js'));
  const error = Object.assign(new Error('planted'), { stack });
  const logged = redact({ error }).error.stack;
  expect(logged).toContain(`${join(folder, 'fails.ts')}:4:`);
  expect(logged).not.toContain('built.js');
});

it('leaves alone what has no map, or one that is no map', () => {
  writeFileSync(join(folder, 'odd.js'), '');
  writeFileSync(join(folder, 'odd.js.map'), '{');
  for (const line of [
    `at f (${folder}/odd.js:1:1)`,
    'at node:net:3:4',
    'at /none/there.js:9:9',
    'at file://elsewhere.example/a.js:1:1',
    'at file:///a%2Fb.js:1:1',
    'at file:///%ZZ.js:1:1',
    '',
  ])
    expect(bySourceLines(line)).toBe(line);
});
