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

type Props = {
  token: TokenDetail;
  disabledReason: string | null;
  baseUrl: string;
  /** Of the settings. */
  usualHours: number;
};

/** How long the secret from before works on, then the new one: it is shown this once. */
export function RotateToken({ token, disabledReason, baseUrl, usualHours }: Props) {
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
          <Ask id={token.id} usualHours={usualHours} onRotated={setFresh} onCancel={close} />
        )}
      </Modal>
    </>
  );
}

type AskProps = { id: string; usualHours: number; onRotated: (token: string) => void; onCancel: () => void };

function Ask({ id, usualHours, onRotated, onCancel }: AskProps) {
  const t = useTranslations('tokens.rotate');
  const [grace, setGrace] = useState(String(usualHours));
  const graces = [
    ...GRACES.map((value) => ({ value: String(value), label: t(`graces.${value}`) })),
    ...(GRACES.some((value) => value === String(usualHours))
      ? []
      : [{ value: String(usualHours), label: t('usualGrace', { hours: usualHours }) }]),
  ];
  const { run, pending } = useAction(rotateTokenAction, {
    invalidates: ['tokens'],
    onSuccess: ({ token }) => onRotated(token),
  });
  return (
    <Stack>
      <Text size="sm">{t('body')}</Text>
      <Select
        label={t('grace')}
        data={graces}
        value={grace}
        onChange={(value) => value && setGrace(value)}
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
