'use client';

import { Button, Card } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormState, useWatch } from 'react-hook-form';
import { FormShell } from '@/components/form/form-shell';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMode } from '@/components/layout/mode';
import { useLocked } from '@/components/layout/use-locked';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import type { ChannelForm } from '@/lib/channels/form';
import { findForm } from '@/lib/channels/forms';
import type { MessageDraft } from '@/lib/messages/view-schema';
import { type Sent, useSendMessage } from '../use-send-message';
import { BodyChoice } from './body-choice';
import { BodyFields } from './body-fields';
import { CarryNote } from './carry-note';
import classes from './compose-message.module.css';
import { composeSchema } from './compose-schema';
import type { ComposeValues } from './compose-values';
import type { Composer } from './composer';
import { ContentNotes } from './content-notes';
import { Files } from './files';
import { MoreFields } from './more-fields';
import { readAsBase64 } from './read-file';
import { RecipientFields } from './recipient-fields';
import { SendingFields } from './sending-fields';
import { SourceNote } from './source-note';
import { TechnicalFields } from './technical-fields';
import { toMessageInput } from './to-message-input';

type Props = Composer & {
  channel: string;
  initial: ComposeValues;
  /** What a test message says. */
  example: ComposeValues;
  /** The message that was taken over. */
  source?: MessageDraft;
  onSent: (sent: Sent) => void;
};

/** What a message of the channel has, and no more: another one brings its own form along (`lib/channels/form.ts`). */
export function ComposeMessage({ channel: named, initial, example, source, onSent, ...composer }: Props) {
  const t = useTranslations('messages.compose');
  const locked = useLocked('messages.send');
  const { technical } = useMode();
  const channel = findForm(named) ? named : DEFAULT_CHANNEL;
  const channelForm = findForm(channel)!;
  const schema = useMemo(() => composeSchema(channel, channelForm), [channel, channelForm]);
  const form = useZodForm(schema, initial);
  const toInput = async (values: ComposeValues) =>
    toMessageInput(channel, channelForm, values, await Promise.all(values.attachments.map(readAsBase64)));
  const { submit, pending, error } = useFormAction(useSendMessage(toInput), {
    invalidates: ['messages', 'sandbox-messages', 'status'],
    onSuccess: onSent,
  });
  const { isDirty } = useFormState({ control: form.control });
  const later = Boolean(useWatch({ control: form.control, name: 'scheduledAt' }));
  const written = { channel, form: channelForm, companyId: composer.companyId };
  const offersExample = !locked && !source && !isDirty && !initial.text && hasSubject(channelForm);

  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(values)}
      error={error}
      pending={pending}
      submitLabel={t(later ? 'schedule' : 'send')}
      lockedReason={locked}
      beside={
        offersExample && (
          <Button
            variant="default"
            leftSection={<IconFlask size={15} aria-hidden />}
            onClick={() => form.reset(example, { keepDefaultValues: true })}
          >
            {t('fillExample')}
          </Button>
        )
      }
    >
      {source && <SourceNote source={source} form={channelForm} />}
      <div className={classes.columns}>
        <Card className={classes.message}>
          <RecipientFields channel={channel} form={channelForm} />
          <BodyChoice takesHtml={channelForm.parts.includes('html')} companyId={composer.companyId}>
            <BodyFields form={channelForm} textFromHtml={composer.textFromHtml} sms={composer.sms} />
          </BodyChoice>
          <Files form={channelForm} />
          {technical && <TechnicalFields form={channelForm} />}
        </Card>
        <Card className={classes.sending}>
          <SendingFields channel={channel} companyId={composer.companyId} />
          <MoreFields channel={channel} form={channelForm} reachable={composer.reachable} />
        </Card>
      </div>
      {channelForm.parts.includes('html') && <ContentNotes />}
      <CarryNote {...written} />
    </FormShell>
  );
}

const hasSubject = ({ parts }: ChannelForm) => parts.includes('subject');
