'use client';

import { Button, Text } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import type { ChannelForm } from '@/lib/channels/form';
import classes from './body-fields.module.css';
import type { ComposeValues } from './compose-values';
import type { Composer } from './composer';
import { HtmlPreview } from './html-preview';
import { TextParts } from './text-parts';

type Props = { form: ChannelForm } & Pick<Composer, 'textFromHtml' | 'sms'>;

/** Subject and text, and where the channel has it HTML with what it looks like. */
export function BodyFields({ form, textFromHtml, sms }: Props) {
  const { parts } = form;
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
      {parts.includes('subject') && (
        <TextField name="subject" label={t('subject')} withAsterisk maxLength={998} />
      )}
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
    </>
  );
}
