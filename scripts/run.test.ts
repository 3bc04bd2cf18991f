import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const execute = promisify(execFile);
let root: string;

/** A clone of its own, with one program of two files. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'relevo-run-'));
  for (const folder of ['scripts', 'node_modules', 'cli']) mkdirSync(join(root, folder));
  for (const file of ['run.mjs', 'bundle.mjs']) copyFileSync(`scripts/${file}`, join(root, 'scripts', file));
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  write('package.json', '{ "type": "module" }');
  write('node_modules/.package-lock.json', '{ "packages": {} }');
  write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  write('cli/main.ts', "import { word } from '@/cli/word'; console.log(word, ...process.argv.slice(2));");
  write('cli/word.ts', "export const word: string = 'one';");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a command that starts', () => {
  it('comes from what was prepared, once it was', async () => {
    expect(await run('a', '--b')).toBe('one a --b\n');
    const first = prepared();
    expect(await run()).toBe('one\n');
    expect(prepared()).toBe(first);
  });

  it('is never an old one: not of a source as long as before with the time of before', async () => {
    await run();
    const { atime, mtime } = statSync(join(root, 'cli/word.ts'));
    write('cli/word.ts', "export const word: string = 'two';");
    utimesSync(join(root, 'cli/word.ts'), atime, mtime);
    expect(await run()).toBe('two\n');
  });

  it.each(['node_modules/.package-lock.json', 'tsconfig.json'])(
    'is prepared anew for another %s',
    async (file) => {
      await run();
      const first = prepared();
      write(file, `${readFileSync(join(root, file), 'utf8')}\n`);
      expect(await run()).toBe('one\n');
      expect(prepared()).not.toBe(first);
    },
  );

  it('is prepared by several at a time', async () => {
    expect(await Promise.all([run('1'), run('2'), run('3')])).toEqual(['one 1\n', 'one 2\n', 'one 3\n']);
    expect(await run()).toBe('one\n');
  });

  it('starts all the same where nothing can be kept', async () => {
    write('node_modules/.cache', 'a file where a folder should be');
    expect(await run('a')).toBe('one a\n');
  });

  it('says what is wrong with a source, and fails', async () => {
    write('cli/word.ts', 'export const word = ;');
    await expect(run()).rejects.toThrow(/word\.ts/);
  });
});

function write(file: string, content: string): void {
  writeFileSync(join(root, file), content);
}

function prepared(): string {
  return readFileSync(join(root, 'node_modules/.cache/relevo/cli-main.ts/current.json'), 'utf8');
}

async function run(...args: string[]): Promise<string> {
  const { stdout } = await execute(process.execPath, ['scripts/run.mjs', 'cli/main.ts', ...args], {
    cwd: root,
  });
  return stdout;
}
