import { env, publicUrl } from '@/lib/env';

export const IMAGE_FORMATS = ['png', 'jpeg', 'gif'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

const ENDINGS: Record<ImageFormat, string> = { png: 'png', jpeg: 'jpg', gif: 'gif' };

/** In a text: with or without a host in front. What stands within another path is none. */
const ADDRESS =
  /(?:https?:\/\/[\w.:[\]-]{1,300}|(?<=["'(\s=]))\/api\/media\/([0-9a-f]{64})\.(?:png|jpg|gif)\b/g;

/** `name` of `/api/media/[name]`. */
export function nameOfImage({ sha256, format }: { sha256: Buffer; format: ImageFormat }): string {
  return `${sha256.toString('hex')}.${ENDINGS[format]}`;
}

export function readImageName(name: string): { sha256: Buffer; format: ImageFormat } | null {
  const [, hash, ending] = /^([0-9a-f]{64})\.(png|jpg|gif)$/.exec(name) ?? [];
  const format = IMAGE_FORMATS.find((each) => ENDINGS[each] === ending);
  return hash && format ? { sha256: Buffer.from(hash, 'hex'), format } : null;
}

/** Where mail programs load it. */
export function addressOfImage(name: string): string {
  return `${imageHost()}/api/media/${name}`;
}

export function imageHost(): string {
  return publicUrl().replace(/\/+$/, '');
}

/** Without a public address only this machine could load a picture. */
export function canBeLoaded(): boolean {
  return env().PUBLIC_URL !== undefined;
}

/** The hashes of all that a text shows. */
export function imagesIn(text: string): string[] {
  return [...new Set([...text.matchAll(ADDRESS)].map(([, hash]) => hash!))];
}

/** The same text with those that are kept here loaded from here, wherever it was written: an address may change, and a template travel. */
export function withHost(text: string, kept: Set<string>): string {
  return text.replace(ADDRESS, (whole, hash: string) =>
    kept.has(hash) ? imageHost() + whole.slice(whole.indexOf('/api/media/')) : whole,
  );
}
