'use client';

import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, apiGet, apiQuery } from '@/components/layout/api';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { QueryState } from '@/components/table/query-state';
import type { ProviderView } from '@/lib/providers/schema';
import { getDraftAction } from '../actions';
import type { WizardStart } from './use-wizard';
import { Wizard } from './wizard';
import { NEW_DRAFT } from './wizard-values';

type Props = { ownAddress: string };

/** The wizard, once it is known which services there are and where this person stopped the last time. */
export function NewProviderScreen({ ownAddress }: Props) {
  const locked = useLocked('providers.write');
  const kinds = useQuery(apiQuery('provider-kinds'));
  const start = useQuery({
    queryKey: ['wizard-start'],
    queryFn: loadStart,
    enabled: !locked,
    // Only to begin with: from then on the page knows better than the server.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (locked)
    return (
      <Notice tone="quiet" icon={<IconLock aria-hidden />}>
        {locked}
      </Notice>
    );
  const both = {
    data: kinds.data && start.data && { kinds: kinds.data.data, start: start.data },
    error: kinds.error ?? start.error,
    refetch: () => Promise.all([kinds.refetch(), start.refetch()]),
  };
  return (
    <QueryState query={both}>
      {(known) => <Wizard kinds={known.kinds} start={known.start} ownAddress={ownAddress} />}
    </QueryState>
  );
}

async function loadStart(): Promise<WizardStart> {
  const answer = await getDraftAction({});
  if (!answer.ok) throw new ApiProblem(0, answer.error.code, answer.error.detail);
  const fresh = { ...NEW_DRAFT, round: answer.data.round };
  const draft = answer.data.draft ?? fresh;
  const provider = draft.providerId ? await findProvider(draft.providerId) : null;
  // Somebody took it into use from the list: there is nothing left to set up.
  if (provider?.active) return { draft: fresh, provider: null };
  return { draft: { ...draft, providerId: provider?.id ?? null }, provider };
}

async function findProvider(id: string): Promise<ProviderView | null> {
  try {
    return await apiGet('providers/[id]', { id });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}
