import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { generateOwnServer } from './generate';
import { type OwnServerInput as Input, OwnServerInput } from './schema';

let base: string;
beforeEach(() => {
  base = temporaryFolder('own-server-', { on: 'memory' });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Files alone, below a folder of the test's own: packages, accounts and services are for a machine that may be changed. */
function run(input: Partial<Input>, ...options: string[]) {
  const server = OwnServerInput.parse({ hostname: 'mail.example.com', ...input });
  const { script } = generateOwnServer(server, { base });
  writeFileSync(join(base, 'install.sh'), script);
  const { status, stdout, stderr } = spawnSync(
    '/bin/sh',
    [join(base, 'install.sh'), '--files-only', ...options],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}
const at = (path: string) => join(base, path);

describe.each([
  ['postfix', '/etc/postfix/main.cf'],
  ['exim', '/etc/exim4/exim4.conf'],
] as const)('the installation of %s', (software, main) => {
  it('writes what differs, and nothing the second time', () => {
    expect(run({ software })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`written  ${at(main)}`),
    });
    const again = run({ software });
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining(`same     ${at(main)}`) });
    expect(again.stdout).not.toContain('written');
    expect(run({ software, maxMegabytes: 30 }).stdout).toContain(`written  ${at(main)}`);
  });

  it('shows the difference and changes nothing', () => {
    run({ software });
    const before = readFileSync(at(main), 'utf8');
    const { status, stdout } = run({ software, hostname: 'mx.example.com' }, '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\+.*mx\.example\.com/m);
    expect(stdout).toMatch(/^-.*mail\.example\.com/m);
    expect(readFileSync(at(main), 'utf8')).toBe(before);
  });

  it('leaves alone what it did not write, and puts it back by --undo', () => {
    mkdirSync(dirname(at(main)), { recursive: true });
    writeFileSync(at(main), 'of somebody else\n');
    expect(run({ software })).toMatchObject({ status: 1, stderr: expect.stringContaining('--replace') });
    expect(readFileSync(at(main), 'utf8')).toBe('of somebody else\n');
    run({ software }, '--replace');
    run({ software, maxMegabytes: 30 });
    expect(readFileSync(at(main), 'utf8')).toContain('Written by Relevo');
    expect(run({ software }, '--undo').status).toBe(0);
    expect(readFileSync(at(main), 'utf8')).toBe('of somebody else\n');
    expect(run({ software }, '--undo')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Nothing to undo'),
    });
  });

  it('removes by --undo what was not there before', () => {
    run({ software });
    run({ software }, '--undo');
    expect(existsSync(at(main))).toBe(false);
  });
});

it('refuses options that it does not know, before it does anything', () => {
  expect(run({}, '--dryrun')).toMatchObject({ status: 64, stdout: expect.stringContaining('usage:') });
  expect(existsSync(at('/etc'))).toBe(false);
});
