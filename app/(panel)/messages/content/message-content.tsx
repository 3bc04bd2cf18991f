'use client';

import { Tabs, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { PlainText } from '@/components/table/plain-text';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { FilledTemplate } from './filled-template';
import { MessageHeaders } from './message-headers';
import { MessagePreview } from './message-preview';
import { MessageSource } from './message-source';

type Part = 'preview' | 'text' | 'headers' | 'source';

type Props = {
  message: MessageDetail;
  /** The reader shows the source to everyone; elsewhere it is for technicians. */
  always?: Part[];
};

/** What is inside a message: as its reader sees it, as text, and for a technician its headers and source. */
export function MessageContent({ message, always = [] }: Props) {
  const t = useTranslations('messages.content');
  const { technical } = useMode();
  if (isFilledThere(message)) return <FilledTemplate message={message} />;
  const shows = (part: Part) => technical || always.includes(part);
  return (
    <Tabs defaultValue={message.hasHtml ? 'preview' : 'text'} keepMounted={false} key={message.id}>
      <Tabs.List aria-label={t('label')}>
        {message.hasHtml && <Tabs.Tab value="preview">{t('preview')}</Tabs.Tab>}
        <Tabs.Tab value="text">{t('text')}</Tabs.Tab>
        {shows('headers') && <Tabs.Tab value="headers">{t('headers')}</Tabs.Tab>}
        {shows('source') && <Tabs.Tab value="source">{t('source')}</Tabs.Tab>}
      </Tabs.List>
      {message.hasHtml && (
        <Tabs.Panel value="preview" pt="md">
          <MessagePreview message={message} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="text" pt="md">
        {message.textCut && (
          <Text size="sm" fw={600} pb="xs">
            {t('onlyBeginning')}
          </Text>
        )}
        {message.text ? (
          <PlainText label={t('text')} wrap="prose">
            {message.text}
          </PlainText>
        ) : (
          <Text size="sm" c="dimmed">
            {t('noText')}
          </Text>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="headers" pt="md">
        <MessageHeaders message={message} />
      </Tabs.Panel>
      <Tabs.Panel value="source" pt="md">
        <MessageSource id={message.id} />
      </Tabs.Panel>
    </Tabs>
  );
}

type Filled = MessageDetail & { providerTemplate: NonNullable<MessageDetail['providerTemplate']> };

function isFilledThere(message: MessageDetail): message is Filled {
  return message.providerTemplate !== null;
}
