import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { ACCESS } from '@/lib/http/handle';
import { leastRole, type Permission } from '@/lib/permissions';
import { ACTIONS, ENDPOINTS } from './access-list';
import { BEFORE_SECOND_FACTOR, PAGES, PUBLIC_ROUTES, SESSION_ROUTES } from './access-pages';

/** next-auth loads parts of Next that exist only inside a server of Next. */
vi.mock('@/app/api/auth/auth', () => ({
  handlers: {},
  signIn: vi.fn(),
  signOut: vi.fn(),
  SignInRefused: Error,
}));

type Access = { scope?: string; may?: Permission; public?: string; beforeSecondFactor?: true };
type Exports = Record<string, { [ACCESS]?: Access }>;

const routes = globSync('app/**/route.{ts,tsx}').toSorted();
const isGuarded = (file: string) => /^app\/api\/(v1|oauth|metrics)\//.test(file);
const actionFiles = globSync('app/**/actions.{ts,tsx}').toSorted();

/** Every export of these files with what it asks for; `unguarded` if it was not made by our wrappers. */
async function readAccess(files: string[], name: (file: string, key: string) => string) {
  const entries = await Promise.all(
    files.map(async (file) => {
      const exports: Exports = await import(/* @vite-ignore */ `../../${file}`);
      return Object.keys(exports).map((key) => [name(file, key), tell(key, exports[key]![ACCESS])]);
    }),
  );
  return Object.fromEntries(entries.flat());
}

function tell(key: string, access: Access | undefined): string {
  if (access?.public) return `public: ${access.public}`;
  if (!access?.may) return 'unguarded';
  const least = leastRole(access.may);
  const usual = key === 'GET' ? 'viewer' : 'technician';
  if (!access.scope) return least;
  return least === usual ? access.scope : `${access.scope}, ${least}`;
}

describe('everything that can be called from outside is guarded and listed', () => {
  it('each method of each route of the API', async () => {
    const files = routes.filter(isGuarded);
    const path = (file: string) => file.replace(/^app/, '').replace(/\/route\.tsx?$/, '');
    expect(await readAccess(files, (file, key) => `${key} ${path(file)}`)).toEqual(ENDPOINTS);
  });

  it('no other routes but the public ones, and those for sessions alone', () => {
    const known = [...PUBLIC_ROUTES, ...SESSION_ROUTES].toSorted();
    expect(routes.filter((file) => !isGuarded(file)).toSorted()).toEqual(known);
  });

  it('each page', () => {
    const files = globSync('app/**/page.tsx');
    const path = (file: string) =>
      file.replace(/^app|\/page\.tsx$/g, '').replaceAll(/\/\([^)]*\)/g, '') || '/';
    expect(files.map(path).toSorted()).toEqual(Object.keys(PAGES).toSorted());
  });

  it('each server action', async () => {
    expect(await readAccess(actionFiles, (file, key) => `${file} ${key}`)).toEqual(ACTIONS);
  });

  it('few actions before a second factor that a role needs', async () => {
    const open = await Promise.all(
      actionFiles.map(async (file) => {
        const exports: Exports = await import(/* @vite-ignore */ `../../${file}`);
        const names = Object.keys(exports).filter((key) => exports[key]![ACCESS]?.beforeSecondFactor);
        return names.map((name) => `${file} ${name}`);
      }),
    );
    expect(open.flat().toSorted()).toEqual(BEFORE_SECOND_FACTOR);
  });

  it('no server actions outside the files for them', () => {
    const directive = /^\s*(['"])use server\1/m;
    const files = globSync('{app,components,lib}/**/*.{ts,tsx}').filter((file) =>
      directive.test(readFileSync(file, 'utf8')),
    );
    expect(files.toSorted()).toEqual(actionFiles);
    for (const file of actionFiles) expect(readFileSync(file, 'utf8'), file).toMatch(/^'use server';\n/);
  });
});
