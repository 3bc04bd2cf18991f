import { SideThread } from '@/lib/async/side-thread';
import { COMMENTS, replaceSpans } from '@/lib/text/spans';
import { lostToken } from './liquid-tokens';

export type CompileError = { line: number; message: string; token?: string };

/** The largest that may be written takes some 0.2 s of a processor. */
const LONGEST_MS = 20_000;

/**
 * MJML → HTML that Outlook shows. It takes some 10 ms for a usual mail and 0.2 s for the largest, and a megabyte of code: so it is done in a
 * thread beside the event loop, which opens when somebody compiles, and nobody who only renders ever loads it.
 */
export async function compileMjml(mjml: string): Promise<{ html: string; errors: CompileError[] }> {
  const compiled = await thread.ask(mjml);
  if (!compiled) return failed('it takes too long, or too much memory');
  if ('failure' in compiled) return failed(compiled.failure);
  const { html, errors } = compiled;
  const lost = lostToken(withoutComments(mjml), html);
  return {
    html,
    errors: [...errors, ...(lost ? [{ line: lost.line, message: LOST, token: lost.text }] : [])],
  };
}

function failed(message: string) {
  return { html: '', errors: [{ line: 1, message: message.slice(0, 300) }] };
}

type Answer = { html: string; errors: { line: number; message: string }[] } | { failure: string };

/** As text, since what bundles our processes would look for a file of it. Without `fonts: {}` every reader of a mail asks Google for one. */
const COMPILER = `
  const { parentPort } = require('node:worker_threads');
  const mjml2html = require('mjml-browser');
  const options = { fonts: {}, validationLevel: 'soft', keepComments: false };
  parentPort.on('message', async (mjml) => {
    try {
      const { html, errors } = await mjml2html(mjml, options);
      parentPort.postMessage({ html, errors: errors.map(({ line, message }) => ({ line, message })) });
    } catch (error) {
      parentPort.postMessage({ failure: String(error?.message ?? error) });
    }
  });`;

const thread = new SideThread<string, Answer>({
  name: 'compile-mjml',
  program: COMPILER,
  longestMs: LONGEST_MS,
  memoryMb: 128,
});

const LOST = 'stands where MJML drops or moves it: put it into a text, or around sections into <mj-raw>';

/** Of the author alone: they go nowhere. Lines stay where they are. */
function withoutComments(mjml: string): string {
  return replaceSpans(mjml, COMMENTS, (comment) => comment.replace(/[^\n]/g, ' '));
}
