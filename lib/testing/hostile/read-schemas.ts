import { globSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { listAdapters } from '@/lib/providers/registry';
import { isSchema, walkSchema } from './walk-schema';

/** Every schema that lib exports or an adapter has, with all that each is made of. */
export async function readSchemas(): Promise<{ path: string; node: z.core.$ZodType }[]> {
  const seen = new Set<unknown>();
  const files = globSync('lib/**/*.ts').filter(
    (file) => !/\.test\.ts$|^lib\/testing\//.test(file) && readFileSync(file, 'utf8').includes("from 'zod'"),
  );
  const modules = await Promise.all(
    files.map(async (file) => ({
      file,
      exports: (await import(/* @vite-ignore */ `../../../${file}`)) as Record<string, unknown>,
    })),
  );
  const exported = modules.flatMap(({ file, exports }) =>
    Object.entries(exports).flatMap(([name, value]) =>
      isSchema(value) ? walkSchema(value, `${file} ${name}`, seen) : [],
    ),
  );
  const adapters = listAdapters().flatMap(({ kind, settings, secrets }) => [
    ...walkSchema(settings, `${kind} settings`, seen),
    ...walkSchema(secrets, `${kind} secrets`, seen),
  ]);
  return [...exported, ...adapters];
}
