import { globSync, readFileSync } from 'node:fs';

/** A method of a route, or of a page; `[id]` stands for what varies. */
export type Door = { name: string; method: string; path: string };

const METHOD = /export const (?:GET|POST|PUT|PATCH|DELETE)\b|export (?:async )?function (?:GET|POST)\b/g;

/** All of the API, found where Next finds them: a new one needs no entry anywhere. */
export function apiDoors(): Door[] {
  return globSync('app/api/**/route.{ts,tsx}')
    .toSorted()
    .flatMap((file) => {
      const path = file.replace(/^app/, '').replace(/\/route\.tsx?$/, '');
      return methodsOf(file).map((method) => ({ name: `${method} ${path}`, method, path }));
    });
}

/** Every page; groups in parentheses are no part of an address. */
export function pageDoors(): Door[] {
  return globSync('app/**/page.tsx')
    .toSorted()
    .map((file) => {
      const path = file.replace(/^app|\/page\.tsx$/g, '').replaceAll(/\/\([^)]*\)/g, '') || '/';
      return { name: `GET ${path}`, method: 'GET', path };
    });
}

function methodsOf(file: string): string[] {
  if (file.includes('[...nextauth]')) return ['GET', 'POST'];
  return [...readFileSync(file, 'utf8').matchAll(METHOD)].map(([found]) => found.split(' ').at(-1)!);
}

/** The ids under which Next knows the panel's server actions: they are in every page, so anybody has them. */
export function actionIds(): string[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'));
  return Object.keys(manifest.node).toSorted();
}
