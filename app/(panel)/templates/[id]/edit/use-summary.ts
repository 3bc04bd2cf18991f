'use client';

import type { Block } from '@/lib/templates/blocks/document';
import { withoutLiquid } from '@/lib/templates/blocks/liquid-text';
import { richToText } from '@/lib/templates/blocks/rich-text/to-text';

/** A few words by which a block is told from others of its kind. */
export function useSummary() {
  return (block: Block): string => {
    const words = wordsOf(block);
    return withoutLiquid(words, (name) => `[${name}]`).slice(0, 60);
  };
}

function wordsOf(block: Block): string {
  if ('content' in block) return richToText(block.content);
  if (block.kind === 'facts') return block.rows.map(({ label }) => label).join(', ');
  if (block.kind === 'steps') return block.steps.map(({ title }) => title).join(', ');
  const { text, label, value, alt, of } = block as Partial<Record<string, unknown>>;
  return String(text ?? label ?? value ?? alt ?? of ?? '');
}
