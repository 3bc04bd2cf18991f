import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '@/lib/errors';
import { LOCALES } from './locales';
import { type MessageTree, messagesOf } from './messages';
import { placeholders } from './placeholders';
import { usedKeys } from './used-keys';

const ROOT = join(import.meta.dirname, '../..');
const english = flatten(messagesOf('en'));

describe.each(LOCALES)('texts in %s', (locale) => {
  const texts = flatten(messagesOf(locale));

  it('are the same keys as in English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are not empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('need the same values as in English', () => {
    const wrong = [...texts].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? text)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the code', () => {
  it('asks only for texts that exist', () => {
    const missing = sourceFiles().flatMap((file) =>
      usedKeys(readFileSync(join(ROOT, file), 'utf8'))
        .filter(({ key, kind }) => (kind === 'text' ? !english.has(key) : !hasBranch(key)))
        .map(({ key }) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('has a text for every error code', () => {
    const source = readFileSync(join(ROOT, 'lib/errors.ts'), 'utf8');
    const codes = [...source.matchAll(/^ {2}(\w+): \[\d{3},/gm)].map((match) => match[1] as ErrorCode);
    expect(new AppError(codes[0]!, '').status).toBeGreaterThan(0);
    expect(codes.filter((code) => !english.has(`errors.${code}`))).toEqual([]);
  });
});

function flatten(tree: MessageTree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

function hasBranch(key: string): boolean {
  return [...english.keys()].some((text) => text.startsWith(`${key}.`));
}

function sourceFiles(): string[] {
  return ['app', 'components', 'lib', 'jobs', 'cli', 'server'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );
}
