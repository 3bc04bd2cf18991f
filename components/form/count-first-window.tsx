'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Step = { label: string; pending: boolean; run: () => void; disabled?: boolean };
type Props = {
  opened: boolean;
  onClose: () => void;
  words: { title: string; body: string; close: string; keep: string };
  /** What is chosen. */
  children: ReactNode;
  count: Step;
  /** How many there are, in words, and what is done to them; null: not counted since the last change. */
  counted: { said: string; act: Step | null } | null;
};

/** For what is done to many at once: first it is said how many, then a person confirms. */
export function CountFirstWindow({ opened, onClose, words, children, count, counted }: Props) {
  const step = counted?.act ?? count;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack>
        <Text size="sm">{words.body}</Text>
        {children}
        {counted && (
          <Text size="sm" fw={550} role="status">
            {counted.said}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.keep}
          </Button>
          {/* Another button: a double press of the one must not confirm the other. */}
          <Button key={step.label} loading={step.pending} disabled={step.disabled} onClick={step.run}>
            {step.label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
