import { Context, type Liquid, type Template, toValueSync } from 'liquidjs';
import { buildEngine } from './build-engine';
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
export function renderParsed({ engine, templates }: Parsed, scope: object, locale: TemplateLocale): string {
  const liquid = engineOf(engine);
  const limits = { renderLimit: new StepLimit(), liquid } as unknown as ConstructorParameters<
    typeof Context
  >[3];
  const context = new Context(scope, liquid.options, { sync: true }, limits);
  context.setRegister(LOCALE_REGISTER, locale);
  const emitter = new BoundedEmitter();
  toValueSync(liquid.renderer.renderTemplates(templates, context, emitter));
  return emitter.buffer;
}

export function renderHtml(source: string, scope: object, locale: TemplateLocale): string {
  return renderParsed(parseTemplate('html', source), scope, locale);
}

export function renderText(source: string, scope: object, locale: TemplateLocale): string {
  return renderParsed(parseTemplate('text', source), scope, locale);
}

/** For a header or a list: one line without control characters, whatever was put in. */
export function renderLine(parsed: Parsed, scope: object, locale: TemplateLocale): string {
  return (
    renderParsed(parsed, scope, locale)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
      .trim()
      .toWellFormed()
  );
}
