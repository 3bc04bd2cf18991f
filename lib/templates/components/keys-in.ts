import type { TemplateText } from '../schema';

/** `<mj-include path="component:footer" />`: how a source in MJML shows one. */
const INCLUDE = /<mj-include\s{1,20}path="component:([a-z0-9-]{1,64})"\s{0,20}\/>/g;

type Source = Pick<TemplateText, 'kind' | 'source'>;

/** The keys of the components that texts name, each once. What cannot be read names none: it says so when it is compiled. */
export function componentKeysIn(texts: Iterable<Source>): string[] {
  const keys = [...texts].flatMap(({ kind, source }) => {
    if (kind === 'blocks') return keysInBlocks(source);
    return kind === 'mjml' ? [...source.matchAll(INCLUDE)].map(([, key]) => key!) : [];
  });
  return [...new Set(keys)].toSorted();
}

/** The same source with what `draw` makes of each in its place. */
export function replaceIncludes(mjml: string, draw: (key: string) => string): string {
  return mjml.replace(INCLUDE, (_, key: string) => draw(key));
}

function keysInBlocks(source: string): string[] {
  if (!source.includes('component')) return [];
  try {
    const { sections = [] } = JSON.parse(source) as { sections?: { kind?: string; component?: unknown }[] };
    return sections.flatMap(({ kind, component }) =>
      kind === 'component' && typeof component === 'string' ? [component] : [],
    );
  } catch {
    return [];
  }
}
