import { readFileSync } from 'node:fs';

/** `file name` of each server action → its id, as `next build` lists them. */
export function actionIds(): Map<string, string> {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'));
  const known = Object.entries<{ filename: string; exportedName: string }>(node);
  return new Map(known.map(([id, { filename, exportedName }]) => [`${filename} ${exportedName}`, id]));
}
