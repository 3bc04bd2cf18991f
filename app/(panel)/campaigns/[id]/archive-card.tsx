'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { CampaignView } from '@/lib/campaigns/schema';
import { publishCampaignAction, unpublishCampaignAction } from '../actions';

/** Whether everybody can read it, and where. */
export function ArchiveCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.archive');
  const locked = useLocked('campaigns.write', campaign);
  const { id, title, archive, archived } = campaign;
  const invalidates = ['campaigns'];
  const publish = useAction(publishCampaignAction, { invalidates, success: t('published') });
  const unpublish = useAction(unpublishCampaignAction, { invalidates, success: t('unpublished') });
  const answers = archived
    ? { title: t('offTitle', { title }), body: t('offBody'), confirmLabel: t('off'), keepLabel: t('keep') }
    : { title: t('onTitle', { title }), body: t('onBody'), confirmLabel: t('on'), keepLabel: t('notYet') };
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Stack gap="sm">
        {archive && (
          <>
            <Text size="sm">
              <Anchor href={archive.url} target="_blank" underline="always">
                {t('open')}
              </Anchor>
            </Text>
            <CopyableText label={t('url')} text={archive.url} />
            {archive.feeds.map((feed, at) => (
              <CopyableText
                key={feed}
                label={at === 0 ? t('feed') : t('feedOfList', { number: at })}
                text={feed}
              />
            ))}
          </>
        )}
        <div>
          <AskingButton
            question={answers}
            onYes={() => (archived ? unpublish : publish).run({ id })}
            pending={publish.pending || unpublish.pending}
            disabledReason={locked}
          >
            {t(archived ? 'off' : 'on')}
          </AskingButton>
        </div>
      </Stack>
    </SectionCard>
  );
}
