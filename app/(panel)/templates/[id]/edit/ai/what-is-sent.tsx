'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlainText } from '@/components/table/plain-text';
import { Redactor } from '@/lib/ai/ask/redact';
import type { AiUse } from '@/lib/ai/ask/uses';
import { piecesOf } from '@/lib/ai/words/pieces';
import { protect } from '@/lib/ai/words/protect';
import type { AiOffer } from '../../../../ai/use-ai';
import type { Draft, DraftText } from '../draft';
import { variablesOf } from './variables-of';

/** `names`: variables go along by their names, which all else leaves here. */
type Props = { offer: AiOffer; use: AiUse; words: string[]; names?: boolean };

/** Before anything is asked: to whom it goes, and every word of it. */
export function WhatIsSent({ offer: { provider, hides }, use, words, names = false }: Props) {
  const t = useTranslations('ai.help');
  const [isShown, setShown] = useState(false);
  const model = provider.modelFor[use]?.model ?? provider.model;
  const redactor = new Redactor(hides);
  return (
    <Stack gap={4}>
      <Text size="sm">{t('goesTo', { name: provider.name, label: provider.label, model })}</Text>
      <Text size="sm" c="dimmed">
        {t(names ? (hides ? 'namesHidden' : 'namesShown') : hides ? 'hidden' : 'shown')}
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

export function wordsOf(text: DraftText): string[] {
  return piecesOf(text).map((piece) => protect(piece.text).text);
}

/** For a draft: what was typed, and the variables that it may use. */
export function draftWords(purpose: string, draft: Draft): Pick<Props, 'words' | 'names'> {
  const variables = variablesOf(draft).map(({ name, type, label }) => `${name} (${type}) ${label}`.trim());
  return { words: [purpose, ...variables], names: true };
}
