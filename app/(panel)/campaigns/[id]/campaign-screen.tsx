'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { isOpenToChange } from '@/lib/campaigns/states';
import { paths } from '@/lib/paths';
import { CampaignBadge } from '../campaign-badge';
import { ArchiveCard } from './archive-card';
import { BooksCard } from './books-card';
import { CampaignActions } from './campaign-actions';
import { CheckCard } from './check-card';
import { MapCard } from './map-card';
import { RecipientsCard } from './recipients-card';
import { ResultCard } from './result-card';
import { TestCard } from './test-card';
import { VariantsCard } from './variants-card';

/** One campaign: what keeps it from beginning; once it has begun, how far it is and what comes of it. */
export function CampaignScreen({ id }: { id: string }) {
  const t = useTranslations('campaigns');
  const query = useQuery(apiQuery('campaigns/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.campaigns(), label: t('title') }}
      head={(campaign) => ({
        title: campaign.title,
        state: <CampaignBadge campaign={campaign} />,
        actions: <CampaignActions campaign={campaign} />,
      })}
    >
      {(campaign) =>
        isOpenToChange(campaign.state) ? (
          <Columns main={<CheckCard campaign={campaign} />} beside={<TestCard campaign={campaign} />} />
        ) : (
          <>
            {campaign.reason && campaign.state === 'paused' && (
              <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />}>
                {t(`reasons.${campaign.reason}` as never)}
              </Alert>
            )}
            <Columns
              main={
                <>
                  <ResultCard campaign={campaign} />
                  <MapCard campaign={campaign} />
                  <RecipientsCard campaign={campaign} />
                </>
              }
              beside={
                <>
                  <BooksCard campaign={campaign} />
                  {campaign.test && <VariantsCard campaign={campaign} />}
                  {campaign.state === 'finished' && <ArchiveCard campaign={campaign} />}
                </>
              }
            />
          </>
        )
      }
    </DetailScreen>
  );
}
