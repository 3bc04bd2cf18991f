'use client';

import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import { columnsOf } from '@/lib/templates/blocks/edits';
import { BLOCKS } from '@/lib/templates/blocks/registry';
import type { Draft } from './draft';

type Kept = { basedOn: number; draft: Draft; at: number };

const PAUSE_MS = 800;

/** What was typed and not saved, kept in this browser: a closed tab, a lost connection or an ended session loses nothing of it. */
export function useKeptDraft(templateId: string, userId: string) {
  const key = `relevo-draft:${userId}:${templateId}`;
  // Only ever drawn in a browser, once the template was read.
  const [found, setFound] = useState<Kept | null>(() => read(key));
  const write = useDebouncedCallback(
    (kept: Kept) => {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // No room left: it can still be saved.
      }
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  );
  useEffect(() => {
    // A tab that is closed unmounts nothing.
    const flush = () => write.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [write]);
  const keep = useCallback(
    (draft: Draft, basedOn: number) => write({ draft, basedOn, at: Date.now() }),
    [write],
  );
  const forget = useCallback(() => {
    write.cancel();
    localStorage.removeItem(key);
    setFound(null);
  }, [write, key]);
  return { found, taken: () => setFound(null), keep, forget };
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    const documents = Object.values(kept?.draft.texts ?? {}).map(({ document }) => document);
    return documents.length > 0 && documents.every(isDrawable) ? kept : null;
  } catch {
    return null;
  }
}

/** In the middle of a word a document may well be wrong; what the editor can show it can also bring back. */
function isDrawable({ v, sections }: BlockDocument): boolean {
  return (
    v === 1 && sections.every((section) => columnsOf(section).every(({ blocks }) => blocks.every(isKnown)))
  );
}

function isKnown({ kind }: { kind: string }): boolean {
  return Object.hasOwn(BLOCKS, kind);
}
