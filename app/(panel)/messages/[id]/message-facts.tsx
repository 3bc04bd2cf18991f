'use client';

import { Anchor, Code } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FileSize } from '@/components/form/file-size';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import classes from './message-page.module.css';

type Fact = { key: string; value: ReactNode; technical?: boolean };

export function MessageFacts({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.facts');
  const { technical } = useMode();
  const { from, replyTo, metadata } = message;
  const at = (value: string | null) => value && <Time value={value} format="absolute" />;
  const facts: Fact[] = [
    {
      key: 'from',
      value: from ? (from.name ? `${from.name} <${from.email}>` : from.email) : t('defaultSender'),
    },
    { key: 'kind', value: message.test && t('test') },
    { key: 'replyTo', value: replyTo.map(({ email }) => email).join(', ') },
    { key: 'acceptedAt', value: at(message.acceptedAt) },
    { key: 'scheduledAt', value: at(message.scheduledAt) },
    { key: 'dueAt', value: at(message.dueAt) },
    { key: 'finishedAt', value: at(message.finishedAt) },
    { key: 'expiresAt', value: at(message.expiresAt) },
    { key: 'template', value: message.template && <UsedTemplate template={message.template} /> },
    { key: 'acceptedBy', value: acceptorOf(message.acceptedBy) },
    { key: 'tags', value: message.tags.join(', ') },
    { key: 'segments', value: message.segments },
    { key: 'size', value: <FileSize bytes={message.sizeBytes} /> },
    { key: 'priority', value: <Code>{message.priority}</Code>, technical: true },
    { key: 'category', value: <Code>{message.category}</Code>, technical: true },
    { key: 'reason', value: message.reason && <Code>{message.reason}</Code>, technical: true },
    { key: 'retryCount', value: message.retryCount, technical: true },
    {
      key: 'metadata',
      value: Object.keys(metadata).length > 0 && <Code block>{JSON.stringify(metadata, null, 2)}</Code>,
      technical: true,
    },
    { key: 'id', value: <Code>{message.id}</Code>, technical: true },
  ];
  return (
    <dl className={classes.facts}>
      {facts
        .filter((fact) => (technical || !fact.technical) && isShown(fact.value))
        .map(({ key, value }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function UsedTemplate({ template }: { template: NonNullable<MessageDetail['template']> }) {
  const t = useTranslations('messages.facts');
  return (
    <Anchor component={Link} underline="always" href={paths.template(template.id)}>
      {t('templateVersion', { title: template.title, version: template.version })}
    </Anchor>
  );
}

/** `user:ana@example.com` → `ana@example.com` */
function acceptorOf({ type, name }: MessageDetail['acceptedBy']): string {
  return name ?? type;
}

function isShown(value: ReactNode): boolean {
  return value !== null && value !== undefined && value !== '' && value !== false;
}
