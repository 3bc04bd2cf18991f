'use client';

import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { ApiProblem, apiUpload } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import { NOTHING } from '@/components/layout/quantities';
import { useLocked } from '@/components/layout/use-locked';
import type { ReportUpload } from '@/lib/domains/reports/schema';
import type { DomainView } from '@/lib/domains/schema';

type Done = { name: string } & ({ result: ReportUpload } | { code: string });

/** Reports by hand: each file goes as it is, one after the other, and what became of it is told. */
export function ReadReports({ domain }: { domain: DomainView }) {
  const t = useTranslations('domainReports.read');
  const locked = useLocked('domains.write', domain);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ReasonedButton
        leftSection={<IconFileImport size={16} aria-hidden />}
        disabledReason={locked}
        onClick={() => setOpened(true)}
      >
        {t('button')}
      </ReasonedButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Files onClose={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function Files({ onClose }: { onClose: () => void }) {
  const t = useTranslations('domainReports.read');
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<Done[] | null>(null);
  const send = async () => {
    setPending(true);
    const read: Done[] = [];
    for (const file of files) read.push({ name: file.name, ...(await readFile(file)) });
    setDone(read);
    setPending(false);
    await client.invalidateQueries({ queryKey: nounKey('domains') });
  };
  return (
    <Stack>
      <Text size="sm">{t('body')}</Text>
      <FileInput
        multiple
        label={t('files')}
        accept=".xml,.gz,.zip,.json,.eml,.mbox"
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        value={files}
        onChange={(chosen) => {
          setFiles(chosen);
          setDone(null);
        }}
      />
      <div role="status">{done && <Results done={done} />}</div>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button loading={pending} disabled={files.length === 0 || done !== null} onClick={() => void send()}>
          {t('confirm')}
        </Button>
      </Group>
    </Stack>
  );
}

/** All of it is somebody else's words: text, never more. */
function Results({ done }: { done: Done[] }) {
  const t = useTranslations('domainReports');
  const tErrors = useTranslations('errors');
  const lineOf = ({ kind, reporter, domain, messages, effect, refusal }: ReportUpload['data'][number]) =>
    refusal
      ? `${t(`refusals.${refusal.code}`)}${refusal.detail ? ` (${refusal.detail})` : ''}`
      : t('read.line', {
          kind: t(`list.${kind ?? 'dmarc'}`),
          reporter: reporter ?? NOTHING,
          domain: domain ?? NOTHING,
          count: messages ?? 0,
          effect: t(`effects.${effect}`),
        });
  return (
    <Stack gap="xs" mah={320} style={{ overflowY: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>
      {Object.entries(done).map(([key, file]) => (
        <div key={key}>
          <Text size="sm" fw={600}>
            {file.name}
          </Text>
          {'code' in file ? (
            <Text size="sm">
              {t('read.failed', {
                reason: tErrors.has(file.code as never) ? tErrors(file.code as never) : file.code,
              })}
            </Text>
          ) : (
            Object.entries(file.result.data).map(([at, one]) => (
              <Text key={at} size="sm">
                {lineOf(one)}
              </Text>
            ))
          )}
          {'result' in file && file.result.left > 0 && (
            <Text size="sm">{t('read.left', { count: file.result.left })}</Text>
          )}
        </div>
      ))}
    </Stack>
  );
}

async function readFile(file: File): Promise<{ result: ReportUpload } | { code: string }> {
  try {
    return { result: await apiUpload<ReportUpload>('domains/reports', 'application/octet-stream', file) };
  } catch (error) {
    return { code: error instanceof ApiProblem ? error.code : 'internal' };
  }
}
