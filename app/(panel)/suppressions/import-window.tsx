'use client';

import { Button, FileInput, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiUpload } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import { useCompanies } from '@/components/layout/use-companies';
import type { ImportResult } from '@/lib/suppressions/schema';

type Props = { opened: boolean; onClose: () => void };

/** A file goes as it is, past the limit of forms; what was wrong is told by line. */
export function ImportWindow({ opened, onClose }: Props) {
  const t = useTranslations('suppressions');
  const client = useQueryClient();
  const companies = useCompanies();
  const [company, setCompany] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const [result, setResult] = useState<ImportResult | null>(null);
  const send = async () => {
    if (!file) return;
    setPending(true);
    setFailed(false);
    try {
      setResult(
        await apiUpload<ImportResult>(
          `suppressions/import${company ? `?company=${company}` : ''}`,
          'text/csv',
          file,
        ),
      );
      await client.invalidateQueries({ queryKey: nounKey('suppressions') });
    } catch {
      setFailed(true);
    } finally {
      setPending(false);
    }
  };
  const close = () => {
    setFile(null);
    setResult(null);
    setFailed(false);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('import.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('import.body')}</Text>
        {companies.length > 1 && (
          <Select
            label={t('filters.company')}
            description={t('add.companyHelp')}
            placeholder={t('filters.all')}
            clearable
            clearButtonProps={{ 'aria-label': t('filters.all') }}
            data={companies.map(({ key, name }) => ({ value: key, label: name }))}
            value={company}
            onChange={setCompany}
          />
        )}
        <FileInput
          label={t('import.file')}
          accept=".csv,text/csv,text/plain"
          clearable
          clearButtonProps={{ 'aria-label': t('filters.removeFile') }}
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            setResult(null);
          }}
        />
        <div role="status">
          {failed && <Text size="sm">{t('import.failed')}</Text>}
          {result && <Text size="sm">{t('import.done', { added: result.added, wrong: result.wrong })}</Text>}
        </div>
        {result && result.errors.length > 0 && (
          <List size="sm" mah={240} style={{ overflowY: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>
            {result.errors.map(({ line, text, code }) => (
              <List.Item key={line}>
                {t('import.line', { line })} {t(`import.wrong.${code}`)}: {text}
              </List.Item>
            ))}
          </List>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('close')}
          </Button>
          <Button loading={pending} disabled={!file || result !== null} onClick={() => void send()}>
            {t('import.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
