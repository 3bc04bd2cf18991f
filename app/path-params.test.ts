import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pathParams } from './path-params';

describe('the parts of an address', () => {
  it.each(['Own server', 'Oficina Nº 2', 'a/b', '50 %', 'a%20b', 'plus+and&more?#'])(
    '%s is what it was before',
    async (name) => {
      expect(await pathParams(Promise.resolve({ id: encodeURIComponent(name) }))).toEqual({ id: name });
    },
  );

  it('with a lone percent sign are left as they are', async () => {
    expect(await pathParams(Promise.resolve({ id: '50%' }))).toEqual({ id: '50%' });
  });

  it('are read in this way by every page that has any', () => {
    const pages = globSync('app/**/page.tsx').filter((file) => file.includes('['));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    // The page of all unknown addresses asks for none.
    const others = pages.filter((file) => {
      const source = readFileSync(file, 'utf8');
      return source.includes('params') && !/= await pathParams\(params\)/.test(source);
    });
    expect(others).toEqual([]);
  });
});
