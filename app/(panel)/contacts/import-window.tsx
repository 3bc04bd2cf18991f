'use client';

import { Button, FileInput, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, apiUpload } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import { useCompanies } from '@/components/layout/use-companies';
import { useErrorText } from '@/components/layout/use-error-text';
import type { ContactsImported } from '@/lib/contacts/import-schema';
import { ImportCounts } from './import-counts';
import { ImportMapping } from './import-mapping';

type Props = { opened: boolean; onClose: () => void };
type Found = { result: ContactsImported; stored: boolean };

/** First it is shown what the file would come to, column by column; only then is it stored. */
export function ImportWindow({ opened, onClose }: Props) {
  const t = useTranslations('contacts.import');
  const client = useQueryClient();
  const say = useErrorText();
  const companies = useCompanies();
  const [company, setCompany] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<string[] | null>(null);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const send = async (dryRun: boolean, of = file, mapped = columns) => {
    if (!of) return;
    setPending(true);
    setFailed(null);
    const query = new URLSearchParams({
      dryRun: String(dryRun),
      ...(company && { company }),
      ...(mapped && { columns: mapped.join(',') }),
    });
    try {
      const result = await apiUpload<ContactsImported>(`contacts/import?${query}`, 'text/csv', of);
      setFound({ result, stored: !dryRun });
      setColumns(result.columns.map(({ to }) => to));
      if (!dryRun) await client.invalidateQueries({ queryKey: nounKey('contacts') });
    } catch (error) {
      setFailed(error instanceof ApiProblem ? say(error) : t('failed'));
    } finally {
      setPending(false);
    }
  };
  const begin = (chosen: File | null) => {
    setFile(chosen);
    setColumns(null);
    setFound(null);
    setFailed(null);
    if (chosen) void send(true, chosen, null);
  };
  const close = () => {
    begin(null);
    onClose();
  };
  const map = (next: string[]) => {
    setColumns(next);
    void send(true, file, next);
  };
  const ready = found && !found.stored ? found.result.created + found.result.changed : 0;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('body')}</Text>
        {companies.length > 1 && (
          <Select
            label={t('company')}
            placeholder={t('everyCompany')}
            clearable
            clearButtonProps={{ 'aria-label': t('everyCompany') }}
            data={companies.map(({ key, name }) => ({ value: key, label: name }))}
            value={company}
            onChange={(value) => {
              setCompany(value);
              begin(null);
            }}
          />
        )}
        <FileInput
          label={t('file')}
          placeholder={t('choose')}
          accept=".csv,text/csv,text/plain"
          clearable
          clearButtonProps={{ 'aria-label': t('removeFile') }}
          value={file}
          onChange={begin}
        />
        {found && !found.stored && (
          <ImportMapping result={found.result} columns={columns ?? []} onChange={map} />
        )}
        <div role="status">
          {failed && <Text size="sm">{failed}</Text>}
          {found && <ImportCounts {...found} />}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('close')}
          </Button>
          {!found?.stored && (
            <Button loading={pending} disabled={ready === 0} onClick={() => void send(false)}>
              {t('confirm', { count: ready })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
