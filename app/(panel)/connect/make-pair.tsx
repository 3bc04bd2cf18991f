'use client';

import { IconSignature } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { createAccessKeyAction } from '../tokens/actions';
import { MakeOnce } from './make-once';
import type { Pair } from './recipes-of-apis';

type Props = { tokenId: string | undefined; made: Pair | undefined; onMade: (pair: Pair) => void };

/** What signs its requests, as clients of Amazon SES do, has a pair of keys that belongs to the token. */
export function MakePair({ tokenId, made, onMade }: Props) {
  const t = useTranslations('connect.pair');
  const locked = useLocked('tokens.write');
  const { run, pending } = useAction(createAccessKeyAction, { invalidates: ['tokens'], onSuccess: onMade });
  return (
    <MakeOnce
      title={t('title')}
      lead={t('lead')}
      warning={t('once')}
      made={
        made && [
          [t('id'), made.accessKeyId],
          [t('secret'), made.secretAccessKey],
        ]
      }
    >
      <ReasonedButton
        leftSection={<IconSignature size={16} aria-hidden />}
        loading={pending}
        disabledReason={locked ?? (tokenId ? null : t('tokenFirst'))}
        onClick={() => tokenId && run({ id: tokenId })}
      >
        {t('make')}
      </ReasonedButton>
    </MakeOnce>
  );
}
