'use client';

import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import type { TryInput } from '@/lib/bounces/try-text';
import { STAGES } from '@/lib/replies/meaning';
import { tryReplyAction } from './actions';
import { TriedView } from './tried-view';

const KINDS = { reply: 'asReply', bounce: 'asBounce' } as const;

/** What would be made of something that was said, and by which row of which table. */
export function TryCard() {
  const t = useTranslations('suppressions.replies');
  const [input, setInput] = useState<TryInput>({ text: '', as: 'reply', stage: 'recipient' });
  const [tried, setTried] = useState<{ input: TryInput; data: TriedOf } | null>(null);
  const { run, pending } = useAction(tryReplyAction);
  const change = (changes: Partial<TryInput>) => setInput({ ...input, ...changes });
  const ask = async () => {
    const result = await run(input);
    if (result.ok) setTried({ input, data: result.data.data });
  };
  return (
    <SectionCard title={t('try.title')} lead={t('try.lead')}>
      <Stack>
        <Textarea
          label={t('try.text')}
          placeholder={t('try.placeholder')}
          value={input.text}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={50_000}
        />
        <Group align="flex-end" gap="sm">
          <Select
            label={t('try.as')}
            value={input.as}
            onChange={(as) => as && change({ as: as as TryInput['as'] })}
            allowDeselect={false}
            data={(['reply', 'bounce'] as const).map((value) => ({ value, label: t(`try.${KINDS[value]}`) }))}
          />
          {input.as === 'reply' && (
            <Select
              label={t('form.stage')}
              value={input.stage}
              onChange={(stage) => stage && change({ stage: stage as TryInput['stage'] })}
              allowDeselect={false}
              data={STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
            />
          )}
          <Button loading={pending} disabled={input.text.trim().length < 3} onClick={() => void ask()}>
            {t('try.button')}
          </Button>
        </Group>
        <div role="status">{tried && !pending && <TriedView input={tried.input} tried={tried.data} />}</div>
      </Stack>
    </SectionCard>
  );
}

type TriedOf = Extract<Awaited<ReturnType<typeof tryReplyAction>>, { ok: true }>['data']['data'];
