import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

const TYPES: Record<string, string> = { '.svg': 'image/svg+xml', '.webp': 'image/webp' };

/** A picture of a file in `docs/`, as an address that holds it whole: they are few and small. */
export function readPicture(href: string, file: string): string {
  const bytes = readFileSync(join(dirname(file), href));
  return `data:${TYPES[extname(href)]};base64,${bytes.toString('base64')}`;
}
