import { Group, Text } from '@mantine/core';
import { PlainText } from '@/components/table/plain-text';
import { CopyText } from './copy-text';

/** Text to be taken elsewhere: what it is, itself, and a press that copies it. */
export function CopyableText({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={550}>
          {label}
        </Text>
        <CopyText text={text} />
      </Group>
      <PlainText label={label}>{text}</PlainText>
    </div>
  );
}
