import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { bashCompletion, zshCompletion } from './completion-script';
import { manPage } from './man-page';
import { buildProgram } from './program';
import { verbsOf } from './verbs-of';

const program = await buildProgram();
const verbs = program.commands.flatMap(verbsOf);
const nameOf = (command: Command): string =>
  command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();

describe('every command', () => {
  it('is there', () => expect(verbs.length).toBeGreaterThan(100));

  it.each(program.commands.map((noun) => [noun.name(), noun] as const))(
    'of %s says what it is for',
    (_, noun) => {
      const silent = [noun, ...verbsOf(noun)].filter((command) => command.description() === '');
      expect(silent.map(nameOf)).toEqual([]);
      const without = verbsOf(noun).flatMap((verb) =>
        verb.options
          .filter(({ description, hidden }) => !description && !hidden)
          .map(({ flags }) => `${nameOf(verb)} ${flags}`),
      );
      expect(without).toEqual([]);
    },
  );

  it('takes --json', () => {
    const without = verbs.filter((verb) => !verb.options.some(({ long }) => long === '--json'));
    expect(without.map(nameOf)).toEqual([]);
  });

  it('is named by small letters and hyphens', () => {
    expect(
      verbs.map(nameOf).filter((name) => !/^[a-z]+(-[a-z]+)*( [a-z]+(-[a-z]+)*){0,2}$/.test(name)),
    ).toEqual([]);
  });
});

/** What bash offers when this stands on the line. */
function offered(line: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-completion-'));
  try {
    const file = join(folder, 'completion.bash');
    writeFileSync(file, bashCompletion(program));
    const words = line.split(' ');
    const set = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
    const script = `source '${file}'; ${set}; _relevo; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('completion', () => {
  it('offers nouns, verbs and options, whatever stands between', () => {
    expect(offered('./relevo prov')).toEqual(['provider']);
    expect(offered('relevo provider re')).toEqual(['resume', 'remove']);
    expect(offered('relevo provider key a')).toEqual(['add', 'activate']);
    expect(offered('relevo message resend --limit 5 --dr')).toEqual(['--dry-run']);
    expect(offered('relevo nonsense x')).toEqual(['']);
  });

  it('is a script that zsh can read', () => {
    const script = zshCompletion(program);
    for (const verb of verbs) expect(script).toContain(`' ${nameOf(verb)}') entries=(`);
    const read = spawnSync('zsh', ['-n'], { input: script, encoding: 'utf8' });
    if (!read.error) expect(read.stderr).toBe('');
  });
});

describe('the page of the manual', () => {
  const page = manPage(program);

  it('has every command with its options', () => {
    const lines = new Set(page.split('\n'));
    for (const verb of verbs) {
      expect([...lines].some((line) => line.startsWith(`.B ${nameOf(verb).replaceAll('-', '\\-')} `))).toBe(
        true,
      );
      for (const { flags, long, hidden } of verb.options)
        if (long !== '--json' && !hidden) expect(lines).toContain(`.B ${flags.replaceAll('-', '\\-')}`);
    }
  });

  it('begins no line of words with a sign of roff, and ends all that it begins', () => {
    const requests = page.split('\n').filter((line) => /^[.']/.test(line));
    expect(requests.filter((line) => !/^\.(TH|SH|SS|TP|B|I|RI|RS|RE|PP|nf|fi)( |$)/.test(line))).toEqual([]);
    const count = (name: string) => requests.filter((line) => line === name).length;
    expect(count('.RS')).toBe(count('.RE'));
    expect(page).not.toMatch(/\n\n/);
    const set = spawnSync('groff', ['-man', '-ww', '-z', '-Tutf8'], { input: page, encoding: 'utf8' });
    if (!set.error) expect(set.stderr).toBe('');
  });
});
