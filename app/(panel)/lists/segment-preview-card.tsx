'use client';

import { List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { SegmentPreview } from '@/lib/segments/schema';
import { previewSegmentAction } from './actions';
import { rulesOf, SegmentForm } from './segment-form';

/** While somebody types. */
const ASK_AFTER_MS = 400;

/** Whom it is about now: a count and some of them. Of rules that are not whole yet: nothing. */
export function SegmentPreviewCard() {
  const t = useTranslations('lists.segments');
  const [match, rules] = useWatch({ name: ['match', 'rules'] });
  const [asked] = useDebouncedValue(JSON.stringify({ match, rules }), ASK_AFTER_MS);
  const [found, setFound] = useState<SegmentPreview | null>(null);
  const newest = useRef('');
  useEffect(() => {
    newest.current = asked;
    const parsed = SegmentForm.omit({ title: true }).safeParse(JSON.parse(asked));
    if (!parsed.success) return setFound(null);
    void previewSegmentAction({ rules: rulesOf(parsed.data) })
      .then((answer) => {
        if (newest.current === asked) setFound(answer.ok ? answer.data : null);
      })
      .catch(() => setFound(null));
  }, [asked]);
  return (
    <Stack gap={4} role="status" mih={64}>
      {found && <Text fw={600}>{t(found.more ? 'countMore' : 'count', { count: found.count })}</Text>}
      {found && found.sample.length > 0 && (
        <List size="sm">
          {found.sample.slice(0, 5).map(({ id, name, email }) => (
            <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
              {[name, email].filter(Boolean).join(' · ')}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
