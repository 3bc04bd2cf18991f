'use client';

import { IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useLocked } from '@/components/layout/use-locked';
import { RESENDABLE, type Status } from '@/lib/messages/status';
import type { ProviderView } from '@/lib/providers/schema';
import { beyondStatus } from './filter-query';
import { useFilters } from './use-filters';
import { useResendMany } from './use-resend-many';

/** Everything that the filters of the list match; they must name a state that can be sent again. */
export function ResendMatching() {
  const t = useTranslations('messages.resendMany');
  const locked = useLocked('messages.write');
  const { filters } = useFilters();
  const { ask, pending } = useResendMany();
  const named = filters.status?.split(',') ?? [];
  const status = RESENDABLE.filter((each) => named.includes(each));
  const held = filters.status === 'held';
  const usable = held || status.length > 0;
  return (
    <ReasonedButton
      variant="default"
      leftSection={<IconRefresh size={15} aria-hidden />}
      loading={pending}
      disabledReason={locked ?? (usable ? null : t('chooseState'))}
      onClick={() => usable && void ask({ status, held, ...beyondStatus(filters) })}
    >
      {t(filters.status === 'captured' ? 'buttonCaptured' : 'button')}
    </ReasonedButton>
  );
}

type ParkedProps = { provider: Pick<ProviderView, 'id' | 'name'>; count: number };

/** What is parked and was with this provider last. */
export function ResendParked({ provider: { id, name }, count }: ParkedProps) {
  const t = useTranslations('messages.resendMany');
  const locked = useLocked('messages.write');
  const { ask, pending } = useResendMany();
  const status: Status[] = ['parked'];
  return (
    <ReasonedButton
      size="xs"
      variant="light"
      leftSection={<IconRefresh size={14} aria-hidden />}
      aria-label={t('parkedLabel', { count, name })}
      loading={pending}
      disabledReason={locked}
      onClick={() => void ask({ status, provider: id })}
    >
      {t('parked', { count })}
    </ReasonedButton>
  );
}
