'use client';

import { Group, Stack, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { WindowButton } from '@/components/form/window-button';
import { useConfirm } from '@/components/layout/confirm';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { PlainText } from '@/components/table/plain-text';
import type { ApprovalStanding } from '@/lib/campaigns/approval/standing';
import type { CampaignView } from '@/lib/campaigns/schema';
import { approveCampaignAction, askForApprovalAction } from '../actions';

const DeclineWindow = dynamic(() => import('./decline-window').then((module) => module.DeclineWindow), {
  ssr: false,
});

type Props = { campaign: CampaignView; approval: ApprovalStanding; isReady: boolean };

/** Where the settings want a second person: who asks, who agrees, and what was said. */
export function ApprovalPart({ campaign, approval, isReady }: Props) {
  const t = useTranslations('campaigns.approval');
  const confirm = useConfirm();
  const locked = useLocked('campaigns.write', campaign);
  const invalidates = ['campaigns'];
  const ask = useAction(askForApprovalAction, { invalidates, success: t('askedFor') });
  const approve = useAction(approveCampaignAction, { invalidates, success: t('approved') });
  const { id, title, version } = campaign;
  const { state, askedBy, askedAt, declinedBy, note, isAuthor, people } = approval;
  const agree = async () => {
    const question = { title: t('approveTitle', { title }), body: t('approveBody') };
    if (await confirm({ ...question, confirmLabel: t('approve'), keepLabel: t('notYet') }))
      await approve.run({ id, version });
  };
  if (state === 'approved' || people.length === 0) return null;
  return (
    <Stack gap="xs" role="group" aria-label={t('title')}>
      {askedBy && askedAt && (
        <Text size="sm">
          {t('asked', { person: askedBy })}, <Time value={askedAt} />
        </Text>
      )}
      {declinedBy && note && (
        <PlainText label={t('note', { person: declinedBy })} wrap="prose">
          {note}
        </PlainText>
      )}
      <Group gap="xs">
        {isAuthor && (
          <ReasonedButton
            variant="default"
            loading={ask.pending}
            onClick={() => void ask.run({ id })}
            disabledReason={locked ?? (isReady ? null : t('first'))}
          >
            {t(askedBy ? 'askAgain' : 'ask')}
          </ReasonedButton>
        )}
        <ReasonedButton
          variant="default"
          loading={approve.pending}
          onClick={() => void agree()}
          disabledReason={locked ?? (isAuthor ? t('own') : null)}
        >
          {t('approve')}
        </ReasonedButton>
        <WindowButton
          variant="default"
          window={(props) => <DeclineWindow {...props} campaign={campaign} />}
          disabledReason={locked ?? (isAuthor ? t('own') : null)}
        >
          {t('decline')}
        </WindowButton>
      </Group>
    </Stack>
  );
}
