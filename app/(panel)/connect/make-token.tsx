'use client';

import { Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useBlankCompany } from '@/components/layout/me';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { createTokenAction } from '../tokens/actions';
import { MakeOnce } from './make-once';
import { PROGRAMS, type Program } from './recipes';

export type Made = { id: string; token: string };
type Props = { program: Program; made: Made | undefined; onMade: (made: Made) => void };

/** A token that may send and nothing else; what else it may or may not is on its own page. */
export function MakeToken({ program, made, onMade }: Props) {
  const t = useTranslations('connect.token');
  const company = useBlankCompany();
  const disabledReason = useLocked('tokens.write');
  const { run, pending } = useAction(createTokenAction, {
    invalidates: ['tokens'],
    onSuccess: ({ id, token }) => onMade({ id, token }),
  });
  return (
    <MakeOnce
      title={t('title')}
      lead={t('lead')}
      warning={t('once')}
      made={made && [[t('label'), made.token]]}
    >
      <ReasonedButton
        leftSection={<IconKey size={16} aria-hidden />}
        loading={pending}
        disabledReason={disabledReason}
        onClick={() => run({ name: PROGRAMS[program], scopes: ['messages:send'], company })}
      >
        {t('make')}
      </ReasonedButton>
      <Text size="sm" c="dimmed">
        {t('have')}
      </Text>
    </MakeOnce>
  );
}
