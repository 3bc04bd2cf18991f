import type { StoredBrand, StoredVariable } from '@/drizzle/schema/templates';
import { ownTurn } from '@/lib/async/own-turn';
import {
  asLine,
  type Parsed,
  parseTemplate,
  renderLine,
  renderParsed,
  renderParsedInTurns,
} from './engine/engine';
import type { TemplateLocale } from './engine/locale';
import { buildScope, type ScopeInput } from './scope';
import { tidyText } from './tidy-text';

/** A text compiled for a brand, with all that a message of it needs besides its variables. */
export type Rendition = {
  id: string;
  templateId: string;
  versionId: string;
  number: number;
  language: string;
  brand: StoredBrand;
  declared: StoredVariable[];
  subject: string;
  html: string;
  text: string;
};

export type Rendered = { subject: string; html: string; text: string };

type Sources = Record<'subject' | 'html' | 'text', Parsed>;

/** Parsed once for as long as it is held; the cache that holds renditions bounds them. */
const parsed = new WeakMap<Rendition, Sources>();

/** The same bytes each time, wherever it runs, for the same variables, recipient, id and `now`. @throws LiquidError */
export function renderRendition(
  rendition: Rendition,
  input: Omit<ScopeInput, 'declared' | 'brand'>,
): Rendered {
  const { sources, scope, locale } = partsOf(rendition, input);
  return {
    subject: asSubject(renderParsed(sources.subject, scope, locale)),
    html: renderParsed(sources.html, scope, locale),
    text: tidyText(renderParsed(sources.text, scope, locale)),
  };
}

/** The same of what nobody has looked at yet, and may be as large as any: others have their turn meanwhile. @throws LiquidError */
export async function renderInTurns(
  rendition: Rendition,
  input: Omit<ScopeInput, 'declared' | 'brand'>,
): Promise<Rendered> {
  const { sources, scope, locale } = partsOf(rendition, input);
  await ownTurn();
  const subject = asSubject(await renderParsedInTurns(sources.subject, scope, locale));
  const html = await renderParsedInTurns(sources.html, scope, locale);
  const text = await renderParsedInTurns(sources.text, scope, locale);
  await ownTurn();
  return { subject, html, text: tidyText(text) };
}

function partsOf(rendition: Rendition, input: Omit<ScopeInput, 'declared' | 'brand'>) {
  const { brand, declared, language } = rendition;
  const scope = buildScope({ ...input, declared, brand });
  const locale: TemplateLocale = { language, timeZone: brand.timeZone, currency: brand.currency };
  return { sources: sourcesOf(rendition), scope, locale };
}

const MOST_IN_SUBJECT = 998;

function asSubject(text: string): string {
  return asLine(text).slice(0, MOST_IN_SUBJECT);
}

/** A line more in the words and for the reader of a template, such as what stands in one place of an approved one. @throws LiquidError */
export function renderInWords(
  { brand, declared, language }: Rendition,
  source: string,
  input: Omit<ScopeInput, 'declared' | 'brand'>,
): string {
  const scope = buildScope({ ...input, declared, brand });
  const locale: TemplateLocale = { language, timeZone: brand.timeZone, currency: brand.currency };
  return renderLine(parseTemplate('text', source), scope, locale);
}

/** Of what is sent to many: the rest is rendered when each of them is sent. @throws LiquidError */
export function renderSubject(rendition: Rendition, input: Omit<ScopeInput, 'declared' | 'brand'>): string {
  const { sources, scope, locale } = partsOf(rendition, input);
  return asSubject(renderParsed(sources.subject, scope, locale));
}

function sourcesOf(rendition: Rendition): Sources {
  const known = parsed.get(rendition);
  if (known) return known;
  const sources: Sources = {
    subject: parseTemplate('text', rendition.subject),
    html: parseTemplate('html', rendition.html),
    text: parseTemplate('text', rendition.text),
  };
  parsed.set(rendition, sources);
  return sources;
}
