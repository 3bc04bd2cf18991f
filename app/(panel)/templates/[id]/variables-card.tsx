'use client';

import { Code, Table, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { VariableDeclaration } from '@/lib/templates/variables';

/** What a message must or may bring. */
export function VariablesCard({ variables }: { variables: VariableDeclaration[] }) {
  const t = useTranslations('templates.variables');
  return (
    <SectionCard title={t('title')}>
      {variables.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('type')}</Table.Th>
                <Table.Th>{t('example')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {variables.map((variable) => (
                <Row key={variable.name} variable={variable} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </SectionCard>
  );
}

function Row({
  variable: { name, type, required, example, label, description },
}: {
  variable: VariableDeclaration;
}) {
  const t = useTranslations('templates.variables');
  const locale = useLocale();
  const says = label?.[locale as 'en' | 'es'] ?? description;
  return (
    <Table.Tr>
      <Table.Td>
        <Code>{name}</Code>
        {says && (
          <Text size="xs" c="dimmed">
            {says}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {t(`types.${type}`)}
        <Text size="xs" c="dimmed">
          {required ? t('required') : t('optional')}
        </Text>
      </Table.Td>
      <Table.Td>{example === undefined ? t('noExample') : shorten(example)}</Table.Td>
    </Table.Tr>
  );
}

const LONGEST = 60;

function shorten(example: unknown): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
