'use client';

import { Button, Card, Modal, SimpleGrid, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useOpenedLate } from '@/components/layout/use-opened-late';
import { STARTERS } from '@/lib/templates/starters/registry';
import type { Starter } from '@/lib/templates/starters/starter';
import { StarterPicture } from './starter-picture';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** What taking one does. */
  lead: string;
  pending?: boolean;
  onTake: (starter: Starter) => void;
};

/** The starters, as they look. */
export function Gallery({ opened, onClose, lead, pending = false, onTake }: Props) {
  const t = useTranslations('templates');
  const common = useTranslations('common');
  const locale = useLocale() as 'en' | 'es';
  const openedLate = useOpenedLate(opened);
  return (
    <Modal
      opened={openedLate}
      onClose={onClose}
      title={t('gallery.title')}
      size="80rem"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {lead}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {STARTERS.map((starter) => (
          <Card key={starter.key} component="li" withBorder padding="sm">
            <StarterPicture starter={starter} language={locale} />
            <Text fw={600} mt="xs">
              {starter.title[locale]}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`categories.${starter.category}`)}
            </Text>
            <Button
              mt="xs"
              variant="default"
              disabled={pending}
              aria-label={`${t('gallery.take')}: ${starter.title[locale]}`}
              onClick={() => onTake(starter)}
            >
              {t('gallery.take')}
            </Button>
          </Card>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
