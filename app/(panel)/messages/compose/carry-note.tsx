'use client';

import { Alert, List } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { useReason } from '@/app/(panel)/routing/use-reason';
import { apiQuery } from '@/components/layout/api';
import type { ProviderView } from '@/lib/providers/schema';
import { type Carries, whyNotCarried } from '@/lib/routing/carries';
import type { ComposeForm } from './compose-schema';
import { cargoOfForm } from './form-cargo';

type Kinds = { data: { kind: string; carries: Carries }[] };

/** Which of the providers will not take what was put together so far, while there is time to change it. */
export function CarryNote({ providers }: { providers: ProviderView[] }) {
  const t = useTranslations('messages.compose');
  const say = useReason();
  const { data } = useQuery(apiQuery<Kinds>('provider-kinds'));
  const values = useWatch<ComposeForm>();
  const cargo = cargoOfForm(values);
  const asked = providersAsked(providers, values.provider);
  const notes = asked.flatMap(({ name, kind }) => {
    const carries = data?.data.find((each) => each.kind === kind)?.carries;
    const misfit = carries && whyNotCarried(carries, cargo);
    return misfit ? [{ name, why: say({ reason: 'cannot_carry', misfit }, '') }] : [];
  });
  if (notes.length === 0) return null;
  const nobody = notes.length === asked.length;
  return (
    <Alert
      variant="light"
      color={nobody ? 'red' : 'blue'}
      icon={<IconInfoCircle size={18} />}
      title={t(nobody ? 'nobodyCarries' : 'someDoNotCarry')}
      role="status"
    >
      <List size="sm">
        {notes.map(({ name, why }) => (
          <List.Item key={name}>{t('doesNotCarry', { provider: name, why })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The one that is chosen; else all that carry real mail, which a sandbox does not while there are others. */
function providersAsked(providers: ProviderView[], chosen: string | undefined): ProviderView[] {
  if (chosen) return providers.filter(({ name }) => name === chosen);
  const real = providers.filter(({ kind }) => kind !== 'sandbox');
  return real.length > 0 ? real : providers;
}
