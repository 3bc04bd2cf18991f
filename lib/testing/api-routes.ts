import { globSync } from 'node:fs';
import type { z } from 'zod';
import { ACCESS } from '@/lib/http/handle';
import type { call } from './http';

type Handler = Parameters<typeof call>[0];
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Marked = Handler & { [ACCESS]?: { query?: z.ZodType; body?: z.ZodType } };

export type ApiRoute = {
  /** `PATCH /api/v1/messages/[id]`. */
  name: string;
  method: Method;
  handler: Handler;
  /** Names of the parts of its path that vary. */
  params: string[];
  query?: z.ZodType;
  body?: z.ZodType;
};

/** Every method of every route of the API, found where Next finds them. That of next-auth exists only inside a server of Next. */
export async function loadApiRoutes(): Promise<ApiRoute[]> {
  const files = globSync('app/api/**/route.{ts,tsx}').filter((file) => !file.includes('[...nextauth]'));
  const routes = await Promise.all(
    files.toSorted().map(async (file) => {
      const exports: Record<string, Marked> = await import(/* @vite-ignore */ `../../${file}`);
      const path = file.replace(/^app/, '').replace(/\/route\.tsx?$/, '');
      const params = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
      return Object.entries(exports).map(([method, handler]) => ({
        name: `${method} ${path}`,
        method: method as Method,
        handler,
        params,
        query: handler[ACCESS]?.query,
        body: handler[ACCESS]?.body,
      }));
    }),
  );
  return routes.flat();
}
