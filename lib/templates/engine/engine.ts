import { Context, type Liquid, type Template, toValueSync } from 'liquidjs';
import { buildEngine } from './build-engine';
import { inTurns } from './in-turns';
import { BoundedEmitter, StepLimit } from './limits';
import { LOCALE_REGISTER, type TemplateLocale } from './locale';

/** One source, read once: kept by who renders it often. */
export type Parsed = { readonly engine: 'html' | 'text'; readonly templates: Template[] };

const engines: Partial<Record<Parsed['engine'], Liquid>> = {};

function engineOf(kind: Parsed['engine']): Liquid {
  engines[kind] ??= buildEngine(kind);
  return engines[kind];
}

/** @throws LiquidError */
export function parseTemplate(engine: Parsed['engine'], source: string): Parsed {
  return { engine, templates: engineOf(engine).parse(source) };
}

/** The same bytes wherever it runs, for the same scope and locale. @throws LiquidError, with the place; TemplateLimit and UnsafePart within */
export function renderParsed(parsed: Parsed, scope: object, locale: TemplateLocale): string {
  const { rendering, emitter } = begin(parsed, scope, locale);
  toValueSync(rendering);
  return emitter.buffer;
}

/** The same of what may take as long as any: others have their turn in between. @throws as it does */
export async function renderParsedInTurns(
  parsed: Parsed,
  scope: object,
  locale: TemplateLocale,
): Promise<string> {
  const { rendering, emitter, limit } = begin(parsed, scope, locale);
  await inTurns(rendering, (ms) => limit.excuse(ms));
  return emitter.buffer;
}

function begin({ engine, templates }: Parsed, scope: object, locale: TemplateLocale) {
  const liquid = engineOf(engine);
  const limit = new StepLimit();
  const limits = { renderLimit: limit, liquid } as unknown as ConstructorParameters<typeof Context>[3];
  // A copy: `increment` writes into it, and the next form of the same mail would count on.
  const context = new Context({ ...scope }, liquid.options, { sync: true }, limits);
  context.setRegister(LOCALE_REGISTER, locale);
  const emitter = new BoundedEmitter();
  return { rendering: liquid.renderer.renderTemplates(templates, context, emitter), emitter, limit };
}

export function renderHtml(source: string, scope: object, locale: TemplateLocale): string {
  return renderParsed(parseTemplate('html', source), scope, locale);
}

export function renderText(source: string, scope: object, locale: TemplateLocale): string {
  return renderParsed(parseTemplate('text', source), scope, locale);
}

/** For a header or a list. */
export function renderLine(parsed: Parsed, scope: object, locale: TemplateLocale): string {
  return asLine(renderParsed(parsed, scope, locale));
}

/** One line without control characters, whatever was put in. */
export function asLine(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
      .trim()
      .toWellFormed()
  );
}
