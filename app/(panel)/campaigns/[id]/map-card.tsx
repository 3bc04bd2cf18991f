'use client';

import { useTranslations } from 'next-intl';
import { apiPath } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import type { CampaignView } from '@/lib/campaigns/schema';
import classes from './map-card.module.css';

/** Where people clicked, on the mail itself; the table of the result says the same in words. */
export function MapCard({ campaign: { id } }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.map');
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <iframe
        sandbox=""
        loading="lazy"
        src={apiPath('campaigns/[id]/picture', { id })}
        title={t('frame')}
        className={classes.frame}
      />
    </SectionCard>
  );
}
