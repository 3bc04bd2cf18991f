import type { StoredBrand } from '@/drizzle/schema/templates';
import type { Components } from '../blocks/expand';
import { BLOCK_SOURCE } from '../blocks/source';
import { withComponents } from '../components/with-components';
import type { SourceKind } from '../schema';

export type Around = {
  brand: StoredBrand;
  language: string;
  title: string;
  /** What its components are. */
  components?: Components;
  /** The key of the component that it is itself. */
  within?: string;
};

/** How the source of a kind becomes MJML, or HTML at once; `toText`: where it knows its own words better than its HTML does. */
export type Source = {
  toMjml?(source: string, around: Around): string;
  toHtml?(source: string, around: Around): string;
  toText?(source: string, around: Around): string;
};

/** A new kind is one line here. */
const SOURCES: Partial<Record<SourceKind, Source>> = {
  mjml: { toMjml: (source, around) => withLanguage(withComponents(source, around), around.language) },
  blocks: BLOCK_SOURCE,
  html: { toHtml: (source) => source },
};

export function sourceOf(kind: SourceKind): Source | undefined {
  return SOURCES[kind];
}

/** Without one MJML writes `lang="und"`, which screen readers take at its word. */
function withLanguage(mjml: string, language: string): string {
  const begin = mjml.indexOf('<mjml');
  if (begin < 0) return mjml;
  const end = mjml.indexOf('>', begin);
  const hasOne = /\slang=/.test(mjml.slice(begin, end < 0 ? undefined : end));
  return hasOne
    ? mjml
    : `${mjml.slice(0, begin)}<mjml lang="${language}"${mjml.slice(begin + '<mjml'.length)}`;
}
