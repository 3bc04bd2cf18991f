import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { whileWorking } from './while-working';

export type Block = { kind: string; text: string };
/** What a block printed; undefined: its language is not on this machine. */
type Printed = Map<Block, string | undefined>;

const MARK = '@@ next @@';
/** How a program of each language is run, and with which ending it wants to be called. */
const PROGRAMS: Record<string, { run: string; ending: string; probe: string[] }> = {
  ts: { run: process.execPath, ending: '.mts', probe: ['--version'] },
  python: { run: 'python3', ending: '.py', probe: ['--version'] },
  php: { run: 'php', ending: '.php', probe: ['-r', 'exit(function_exists("curl_init") ? 0 : 1);'] },
};

export const hasCurl = isThere('curl', ['--version']);

/** The blocks of code of a guide, in order. */
export function readGuide(file: string): Block[] {
  return [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, kind, text]) => ({
    kind: kind!,
    text: text!,
  }));
}

export function isCommand({ kind }: Block): boolean {
  return kind === 'sh' || kind in PROGRAMS;
}

/** What each command and program of a guide prints, all run by one shell as somebody would who follows it. */
export async function followGuide(blocks: Block[], url: string): Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-guide-'));
  try {
    const able = blocks.filter((block) => isCommand(block) && isRunnable(block));
    const lines = able.flatMap((block, index) => [stepOf(block, folder, index), `printf '\\n${MARK}\\n'`]);
    const script = ['set -e', ...lines].join('\n').replaceAll('http://127.0.0.1:3000', url);
    const { stdout } = await whileWorking(promisify(execFile)('bash', ['-c', script], { timeout: 240_000 }));
    const texts = stdout.split(`${MARK}\n`).map((text) => text.trim());
    return new Map(able.map((block, index) => [block, texts[index]!]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** That what the guide shows after a command or program is what it printed. */
export function expectShown(blocks: Block[], printed: Printed): void {
  for (const [index, { kind, text }] of blocks.entries()) {
    const by = printed.get(blocks.slice(0, index).findLast(isCommand)!);
    if (by === undefined) continue;
    if (kind === 'json') expect(JSON.parse(by)).toEqual(matching(JSON.parse(text)));
    if (kind === 'text') for (const line of text.split('\n')) expect(by).toContain(line);
  }
}

/** What stands in place of an ellipsis may be anything. */
function matching(shown: unknown): unknown {
  if (typeof shown === 'string' && shown.endsWith('…'))
    return expect.stringMatching(new RegExp(`^${shown.slice(0, -1).replaceAll(/\W/g, '\\$&')}`));
  if (Array.isArray(shown)) return shown.map(matching);
  if (typeof shown !== 'object' || shown === null) return shown;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, matching(value)])),
  );
}

function stepOf({ kind, text }: Block, folder: string, index: number): string {
  const program = PROGRAMS[kind];
  if (!program) return text;
  const file = join(folder, `sample-${index}${program.ending}`);
  writeFileSync(file, text);
  return `'${program.run}' '${file}'`;
}

function isRunnable({ kind }: Block): boolean {
  const program = PROGRAMS[kind];
  return !program || isThere(program.run, program.probe);
}

function isThere(command: string, probe: string[]): boolean {
  return spawnSync(command, probe).status === 0;
}
