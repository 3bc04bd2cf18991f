'use client';

import { Button, Text } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { FileField } from '@/components/form/file-field';
import { TextareaField } from '@/components/form/textarea-field';
import type { ChannelForm } from '@/lib/channels/form';
import classes from './body-fields.module.css';
import type { ComposeValues } from './compose-values';
import type { Composer } from './composer';
import { HtmlPreview } from './html-preview';
import { TextParts } from './text-parts';

type Props = { form: ChannelForm } & Pick<Composer, 'textFromHtml' | 'sms'>;

/** Text, and where the channel has them HTML with what it looks like, and files. */
export function BodyFields({ form, textFromHtml, sms }: Props) {
  const { parts, maxFiles, maxBytes } = form;
  const t = useTranslations('messages.compose');
  const [html, files = []] = useWatch<ComposeValues, ['html', 'attachments']>({
    name: ['html', 'attachments'],
  });
  const [opened, open] = useState(false);
  const takesHtml = parts.includes('html');
  const showsHtml = takesHtml && (opened || Boolean(html));
  const textHelp = html ? t(textFromHtml ? 'textFromHtml' : 'noTextFromHtml') : undefined;
  return (
    <>
      <TextareaField
        // It measures its rows when it is made.
        key={String(showsHtml)}
        name="text"
        label={t('text')}
        description={textHelp}
        minRows={showsHtml ? 3 : 8}
      />
      {form.inParts && <TextParts inParts={form.inParts} sms={sms} />}
      {takesHtml && !showsHtml && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconCode size={15} aria-hidden />}
            onClick={() => open(true)}
          >
            {t('addHtml')}
          </Button>
        </div>
      )}
      {showsHtml && (
        <>
          <TextareaField
            name="html"
            label={t('html')}
            description={t('htmlHelp')}
            minRows={8}
            maxRows={24}
            spellCheck={false}
            classNames={{ input: classes.source }}
          />
          {html ? (
            <HtmlPreview html={html} files={files} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('previewEmpty')}
            </Text>
          )}
        </>
      )}
      {parts.includes('attachments') && (
        <FileField
          name="attachments"
          label={t('attachments')}
          description={t('attachmentsHelp', { max: maxBytes / 1024 / 1024 })}
          maxFiles={maxFiles ?? 0}
        />
      )}
    </>
  );
}
