'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { nounKey } from '@/components/layout/noun-key';
import { pollEvery } from '@/components/layout/poll-every';
import type { KeptDraft, OtherWriter } from '@/lib/templates/drafts';
import { forgetTemplateDraftAction, keepTemplateDraftAction, listWritersAction } from './actions';

const PAUSE_MS = 2_000;
const POLL_MS = 30_000;

/** What is written, kept on the server a moment later; each request waits for the one before, so that none comes too late. */
export function useServerDraft(id: string, isKnown: boolean) {
  const [told, setTold] = useState<OtherWriter[] | null>(null);
  const isThere = useRef(isKnown);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const { data } = useQuery({
    queryKey: [...nounKey('templates'), 'writers', id],
    queryFn: async () => {
      const answer = await listWritersAction({ id });
      setTold(null);
      return answer.ok ? answer.data.others : [];
    },
    refetchInterval: pollEvery(POLL_MS),
  });
  const verbs = useMemo(() => {
    // Where it cannot be reached the browser has it, and the next change is another try.
    const after = (work: () => Promise<unknown>) => {
      last.current = last.current.then(work).catch(() => undefined);
    };
    return {
      keepThere: (draft: KeptDraft) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          isThere.current = true;
          after(async () => {
            const answer = await keepTemplateDraftAction({ id, ...draft });
            if (answer.ok) setTold(answer.data.others);
          });
        }, PAUSE_MS);
      },
      forgetThere: () => {
        clearTimeout(timer.current);
        if (!isThere.current) return;
        isThere.current = false;
        after(() => forgetTemplateDraftAction({ id }));
      },
    };
  }, [id]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { others: told ?? data ?? [], ...verbs };
}
