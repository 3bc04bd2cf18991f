'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import { PickUp, usePickUp } from '../../pick-up';

type Props = { code: string; baseUrl: string };

/** Where the link of the mail leads. */
export function PickUpScreen({ code, baseUrl }: Props) {
  const t = useTranslations('tokens');
  const locked = useLocked('tokens.write');
  const router = useRouter();
  const pickUp = usePickUp();
  return (
    <>
      <PageHeader title={t('pickUp.title')} description={t('pickUp.description')} />
      <SectionCard title={t('pickUp.cardTitle')}>
        <PickUp
          pickUp={pickUp}
          of={{ link: code }}
          disabledReason={locked}
          baseUrl={baseUrl}
          onDone={(id) => router.push(paths.token(id))}
        />
      </SectionCard>
    </>
  );
}
