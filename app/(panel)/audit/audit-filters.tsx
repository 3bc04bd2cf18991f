'use client';

import { Group, Pill, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useAuditFilter } from './use-audit-filter';

const NOUNS = [
  'account',
  'bounce',
  'ai_provider',
  'ai_key',
  'bounce_mailbox',
  'alert',
  'alert_rule',
  'backup',
  'configuration',
  'domain',
  'company',
  'drill',
  'inbound',
  'keyring',
  'metrics',
  'person',
  'provider',
  'session',
  'setting',
  'settings',
  'setup',
  'suppression',
  'contact',
  'notification',
  'notification_type',
  'campaign',
  'list',
  'log',
  'segment',
  'rule',
  'subject',
  'subject_kind',
  'subject_source',
  'template',
  'token',
  'user',
  'reply_rule',
  'report',
  'webhook',
] as const;

export function AuditFilters() {
  const t = useTranslations('audit.filters');
  const { filter, change } = useAuditFilter();
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        key={filter.actor}
        label={t('actor')}
        placeholder={t('actorHint')}
        defaultValue={filter.actor ?? ''}
        onBlur={({ currentTarget }) =>
          currentTarget.value.trim() !== (filter.actor ?? '') && change({ actor: currentTarget.value.trim() })
        }
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
      <Select
        label={t('noun')}
        placeholder={t('all')}
        clearable
        data={NOUNS.map((value) => ({ value, label: t(`nouns.${value}`) }))}
        value={filter.action ?? null}
        onChange={(action) => change({ action: action ?? '' })}
      />
      {filter.subject && (
        <Pill
          size="lg"
          withRemoveButton
          onRemove={() => change({ subject: '' })}
          removeButtonProps={{ 'aria-label': t('anySubject'), tabIndex: 0 }}
        >
          {t('subject')}
        </Pill>
      )}
    </Group>
  );
}
