import { ownTurn } from '@/lib/async/own-turn';
import { ComponentFault } from './blocks/expand';
import { compileMjml } from './engine/compile-mjml';
import { parseTemplate } from './engine/engine';
import { guardHtml } from './engine/guard-html';
import { tooManyElements, tooManyTokens } from './engine/limits';
import { isTokenAt, tokenEnd } from './engine/liquid-tokens';
import { type Around, sourceOf } from './engine/sources';
import { escapeHtml } from './engine/trusted-html';
import { type Described, describeFault, type Problem } from './problems';
import type { TemplateText } from './schema';
import { textOf } from './text-of';

/** What is rendered for each message, and what keeps it from being published. */
export type Compiled = { subject: string; html: string; text: string; problems: Problem[] };

/**
 * A text of a version for a brand. It takes some 10 ms, once; a message then takes a fraction of one. The largest takes ten times that, so others have
 * their turn between the steps.
 */
export async function compileText(given: TemplateText, around: Omit<Around, 'title'>): Promise<Compiled> {
  const problems: Problem[] = [];
  const { html: bare, mjml } = await toHtml(given, { ...around, title: given.subject }, problems);
  const shown =
    given.preheader && !mjml?.includes('<mj-preview') ? withPreheader(bare, given.preheader) : bare;
  await ownTurn();
  const guarded = guardHtml(shown);
  for (const { what, line } of guarded.problems)
    problems.push({
      field: 'source',
      code: 'template_unsafe',
      params: { what, line: lineIn(given, what, line) },
    });
  await ownTurn();
  const text =
    ownText(given, problems) ??
    // Of what could not be drawn there is nothing to tell either.
    (bare && sourceOf(given.kind)?.toText?.(given.source, { ...around, title: given.subject })) ??
    textOf(bare);
  const compiled = { subject: given.subject, html: guarded.html, text };
  for (const [field, engine, source] of [
    ['subject', 'text', compiled.subject],
    ['preheader', 'text', given.preheader],
    ['source', 'html', compiled.html],
    ['text', 'text', compiled.text],
  ] as const) {
    await ownTurn();
    try {
      parseTemplate(engine, source);
    } catch (error) {
      problems.push({ field, ...describeFault(error, field === 'source' ? given.source : undefined) });
    }
  }
  return { ...compiled, problems };
}

function ownText({ text }: TemplateText, problems: Problem[]): string | null {
  try {
    checkTokens(text ?? '');
    return text;
  } catch (error) {
    problems.push({
      field: 'text',
      code: 'template_markup',
      params: { why: (error as Error).message, line: 1 },
    });
    return '';
  }
}

/** Of what was found in compiled HTML: where its author wrote it. */
function lineIn({ kind, source }: TemplateText, what: string, line: number): number {
  if (kind === 'html') return line;
  return lineOfWords(source, what.replace(/[<>]/g, ''));
}

function lineOfWords(source: string, words: string): number {
  const at = source.indexOf(words);
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}

async function toHtml(
  { kind, source }: TemplateText,
  around: Around,
  problems: Problem[],
): Promise<{ html: string; mjml?: string }> {
  const maker = sourceOf(kind);
  if (!source.trim()) {
    problems.push({ field: 'source', code: 'required', params: {} });
    return { html: '' };
  }
  try {
    if (!maker) throw new Error(`there is no kind of source ${kind}`);
    checkTokens(source);
    if (!maker.toMjml) {
      checkElements(source, 'html');
      return { html: maker.toHtml!(source, around) };
    }
    const mjml = maker.toMjml(source, around);
    if (kind === 'mjml') checkElements(mjml, 'mjml');
    const { html, errors } = await compileMjml(mjml);
    for (const { line, message, token } of errors.slice(0, 20))
      problems.push({
        field: 'source',
        ...(token
          ? { code: 'template_token_lost', params: { token, line } }
          : { code: 'template_markup', params: { why: message, line } }),
      });
    return { html, mjml };
  } catch (error) {
    problems.push({ field: 'source', ...faultOf(error as Error, source) });
    return { html: '' };
  }
}

function faultOf(error: Error, source: string): Described {
  if (!(error instanceof ComponentFault))
    return { code: 'template_markup', params: { why: String(error.message).slice(0, 200), line: 1 } };
  const { code, at } = error.problem;
  const [first = ''] = at;
  return { code, params: { name: at.at(-1) ?? '', path: at.join(' → '), line: lineOfWords(source, first) } };
}

function checkTokens(source: string): void {
  const most = tooManyTokens(source);
  if (most !== null) throw new Error(`it has more than ${most} variables and tags`);
}

function checkElements(source: string, kind: 'html' | 'mjml'): void {
  const most = tooManyElements(source, kind);
  if (most !== null) throw new Error(`it has more than ${most} elements`);
}

/** What a list of mails shows beside the subject. It stands in the HTML, so what is in it is escaped like the rest. */
function withPreheader(html: string, preheader: string): string {
  const hidden = `<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">${escapedAround(preheader)}</div>`;
  const begin = html.search(/<body[\s>]/i);
  const end = begin < 0 ? 0 : html.indexOf('>', begin) + 1;
  if (end === 0) return hidden + html;
  return html.slice(0, end) + hidden + html.slice(end);
}

function escapedAround(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const end = isTokenAt(text, at) ? tokenEnd(text, at) : at + 1;
    out += isTokenAt(text, at) ? text.slice(at, end) : escapeHtml(text.slice(at, end));
    at = end;
  }
  return out;
}
