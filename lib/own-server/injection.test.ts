import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/lib/testing/hostile/values';
import { RIGHT_SERVER } from '@/lib/testing/right-server';
import { generateOwnServer } from './generate';
import { conf, shellQuote } from './quote';
import { OwnServerInput } from './schema';

/** What a shell, Postfix, Exim or OpenDKIM would read as more than text, alone and behind a value that is right. */
const MARK = 'injected-13';
const TAILS = [
  `\n${MARK} = yes`,
  `\r${MARK}`,
  `\u2028${MARK}`,
  `$(touch ${MARK})`,
  `\`touch ${MARK}\``,
  `'; touch ${MARK}; '`,
  `" ; touch ${MARK} #`,
  `\${run{/bin/touch ${MARK}}}`,
  `$${MARK}`,
  `, ${MARK}`,
  `; ${MARK}`,
  ` : ${MARK}`,
  ` ${MARK}`,
  `|${MARK}`,
  `\0${MARK}`,
  `\\\n${MARK}`,
  `}}{${MARK}}`,
  `/../../${MARK}`,
];

type Tree = { [name: string]: unknown };
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, each]) => placesIn(each, [...path, name]));
}
function withValue(tree: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = (Array.isArray(tree) ? [...tree] : { ...(tree as Tree) }) as Tree;
  copy[name] = withValue((tree as Tree)[name], rest, value);
  return copy;
}
const valueAt = (path: string[]) => path.reduce<unknown>((tree, name) => (tree as Tree)[name], RIGHT_SERVER);

describe.each(['postfix', 'exim'])('%s', (software) => {
  it('takes what is right', () => {
    expect(OwnServerInput.safeParse({ ...RIGHT_SERVER, software }).error).toBeUndefined();
  });

  it.each(placesIn(RIGHT_SERVER).map((path) => path.join('.')))('lets nothing in by %s', (at) => {
    const path = at.split('.');
    for (const text of [...TAILS.map((tail) => `${valueAt(path)}${tail}`), ...TAILS]) {
      const parsed = OwnServerInput.safeParse(withValue({ ...RIGHT_SERVER, software }, path, text));
      expect(parsed.success, JSON.stringify(text)).toBe(false);
    }
    // What some field takes all the same must be text and nothing more.
    for (const text of HOSTILE_TEXTS) {
      const parsed = OwnServerInput.safeParse(withValue({ ...RIGHT_SERVER, software }, path, text));
      if (parsed.success) expect(() => generateOwnServer(parsed.data)).not.toThrow();
    }
  });
});

describe('shellQuote', () => {
  it('hands a shell exactly what it was given', () => {
    const texts = [...TAILS, ...HOSTILE_TEXTS, "it's", "''", '-n', '~', '*', '!!', '%s\\n', '\\'].filter(
      (text) => !text.includes('\0') && text.isWellFormed(),
    );
    const script = texts.map((text) => `printf '%s\\001' ${shellQuote(text)}`).join('\n');
    const heard = execFileSync('/bin/sh', ['-s'], { input: script, encoding: 'utf8' });
    expect(heard.split('\u0001').slice(0, -1)).toEqual(texts);
  });

  it('has no way to write NUL', () => {
    expect(() => shellQuote('a\0b')).toThrow();
  });
});

it.each(TAILS.filter((tail) => !/^[ /]/.test(tail) && !tail.startsWith(' :')))(
  'no line of settings takes %j, whatever a schema let through',
  (text) => {
    expect(() => conf`myhostname = ${text}`).toThrow();
  },
);
