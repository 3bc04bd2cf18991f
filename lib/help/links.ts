import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { marked } from 'marked';
import type { Locale } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import { isGuideName } from './guides';
import { slugsOf } from './read';

/**
 * Where a link of a file in `docs/` leads within the panel: to a guide there, or out to the web. Undefined: to what the panel does not have,
 * as a file of the house.
 */
export function resolveLink(href: string, file: string, language: Locale): string | undefined {
  if (/^(https?|mailto):/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const target = path ? normalize(join(dirname(file), path)) : file;
  const name = /^docs\/(?:es\/)?([\w-]+)\.md$/.exec(target)?.[1];
  if (!name || !isGuideName(name)) return undefined;
  return paths.guide(name, anchor && anchorInEnglish(anchor, target, `docs/${name}.md`, language));
}

function anchorInEnglish(anchor: string, target: string, english: string, language: Locale): string {
  if (language === 'en') return anchor;
  const at = slugsIn(target).indexOf(decodeURIComponent(anchor));
  return slugsIn(english)[at] ?? anchor;
}

function slugsIn(file: string): string[] {
  return slugsOf(marked.lexer(readFileSync(file, 'utf8')));
}
