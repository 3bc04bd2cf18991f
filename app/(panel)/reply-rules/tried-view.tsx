'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { formatDuration } from '@/components/layout/quantities';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { Tried, TryInput } from '@/lib/bounces/try-text';
import { LONGEST_PHRASE } from '@/lib/replies/own/schema';
import { RuleWindow } from './lazy-rule-window';
import { RuleLink } from './rule-link';
import { SortReply } from './sort-reply';

type Props = { input: TryInput; tried: Tried[] };

/** What was made of it, and what decided. */
export function TriedView({ input, tried }: Props) {
  const t = useTranslations('suppressions.replies');
  const locked = useLocked('settings.write', SHARED);
  const draft = { phrase: wordsOf(input.text), appliesTo: input.as };
  return (
    <Stack gap="xs">
      {Object.entries(tried).map(([key, one]) => (
        <One key={key} tried={one} />
      ))}
      {tried.some(({ unsorted }) => unsorted) && <SortReply source={{ text: input.text, as: input.as }} />}
      {tried.every(({ rule }) => !rule) && (
        <Group>
          <WindowButton
            variant="default"
            window={(props) => <RuleWindow {...props} draft={draft} />}
            disabledReason={locked}
          >
            {t('try.newRule')}
          </WindowButton>
        </Group>
      )}
    </Stack>
  );
}

/** Its first line without its codes, as a beginning. */
function wordsOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.replace(/^[245]\d\d[ -]?(?:[245]\.\d{1,3}\.\d{1,3})?\s*/, '').slice(0, LONGEST_PHRASE);
}

function One({ tried }: { tried: Tried }) {
  const t = useTranslations('suppressions.replies');
  const title = useMeaning();
  const { rule, row, table } = tried;
  const other = table === 'stage' || table === 'doubt' || table === 'sender' ? table : 'none';
  return (
    <Notice tone={tried.unsorted ? 'warn' : 'good'} title={title(tried)}>
      <Text size="sm">
        {rule
          ? t.rich('try.byRule', { link: () => <RuleLink rule={rule} /> })
          : row
            ? t('try.byRow', { row: row.row, table: t(`tables.names.${row.table}`) })
            : t(`try.by.${other}`)}
      </Text>
      {row && (
        <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }} lineClamp={4}>
          {row.says.join(' | ')}
        </Text>
      )}
    </Notice>
  );
}

/** In one line: of a reply what it says, of a mail what it is. */
function useMeaning() {
  const t = useTranslations('suppressions.replies');
  const tMail = useTranslations('suppressions.read');
  const tFault = useTranslations('messages.attempt.fault');
  const locale = useLocale();
  return ({ class: kind, cause, fault, permanent, waitSeconds }: Tried) => {
    if (kind) {
      const what = tMail(`class.${kind as 'hard'}`);
      return cause ? t('try.kind', { kind: what, cause: tMail(`cause.${cause as 'ours'}`) }) : what;
    }
    return [
      t(`means.${(cause ?? 'unclear') as 'unclear'}`),
      fault && tFault(fault as 'recipient'),
      t(`try.for.${permanent ? 'good' : 'now'}`),
      waitSeconds !== null && t('try.wait', { span: formatDuration(waitSeconds * 1000, locale) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
