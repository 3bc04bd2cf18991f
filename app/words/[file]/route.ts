import { localeOfWords, wordsFile } from '@/lib/i18n/words-file';

/** The panel's words, for browsers; the same for everybody. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const locale = localeOfWords(file);
  if (!locale) return new Response(null, { status: 404 });
  const { name, json } = wordsFile(locale);
  // In the minutes of an upgrade a page of one version may ask the other: our words serve it, and are not kept under that name.
  const keep = file === name ? 'public, max-age=31536000, immutable' : 'no-store';
  return new Response(json, { headers: { 'content-type': 'application/json', 'cache-control': keep } });
}
