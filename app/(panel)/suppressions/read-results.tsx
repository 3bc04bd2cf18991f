'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MailResult } from '@/lib/bounces/read-file';
import type { UploadResult } from '@/lib/bounces/read-upload';
import { paths } from '@/lib/paths';
import { JudgedBy } from '../reply-rules/judged-by';

export type FileRead = { name: string } & ({ result: UploadResult } | { code: string });

/** What each mail of each file said, of which message, and what was done. All of it is somebody else's words: text, never more. */
export function ReadResults({ files }: { files: FileRead[] }) {
  const t = useTranslations('suppressions.read');
  const tErrors = useTranslations('errors');
  return (
    <Stack gap="md" mah={360} style={{ overflowY: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>
      {Object.entries(files).map(([key, file]) => (
        <div key={key}>
          <Text size="sm" fw={600}>
            {file.name}
          </Text>
          {'code' in file ? (
            <Text size="sm">
              {t('failed', {
                reason: tErrors.has(file.code as never) ? tErrors(file.code as never) : file.code,
              })}
            </Text>
          ) : (
            <Found result={file.result} />
          )}
        </div>
      ))}
    </Stack>
  );
}

function Found({ result: { data, noted, left } }: { result: UploadResult }) {
  const t = useTranslations('suppressions.read');
  return (
    <Stack gap="xs">
      {(data.length > 1 || left > 0) && <Text size="sm">{t('summary', { mails: data.length, noted })}</Text>}
      {left > 0 && <Text size="sm">{t('left', { count: left })}</Text>}
      {Object.entries(data).map(([key, mail]) => (
        <Mail key={key} mail={mail} />
      ))}
    </Stack>
  );
}

function Mail({ mail: { subject, results } }: { mail: MailResult }) {
  const t = useTranslations('suppressions.read');
  if (!results) return <Text size="sm">{t('unreadable')}</Text>;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {subject || t('noSubject')}
      </Text>
      {Object.entries(results).map(([key, result]) => {
        const { class: kind, cause, recipient, reply, messageId, effect, rule } = result;
        return (
          <div key={key}>
            <Text size="sm">
              {[recipient, `${t(`class.${kind}`)}${cause ? `: ${t(`cause.${cause}`)}` : ''}`]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text size="sm">
              {t(`effect.${effect}`)}{' '}
              {messageId && (
                <Anchor component={Link} href={paths.message(messageId)} size="sm" underline="always">
                  {t('openMessage')}
                </Anchor>
              )}
            </Text>
            {reply && (
              <Text size="xs" c="dimmed" ff="monospace">
                {reply}
              </Text>
            )}
            {rule && <JudgedBy rule={rule} />}
          </div>
        );
      })}
    </div>
  );
}
