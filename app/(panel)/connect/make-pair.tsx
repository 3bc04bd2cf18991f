'use client';

import { Group, Stack } from '@mantine/core';
import { IconEyeOff, IconSignature } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { createAccessKeyAction } from '../tokens/actions';
import type { Pair } from './recipes-of-apis';

type Props = { tokenId: string | undefined; made: Pair | undefined; onMade: (pair: Pair) => void };

/** What signs its requests, as clients of Amazon SES do, has a pair of keys that belongs to the token. */
export function MakePair({ tokenId, made, onMade }: Props) {
  const t = useTranslations('connect.pair');
  const locked = useLocked('tokens.write');
  const { run, pending } = useAction(createAccessKeyAction, { invalidates: ['tokens'], onSuccess: onMade });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      {made ? (
        <Stack>
          <Notice tone="warn" icon={<IconEyeOff aria-hidden />}>
            {t('once')}
          </Notice>
          <CopyableText label={t('id')} text={made.accessKeyId} />
          <CopyableText label={t('secret')} text={made.secretAccessKey} />
        </Stack>
      ) : (
        <Group>
          <ReasonedButton
            leftSection={<IconSignature size={16} aria-hidden />}
            loading={pending}
            disabledReason={locked ?? (tokenId ? null : t('tokenFirst'))}
            onClick={() => tokenId && run({ id: tokenId })}
          >
            {t('make')}
          </ReasonedButton>
        </Group>
      )}
    </SectionCard>
  );
}
