import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What is the same in every language. `global-error` has no provider of texts: it stands when everything else fell. */
const SAME_EVERYWHERE = /^(Relevo|JSON|HTML|[A-Z]{2,5}|#1f6feb|npm start)$/;
const OWN_TEXTS = ['app/global-error.tsx'];

it.each([
  ['<p>Nothing here</p>', ['Nothing here']],
  ['<Button\n  onClick={run}\n>\n  Send\n</Button>', ['Send']],
  ['<p>Hello {name}</p>', ['Hello']],
  ['<input aria-label="Search" />', ['Search']],
  ["<Field label={'Name'} />", ['Name']],
  ["<p>{row.from ?? '—'}</p>", ['—']],
  ["<p>{t('title')}</p>", []],
  ['const map: Record<string, Tone> = {}; const f = (a: number) => a < 3;', []],
])('%j has literal texts %j', (source, texts) => {
  expect(literalsIn(source)).toEqual(texts);
});

it('has every text that a person sees in lib/i18n', () => {
  const found = sources().flatMap((file) =>
    literalsIn(readFileSync(join(ROOT, file), 'utf8'))
      .filter((text) => !SAME_EVERYWHERE.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

function literalsIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [TEXT, ATTRIBUTE, DASH].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => match[1]!.trim()),
  );
}

const TEXT = /(?<!=|\S )>\s*([^\W\d_][^<>{}=;()]*?)\s*(?=<\/|\{(?!\s*$))/gmu;
const ATTRIBUTE =
  /\b(?:label|title|placeholder|description|summary|alt|aria-label|aria-description|leftLabel|rightLabel)=(?:\{\s*['"`]|")([^'"`{}$]*\p{L}{2}[^'"`{}$]*)["'`]/gu;
/** A dash for what is not there is `NOTHING` of components/layout/quantities. */
const DASH = /['>]([—–])['<]/g;

function sources(): string[] {
  return ['app', 'components'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => /\.tsx$/.test(file) && !/\.test\.tsx$/.test(file) && !OWN_TEXTS.includes(file)),
  );
}
