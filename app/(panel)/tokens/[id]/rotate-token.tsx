'use client';

import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import type { TokenDetail } from '@/lib/tokens/schema';
import { rotateTokenAction } from '../actions';
import { TokenReveal } from '../token-reveal';

const GRACES = ['0', '1', '24', '168'] as const;

type Props = { token: TokenDetail; disabledReason: string | null; baseUrl: string };

/** How long the secret from before works on, then the new one: it is shown this once. */
export function RotateToken({ token, disabledReason, baseUrl }: Props) {
  const t = useTranslations('tokens.rotate');
  const [opened, setOpened] = useState(false);
  const [fresh, setFresh] = useState<string>();
  const close = () => {
    setOpened(false);
    setFresh(undefined);
  };
  return (
    <>
      <ReasonedButton onClick={() => setOpened(true)} disabledReason={disabledReason}>
        {t('action')}
      </ReasonedButton>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t('title', { name: token.name })}
        closeOnClickOutside={!fresh}
        closeOnEscape={!fresh}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {fresh ? (
          <TokenReveal token={fresh} baseUrl={baseUrl} onDone={close} />
        ) : (
          <Ask id={token.id} onRotated={setFresh} onCancel={close} />
        )}
      </Modal>
    </>
  );
}

type AskProps = { id: string; onRotated: (token: string) => void; onCancel: () => void };

function Ask({ id, onRotated, onCancel }: AskProps) {
  const t = useTranslations('tokens.rotate');
  const [grace, setGrace] = useState<(typeof GRACES)[number]>('24');
  const { run, pending } = useAction(rotateTokenAction, {
    invalidates: ['tokens'],
    onSuccess: ({ token }) => onRotated(token),
  });
  return (
    <Stack>
      <Text size="sm">{t('body')}</Text>
      <Select
        label={t('grace')}
        data={GRACES.map((value) => ({ value, label: t(`graces.${value}`) }))}
        value={grace}
        onChange={(value) => value && setGrace(value as typeof grace)}
        allowDeselect={false}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('keep')}
        </Button>
        <Button loading={pending} onClick={() => run({ id, graceHours: Number(grace) })}>
          {t('confirm')}
        </Button>
      </Group>
    </Stack>
  );
}
