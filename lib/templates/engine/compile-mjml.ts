import { COMMENTS, replaceSpans } from '@/lib/text/spans';
import { lostToken } from './liquid-tokens';

export type CompileError = { line: number; message: string; token?: string };

/**
 * MJML → HTML that Outlook shows, by the same package here and in a browser: byte for byte the same. It takes some 10 ms and a megabyte of
 * code, so it is loaded when it is needed, and nobody who only renders ever loads it.
 */
export async function compileMjml(mjml: string): Promise<{ html: string; errors: CompileError[] }> {
  const { default: mjml2html } = await import('mjml-browser');
  try {
    // Without `fonts: {}` every reader asks Google for one.
    const { html, errors } = await mjml2html(mjml, {
      fonts: {},
      validationLevel: 'soft',
      keepComments: false,
    });
    const lost = lostToken(withoutComments(mjml), html);
    return {
      html,
      errors: [
        ...errors.map(({ line, message }) => ({ line, message })),
        ...(lost ? [{ line: lost.line, message: LOST, token: lost.text }] : []),
      ],
    };
  } catch (error) {
    return {
      html: '',
      errors: [{ line: 1, message: String((error as Error).message ?? error).slice(0, 300) }],
    };
  }
}

const LOST = 'stands where MJML drops or moves it: put it into a text, or around sections into <mj-raw>';

/** Of the author alone: they go nowhere. Lines stay where they are. */
function withoutComments(mjml: string): string {
  return replaceSpans(mjml, COMMENTS, (comment) => comment.replace(/[^\n]/g, ' '));
}
