import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paths } from '@/lib/paths';

const pages = globSync('app/**/page.tsx').map((file) => routeOf(file.split('/').slice(1, -1)));

/** Some take an id, some what is looked for, which a text is not. */
const anyPaths = Object.entries(paths) as [string, (given: string) => string][];

const made: [string, string][] = [
  ...anyPaths.map(([name, path]): [string, string] => [name, path('01980000-0000')]),
  ['provider with a tab', paths.provider('x', { tab: 'settings' })],
  ['messages with a filter', paths.messages({ status: 'failed,bounced', provider: 'A & B' })],
];

/** Where they are made, and what help there is for each. */
const MAPS = ['lib/paths.ts', 'lib/help/pages.ts'];

describe('paths', () => {
  test.each(made)('%s leads to a page', (_name, path) => {
    const { pathname } = new URL(path, 'http://relevo.test');
    expect(pages.some((page) => page.test(pathname))).toBe(true);
  });

  test('every page has its path', () => {
    const pathnames = made.map(([, path]) => new URL(path, 'http://relevo.test').pathname);
    expect(pages.filter((page) => !pathnames.some((pathname) => page.test(pathname)))).toEqual([]);
  });

  test('a name with signs of its own stays one value', () => {
    const url = new URL(
      paths.messages({ status: 'failed,bounced', provider: 'A&B, 100%' }),
      'http://relevo.test',
    );
    expect(url.search).toContain('status=failed,bounced');
    expect(Object.fromEntries(url.searchParams)).toEqual({ status: 'failed,bounced', provider: 'A&B, 100%' });
    expect(paths.message('a/b?c')).toBe('/messages/a%2Fb%3Fc');
  });

  test('no address of a page is written out beside it', () => {
    const first = new Set(anyPaths.map(([, path]) => path('x').split(/[/?]/)[1]));
    const literal = new RegExp(`['"\`]/(${[...first].filter(Boolean).join('|')})(?=['"\`/?#$])`);
    const root = /(href=\{?|href: ?|(push|replace|redirect|assign)\()['"`]\/(?!api\/)/;
    const strays = globSync('{app,components,lib}/**/*.{ts,tsx}')
      .filter((file) => !MAPS.includes(file) && !file.includes('.test.') && !file.includes('lib/testing/'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .map((line) => ({ file, line })),
      )
      .filter(({ line }) => !/^\s*(import|export) |^\s*(\/?\*|\/\/)/.test(line))
      .filter(({ line }) => literal.test(line) || root.test(line));
    expect(strays).toEqual([]);
  });
});

/** The way Next reads folders: `(group)` is not in the address, `[id]` is any one part. */
function routeOf(folders: string[]): RegExp {
  const parts = folders
    .filter((folder) => !folder.startsWith('('))
    .map((folder) => (folder.startsWith('[') ? '/[^/]+' : `/${folder}`));
  return new RegExp(`^${parts.join('') || '/'}$`);
}
