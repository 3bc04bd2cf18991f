import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiPath, apiQuery } from '@/components/layout/api';

const READ = /^ {4}'?([\w/[\]-]+)'?: Read<\s*typeof import\('\.\/v1\/([\w/[\]-]+)\/route'\)\s*>;/gm;
const reads = [...readFileSync('app/api/reads.ts', 'utf8').matchAll(READ)];
const sources = globSync('{app,components}/**/*.{ts,tsx}')
  .filter((file) => !file.includes('.test.') && file !== 'components/layout/api.ts')
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Here a person asks as a program would, with a token of its own and for whatever there is. */
const TRIES = 'app/(panel)/api-reference/[operation]/ask.ts';

/** The guides: a file made with the build, the same for everybody. */
const GUIDES = ['components/layout/guide-index.ts', 'app/help-sections/[language]/route.ts'];

describe('what the panel reads', () => {
  it('is named by the folder of its route, each of which exists', () => {
    expect(reads.length).toBeGreaterThan(20);
    for (const [, name, folder] of reads) expect(folder).toBe(name);
    const folders = reads.map(([, , folder]) => `app/api/v1/${folder}`);
    const existing = globSync('app/api/v1/**/route.{ts,tsx}').map((file) =>
      file.replace(/\/route\.tsx?$/, ''),
    );
    expect(folders.filter((folder) => !existing.includes(folder))).toEqual([]);
  });

  it('is all in use', () => {
    const text = sources
      .filter(({ file }) => file !== 'app/api/reads.ts')
      .map((source) => source.text)
      .join('\n');
    const unused = reads.filter(([, name]) => !text.includes(`('${name}'`));
    expect(unused.map(([, name]) => name)).toEqual([]);
  });

  it('goes through the one client: nobody fetches, writes an address out or says what would come back', () => {
    const strays = sources
      .filter(({ file }) => !file.startsWith('app/api/') && file !== TRIES && !GUIDES.includes(file))
      .filter(({ text }) => /\bfetch\(|['"`]\/api\/v1|api(Query|Get|TextQuery)<|\.json\(\)/.test(text));
    expect(strays.map(({ file }) => file)).toEqual([]);
  });
});

describe('its addresses', () => {
  it('have their parts in place and the rest as a query, without what is empty', () => {
    expect(apiPath('providers/[id]', { id: 'a/b c' })).toBe('/api/v1/providers/a%2Fb%20c');
    expect(apiPath('messages', { limit: 5, provider: 'A & B', cursor: undefined, q: '' })).toBe(
      '/api/v1/messages?limit=5&provider=A+%26+B',
    );
    expect(apiPath('status')).toBe('/api/v1/status');
  });

  it('are kept under their noun, which a write refreshes', () => {
    expect(apiQuery('queue/jobs').queryKey).toEqual(['api', 'queue', '/api/v1/queue/jobs']);
  });
});
