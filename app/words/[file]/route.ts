import { wordsScript } from '@/lib/http/download';
import { messagesOf } from '@/lib/i18n/messages';
import { localeOfWords, wordsFile } from '@/lib/i18n/words-file';

/** The panel's words, for browsers; the same for everybody. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const locale = localeOfWords(file);
  if (!locale) return Response.json({}, { status: 404 });
  // In the minutes of an upgrade a page of one version may ask the other: our words serve it, and are not kept under that name.
  return wordsScript(file, messagesOf(locale), { keep: file === wordsFile(locale) });
}
