'use client';

import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import { columnsOf } from '@/lib/templates/blocks/edits';
import { BLOCKS } from '@/lib/templates/blocks/registry';
import type { KeptDraft } from '@/lib/templates/drafts';
import type { Draft } from './draft';
import { useServerDraft } from './use-server-draft';

type Kept = { basedOn: number; draft: Draft; at: number };

const PAUSE_MS = 800;

/**
 * What was typed and not saved, kept in this browser at once, and on the server a moment later: a closed tab, a lost connection, an ended
 * session or another machine loses nothing of it. `there`: what the server has of it.
 */
export function useKeptDraft(templateId: string, userId: string, there: KeptDraft | null) {
  const key = `relevo-draft:${userId}:${templateId}`;
  // Only ever drawn in a browser, once the template was read.
  const [found, setFound] = useState<Kept | null>(() => newest(read(localStorage.getItem(key)), there));
  const { others, keepThere, forgetThere } = useServerDraft(templateId, there !== null);
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
    (draft: Draft, basedOn: number) => {
      const kept = { draft, basedOn, at: Date.now() };
      write(kept);
      keepThere({ basedOn, content: JSON.stringify(kept) });
    },
    [write, keepThere],
  );
  const forget = useCallback(() => {
    write.cancel();
    localStorage.removeItem(key);
    forgetThere();
    setFound(null);
  }, [write, key, forgetThere]);
  return { found, others, taken: () => setFound(null), keep, forget };
}

function newest(here: Kept | null, there: KeptDraft | null): Kept | null {
  const other = there && read(there.content);
  if (!here || !other) return here ?? other;
  return other.at > here.at ? other : here;
}

function read(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Kept | null;
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
