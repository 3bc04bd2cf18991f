import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Question } from './question';
import { useOpenedLate } from './use-opened-late';

type Props = { question: Question; open: boolean; onAnswer: (yes: boolean) => void };

export function ConfirmWindow({ question, open, onAnswer }: Props) {
  const t = useTranslations('common');
  const opened = useOpenedLate(open);
  return (
    <Modal
      opened={opened}
      onClose={() => onAnswer(false)}
      title={question.title}
      size="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text component="div" size="sm" c="dimmed">
        {question.body}
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => onAnswer(false)} data-autofocus>
          {question.keepLabel}
        </Button>
        <Button color={question.danger ? 'red.8' : undefined} onClick={() => onAnswer(true)}>
          {question.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
