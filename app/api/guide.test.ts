import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { marked, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { describeError, ERROR_CODES, type ErrorCode } from '@/lib/errors';
import { loadApiRoutes } from '@/lib/testing/api-routes';
import { inEmptyDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { type Block, expectShown, followGuide, hasCurl, isCommand, readGuide } from '@/lib/testing/guide';
import { serveApi } from '@/lib/testing/serve-api';
import { SCOPES, TokenInput } from '@/lib/tokens/schema';

const routes = await loadApiRoutes();
const { url } = serveApi(routes);

if (!hasCurl) console.warn('There is no curl here: the guides were not followed.');

/** Those whose commands are run and compared below. */
const LONG = ['watching.md', 'templates.md', 'stories.md', 'ai.md'];
const SHORT = ['getting-started.md', 'administrator.md', 'technician.md', 'troubleshooting.md', 'routing.md'];
const FOLLOWED = ['api.md', 'tokens.md', ...LONG, ...SHORT];
/** What a block may be: run and compared, the text of a file, or `console`, which needs a machine or a service that no test has. */
const KINDS = [
  ...['sh', 'json', 'text', 'jsonc', 'ts', 'python', 'php'],
  ...['console', 'yaml', 'ini', 'html', 'js', 'ruby'],
];

const FOLLOW_MS = 270_000;

/** Each guide begins on an empty system, whatever others have left. */
const follow = (blocks: Block[]) =>
  inEmptyDatabase(async () => {
    await makeProvider({ name: 'sandbox', kind: 'sandbox' });
    return followGuide(blocks, url());
  });

describe('docs/api.md', () => {
  const blocks = readGuide('docs/api.md');

  it.skipIf(!hasCurl)(
    'shows what its commands answer',
    async () => {
      const printed = await follow(blocks);
      expectShown(blocks, printed);
      const eva = blocks.filter(({ kind, text }) => kind === 'sh' && text.includes('eva@example.com'));
      const [first, again] = eva.map((block) => printed.get(block)!);
      expect(again).toContain(JSON.parse(first!).id);
    },
    FOLLOW_MS,
  );

  it('has the same commands and answers in Spanish', () => {
    expect(blocks.length).toBeGreaterThan(15);
    expect(readGuide('docs/es/api.md')).toEqual(blocks);
  });
});

describe.each(LONG)('docs/%s', (name) => {
  const blocks = readGuide(`docs/${name}`);

  it.skipIf(!hasCurl)(
    'shows what its commands answer',
    async () => expectShown(blocks, await follow(blocks)),
    FOLLOW_MS,
  );

  it('has the same commands and answers in Spanish', () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect(readGuide(`docs/es/${name}`)).toEqual(blocks);
  });
});

describe.each([
  'getting-started.md',
  'administrator.md',
  'technician.md',
  'troubleshooting.md',
  'routing.md',
])('docs/%s', (name) => {
  const blocks = readGuide(`docs/${name}`);

  it.skipIf(!hasCurl)(
    'shows what its commands answer',
    async () => expectShown(blocks, await follow(blocks)),
    FOLLOW_MS,
  );

  it('has the same commands and answers in Spanish', () => {
    expect(blocks.some(isCommand)).toBe(true);
    expect(readGuide(`docs/es/${name}`)).toEqual(blocks);
  });
});

/** What is answered to people alone: `lib/i18n/en/problems.json` says of each why. */
const FOR_PEOPLE: ErrorCode[] = [
  'invalid_credentials',
  'second_factor_needed',
  'sign_in_expired',
  'second_factor_required',
  'confirmation_needed',
  'setup_done',
  'too_many_attempts',
];

describe.each(['docs/tokens.md', 'docs/es/tokens.md'])('%s', (file) => {
  const blocks = readGuide(file);
  const text = readFileSync(file, 'utf8');

  it.skipIf(!hasCurl)(
    'shows what its commands and programs print',
    async () => {
      const printed = await follow(blocks);
      expectShown(blocks, printed);
      const programs = new Set([...printed.keys()].map(({ kind }) => kind));
      expect([...programs]).toEqual(expect.arrayContaining(['sh', 'ts']));
    },
    FOLLOW_MS,
  );

  it('has a program in each language for what takes more than a command', () => {
    const kinds = blocks.filter(isCommand).map(({ kind }) => kind);
    for (const language of ['ts', 'python', 'php'])
      expect(kinds.filter((kind) => kind === language)).toHaveLength(2);
  });

  it('shows a whole token as it can be made', () => {
    const { text: shown } = blocks.find(({ kind }) => kind === 'jsonc')!;
    const { expiresAt, ...rest } = JSON.parse(shown.replaceAll(/ \/\/ .*$/gm, ''));
    expect(TokenInput.safeParse(rest).error).toBeUndefined();
    expect(new Date(expiresAt).toJSON()).toBe(expiresAt.replace('Z', '.000Z'));
    // What it shows is all that there is.
    expect(Object.keys({ ...rest, expiresAt, expiresInDays: 1 }).toSorted()).toEqual(
      Object.keys(TokenInput.shape).toSorted(),
    );
  });

  it('explains every scope, in the order in which they are listed elsewhere', () => {
    expect(rowsOf(text).filter((name) => name.includes(':'))).toEqual([...SCOPES]);
  });

  it('says what to do about everything that a program can be refused with', () => {
    const refusals = ERROR_CODES.filter((code) => describeError(code).status < 500);
    const wanted = refusals.filter((code) => !FOR_PEOPLE.includes(code));
    const told = rowsOf(text).filter((name) => ERROR_CODES.includes(name as ErrorCode));
    expect(told.toSorted()).toEqual(wanted.toSorted());
    for (const code of wanted)
      expect(text).toMatch(new RegExp(`\\| \`${code}\` +\\| ${describeError(code).status} `));
  });
});

describe('the blocks of all guides', () => {
  const files = globSync('docs/{,es/}*.md');

  it.each(files)('%s: say what they are, and commands that nobody runs say so', (file) => {
    const kinds = marked
      .lexer(readFileSync(file, 'utf8'))
      .filter((token): token is Tokens.Code => token.type === 'code');
    const allowed = FOLLOWED.includes(basename(file)) ? KINDS : KINDS.filter((kind) => kind !== 'sh');
    expect(kinds.filter(({ lang }) => !allowed.includes(lang ?? ''))).toEqual([]);
  });
});

describe('the guides in English and Spanish', () => {
  it.each(['api.md', 'tokens.md', 'watching.md', 'templates.md', 'ai.md'])(
    '%s: have the same parts in the same order',
    (name) => {
      const shapes = [`docs/${name}`, `docs/es/${name}`].map((file) => shapeOf(readFileSync(file, 'utf8')));
      expect(shapes[1]).toEqual(shapes[0]);
    },
  );

  it.each(['docs/api.md', 'docs/tokens.md', 'docs/es/tokens.md'])(
    '%s: name operations that there are',
    (file) => {
      const text = readFileSync(file, 'utf8');
      const named = [...text.matchAll(/`(GET|POST|PATCH|DELETE) (\/api\/v1\/[\w/{}]+)`/g)].map(
        ([, method, path]) => `${method} ${path}`.replaceAll('{', '[').replaceAll('}', ']'),
      );
      expect(named.length).toBeGreaterThan(1);
      const known = routes.map((route) => route.name);
      expect(named.filter((one) => !known.includes(one))).toEqual([]);
    },
  );
});

/** The names in the first column of the tables. */
function rowsOf(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!);
}

/** Headings, blocks, points and rows without their words. */
function shapeOf(text: string): string[] {
  return [...text.matchAll(/^(#+|```\w+|- |\d\. |\|)/gm)].map(([, mark]) => mark!);
}
