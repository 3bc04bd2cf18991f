'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

type Props = { shown: boolean; onShow: () => void };

/** Pictures that other servers keep are fetched once somebody asks: their servers learn of it, as if the message were opened. */
export function PicturesNotice({ shown, onShow }: Props) {
  const t = useTranslations('messages.content');
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" flex="1 1 240px" role="status">
        {t(shown ? 'picturesShown' : 'picturesLeftOut')}
      </Text>
      {!shown && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPhoto size={15} aria-hidden />}
          onClick={onShow}
        >
          {t('showPictures')}
        </Button>
      )}
    </Group>
  );
}
