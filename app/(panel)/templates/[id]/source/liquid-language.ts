import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { html, htmlCompletionSourceWith } from '@codemirror/lang-html';
import { closePercentBrace, liquid, liquidCompletionSource } from '@codemirror/lang-liquid';
import type { Extension } from '@codemirror/state';
import { LIQUID_FILTERS, LIQUID_PARTS, LIQUID_TAGS, SCOPE_PARTS } from '@/lib/templates/engine/liquid-words';
import { MJML_TAGS } from '@/lib/templates/engine/mjml-words';
import { RESERVED_ROOTS, type VariableDeclaration } from '@/lib/templates/variables';

type Kind = 'mjml' | 'html';

/** MJML or HTML with Liquid in it: its colours, and completion of what the engine, the markup and this template know. */
export function liquidLanguage(kind: Kind, variables: VariableDeclaration[]): Extension {
  const words = liquidCompletionSource({
    filters: named(LIQUID_FILTERS, 'function'),
    tags: named([...LIQUID_TAGS, ...LIQUID_PARTS], 'keyword'),
    variables: [
      ...variables.map(
        ({ name, type }): Completion => ({ label: name, type: 'variable', detail: type, boost: 1 }),
      ),
      ...named(RESERVED_ROOTS, 'variable'),
    ],
    properties: (path) => (path.length === 1 ? named(SCOPE_PARTS[path[0]!] ?? [], 'property') : []),
  });
  const tags = htmlCompletionSourceWith(kind === 'mjml' ? { extraTags: EXTRA_TAGS } : {});
  return [
    liquid({ base: html({ selfClosingTags: true, matchClosingTags: false, ...MARKUP[kind] }) }),
    closePercentBrace,
    autocompletion({ override: [onlyOurs(words), tags] }),
  ];
}

const EXTRA_TAGS = Object.fromEntries(
  Object.entries(MJML_TAGS).map(([name, { attributes, children }]) => [
    name,
    {
      attrs: Object.fromEntries(attributes.map((attribute) => [attribute, null])),
      children: children.length > 0 ? children : undefined,
      globalAttrs: false,
    },
  ]),
);
const MARKUP = { mjml: { extraTags: EXTRA_TAGS }, html: {} };

function named(labels: readonly string[], type: string): Completion[] {
  return labels.map((label) => ({ label, type }));
}

/** CodeMirror knows words of a shop system that no mail has. */
function onlyOurs(source: CompletionSource): CompletionSource {
  const known = new Set([...LIQUID_FILTERS, ...LIQUID_TAGS, ...LIQUID_PARTS]);
  return async (context: CompletionContext) => {
    const result = await source(context);
    if (!result) return null;
    const seen = new Set<string>();
    const options = result.options.filter(({ label, type }) => {
      const isOurs = type === 'variable' || type === 'property' || known.has(label);
      return isOurs && !seen.has(label) && seen.add(label);
    });
    return { ...result, options };
  };
}
