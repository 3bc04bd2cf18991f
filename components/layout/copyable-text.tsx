import { Group, Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { PlainText } from '@/components/table/plain-text';
import { CopyText } from './copy-text';

type Props = { label: string; of?: string; text: string; wrap?: ComponentProps<typeof PlainText>['wrap'] };

/** Text to be taken elsewhere: what it is, itself, and a press that copies it. */
export function CopyableText({ label, of, text, wrap }: Props) {
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={550}>
          {label}
        </Text>
        <CopyText text={text} />
      </Group>
      <PlainText label={label} of={of} wrap={wrap}>
        {text}
      </PlainText>
    </div>
  );
}
