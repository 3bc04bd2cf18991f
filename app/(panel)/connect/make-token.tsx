'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconKey } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { CopyableText } from '@/components/layout/copyable-text';
import { useBlankCompany } from '@/components/layout/me';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { createTokenAction } from '../tokens/actions';
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
    <SectionCard title={t('title')} lead={t('lead')}>
      {made ? (
        <Stack>
          <Notice tone="warn" icon={<IconEyeOff aria-hidden />}>
            {t('once')}
          </Notice>
          <CopyableText label={t('label')} text={made.token} />
        </Stack>
      ) : (
        <Group>
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
        </Group>
      )}
    </SectionCard>
  );
}
