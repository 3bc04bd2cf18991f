'use client';

import { Stack, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import type { AiOffer } from './use-ai';

type Props = {
  offer: AiOffer;
  /** Why this person may not. */
  locked: string | null;
  pending: boolean;
  onAsk: () => void;
  /** What the button says, and what is sent where once it is pressed. */
  label: string;
  goes: string;
  /** What came of it. */
  children: ReactNode;
};

/** A button that asks an AI provider beside what it is about, and says before what leaves to whom. */
export function AskAi({ offer, locked, pending, onAsk, label, goes, children }: Props) {
  return (
    <Stack gap={4} mt={4} align="flex-start">
      <ReasonedButton
        size="xs"
        variant="default"
        leftSection={<IconSparkles size={14} aria-hidden />}
        loading={pending}
        disabledReason={locked ?? offer.locked}
        onClick={onAsk}
      >
        {label}
      </ReasonedButton>
      <Text size="xs" c="dimmed">
        {offer.locked ?? goes}
      </Text>
      <div role="status">{children}</div>
    </Stack>
  );
}
