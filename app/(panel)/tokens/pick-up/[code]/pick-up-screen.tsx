'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { paths } from '@/lib/paths';
import { PickUp, usePickUp } from '../../pick-up';

type Props = { code: string; canWrite: boolean; baseUrl: string };

/** Where the link of the mail leads. */
export function PickUpScreen({ code, canWrite, baseUrl }: Props) {
  const t = useTranslations('tokens');
  const router = useRouter();
  const pickUp = usePickUp();
  return (
    <>
      <PageHeader title={t('pickUp.title')} description={t('pickUp.description')} />
      <SectionCard title={t('pickUp.cardTitle')}>
        <PickUp
          pickUp={pickUp}
          of={{ link: code }}
          disabledReason={canWrite ? null : t('readOnly')}
          baseUrl={baseUrl}
          onDone={(id) => router.push(paths.token(id))}
        />
      </SectionCard>
    </>
  );
}
