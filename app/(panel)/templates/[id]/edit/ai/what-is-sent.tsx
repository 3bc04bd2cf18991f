'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlainText } from '@/components/table/plain-text';
import { Redactor } from '@/lib/ai/ask/redact';
import { piecesOf } from '@/lib/ai/words/pieces';
import { protect } from '@/lib/ai/words/protect';
import type { AiOffer } from '../../../../ai/use-ai';
import type { DraftText } from '../draft';

type Props = { offer: AiOffer; text: DraftText | null; purpose: string };

/** Before anything is asked: to whom it goes, and every word of it. */
export function WhatIsSent({ offer: { provider, hides }, text, purpose }: Props) {
  const t = useTranslations('ai.help');
  const [isShown, setShown] = useState(false);
  const redactor = new Redactor(hides);
  const words = text ? piecesOf(text).map((piece) => protect(piece.text).text) : [purpose];
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t('goesTo', { name: provider.name, label: provider.label, model: provider.model })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(hides ? 'hidden' : 'shown')}
      </Text>
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'hideSent' : 'showSent')}
        </Anchor>
      </div>
      {isShown && (
        <PlainText label={t('sent')} wrap="prose">
          {redactor.hide(words).join('\n')}
        </PlainText>
      )}
    </Stack>
  );
}
