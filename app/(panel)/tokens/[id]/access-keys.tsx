'use client';

import { Code, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { RowList } from '@/components/table/row-list';
import type { TokenDetail } from '@/lib/tokens/schema';
import { createAccessKeyAction, removeAccessKeyAction } from '../actions';

type Props = { token: TokenDetail; disabledReason: string | null };

/** Pairs for clients of Amazon SES, which sign what they send. */
export function AccessKeys({ token, disabledReason }: Props) {
  const t = useTranslations('tokens.accessKeys');
  const [made, setMade] = useState<{ accessKeyId: string; secretAccessKey: string }>();
  const make = useAction(createAccessKeyAction, { invalidates: ['tokens'], onSuccess: setMade });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Stack>
        {token.accessKeys.length > 0 && (
          <RowList>
            {token.accessKeys.map((one) => (
              <li key={one.accessKeyId}>
                <AccessKey token={token} accessKey={one} disabledReason={disabledReason} />
              </li>
            ))}
          </RowList>
        )}
        {made && <CopyableText label={t('secret', { id: made.accessKeyId })} text={made.secretAccessKey} />}
        <Group>
          <ReasonedButton
            size="compact-sm"
            variant="default"
            loading={make.pending}
            disabledReason={disabledReason}
            onClick={() => make.run({ id: token.id })}
          >
            {t('make')}
          </ReasonedButton>
        </Group>
      </Stack>
    </SectionCard>
  );
}

type RowProps = Props & { accessKey: TokenDetail['accessKeys'][number] };

function AccessKey({ token, accessKey: { accessKeyId, createdAt }, disabledReason }: RowProps) {
  const t = useTranslations('tokens.accessKeys');
  const confirm = useConfirm();
  const { run, pending } = useAction(removeAccessKeyAction, {
    invalidates: ['tokens'],
    success: t('removed'),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('remove'), keepLabel: t('keep'), danger: true };
    const question = { title: t('removeTitle'), body: t('removeBody', { id: accessKeyId }) };
    if (await confirm({ ...question, ...answers })) await run({ id: token.id, accessKeyId });
  };
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Code>{accessKeyId}</Code>
        <Text size="sm" c="dimmed">
          {t.rich('since', { time: () => <Time value={createdAt} /> })}
        </Text>
      </div>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={pending}
        disabledReason={disabledReason}
        aria-label={t('removeOne', { id: accessKeyId })}
        onClick={() => void ask()}
      >
        {t('remove')}
      </ReasonedButton>
    </Group>
  );
}
