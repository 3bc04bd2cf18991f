'use client';

import { Anchor, Card, Code, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { Conflict } from '@/lib/configuration/three-way/conflicts';
import type { Choices } from '@/lib/configuration/three-way/merge';
import { paths } from '@/lib/paths';

type Props = {
  conflicts: Conflict[];
  choices: Choices;
  onChoose: (path: string, side: 'mine' | 'theirs') => void;
};

/** What somebody else changed meanwhile at the same places: three sides of each, and which of two holds. */
export function Conflicts({ conflicts, choices, onChoose }: Props) {
  const t = useTranslations('configuration.editor.conflicts');
  return (
    <Notice tone="warn" role="alert" icon={<IconArrowsSplit2 aria-hidden />} title={t('title')}>
      <Stack gap="sm">
        <Text size="sm">
          {t.rich('lead', {
            link: (text) => (
              <Anchor component={Link} href={paths.versions()} inherit underline="always">
                {text}
              </Anchor>
            ),
          })}
        </Text>
        {conflicts.map((conflict) => (
          <One
            key={conflict.path}
            conflict={conflict}
            choice={choices[conflict.path]}
            onChoose={(side) => onChoose(conflict.path, side)}
          />
        ))}
      </Stack>
    </Notice>
  );
}

type OneProps = {
  conflict: Conflict;
  choice: 'mine' | 'theirs' | undefined;
  onChoose: (side: 'mine' | 'theirs') => void;
};

function One({ conflict: { path, line, base, theirs, mine }, choice, onChoose }: OneProps) {
  const t = useTranslations('configuration');
  const where = line === null ? path : t('import.atLine', { path, line: String(line) });
  return (
    <Card withBorder p="sm">
      <Radio.Group
        label={where}
        value={choice ?? null}
        onChange={(side) => onChoose(side as 'mine' | 'theirs')}
        styles={{ label: { overflowWrap: 'anywhere' } }}
      >
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
          <Side title={t('editor.conflicts.base')} value={base} />
          <Side title={t('editor.conflicts.theirs')} value={theirs} />
          <Side title={t('editor.conflicts.mine')} value={mine} />
        </SimpleGrid>
        <Group mt="sm">
          <Radio value="theirs" label={t('editor.conflicts.takeTheirs')} />
          <Radio value="mine" label={t('editor.conflicts.takeMine')} />
        </Group>
      </Radio.Group>
    </Card>
  );
}

function Side({ title, value }: { title: string; value: unknown }) {
  const t = useTranslations('configuration.editor.conflicts');
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      {value === null ? (
        <Text size="sm">{t('nothing')}</Text>
      ) : (
        <Code block mah={200} style={{ overflow: 'auto' }} tabIndex={0}>
          {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
        </Code>
      )}
    </div>
  );
}
