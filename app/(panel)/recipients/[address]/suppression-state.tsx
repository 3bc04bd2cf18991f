'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { StorySuppression, StoryView } from '@/lib/recipients/schema';
import { removeSuppressionAction } from '../../suppressions/actions';

/** Whether this person is written to, why not, and the button that changes it. */
export function SuppressionState({ story: { address, suppressions } }: { story: StoryView }) {
  const t = useTranslations('recipients.state');
  return (
    <SectionCard title={t('title')}>
      {suppressions.length === 0 ? (
        <Text size="sm">{t('none')}</Text>
      ) : (
        <Stack gap="md">
          {suppressions.map((each) => (
            <Standing key={each.id} of={each} address={address} />
          ))}
        </Stack>
      )}
    </SectionCard>
  );
}

function Standing({ of, address }: { of: StorySuppression; address: string }) {
  const t = useTranslations('recipients');
  const words = useTranslations('suppressions');
  const { id, cause, whole, category, reason, addedBy, provider, lastAt, until, shared, liftable } = of;
  const confirm = useConfirm();
  const locked = useLocked('suppressions.write', of);
  const { run, pending } = useAction(removeSuppressionAction, {
    invalidates: ['recipients', 'suppressions'],
    success: words('remove.done'),
  });
  const ask = async () => {
    const question = {
      title: words('remove.title', { address }),
      body: words('remove.body'),
      confirmLabel: words('remove.confirm'),
      keepLabel: words('remove.keep'),
    };
    if (await confirm(question)) await run({ address, id });
  };
  return (
    <div>
      <Text size="sm" fw={550}>
        {words(`cause.${cause}`)} · {words(`scope.${whole ? 'all' : (category ?? 'all')}`)}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <Time value={lastAt} format="both" />
        {until && <> · {t.rich('state.until', { time: () => <Time value={until} format="absolute" /> })}</>}
        {[reason, provider, addedBy, shared && t('state.shared')].filter(Boolean).map((said) => ` · ${said}`)}
      </Text>
      <ReasonedButton
        variant="default"
        size="xs"
        mt={6}
        loading={pending}
        aria-label={t('next.liftOne', { address, cause: words(`cause.${cause}`) })}
        onClick={() => void ask()}
        disabledReason={liftable ? locked : t('state.notYours')}
      >
        {t('next.lift')}
      </ReasonedButton>
    </div>
  );
}
