'use client';

import { Accordion, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { PlainText } from '@/components/table/plain-text';
import type { ServerFile } from '@/lib/own-server/schema';
import { diffLines } from '@/lib/text/line-diff';

/** All that the installation writes, and by what each differs from the one made before. */
export function GeneratedFiles({ files, before }: { files: ServerFile[]; before: ServerFile[] }) {
  const t = useTranslations('ownServer.files');
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Accordion>
        {files.map((file) => (
          <File key={file.path} file={file} before={before.find(({ path }) => path === file.path)} />
        ))}
      </Accordion>
    </SectionCard>
  );
}

function File({
  file: { path, mode, owner, content },
  before,
}: {
  file: ServerFile;
  before: ServerFile | undefined;
}) {
  const t = useTranslations('ownServer.files');
  const changes = before ? changedLines(before.content, content) : [];
  return (
    <Accordion.Item value={path}>
      <Accordion.Control>
        <Text span ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {path}
        </Text>
        {changes.length > 0 && (
          <Text span size="sm" c="dimmed">
            {' '}
            {t('changed', { count: changes.length })}
          </Text>
        )}
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {t('owner', { owner, mode })}
          </Text>
          {changes.length > 0 && (
            <PlainText label={t('difference')} of={path}>
              {changes.join('\n')}
            </PlainText>
          )}
          <PlainText label={t('content')} of={path}>
            {content}
          </PlainText>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

const MARKS = { added: '+', removed: '-' };

/** Without what stayed. */
function changedLines(before: string, after: string): string[] {
  return diffLines(before, after).flatMap(({ kind, text }) =>
    kind === 'same' ? [] : [`${MARKS[kind]} ${text}`],
  );
}
