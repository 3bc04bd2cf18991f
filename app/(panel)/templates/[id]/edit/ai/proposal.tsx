'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { piecesOf } from '@/lib/ai/words/pieces';
import { withoutLiquid } from '@/lib/templates/blocks/liquid-text';
import type { Draft } from '../draft';
import type { Edit } from '../use-edit';
import { useLanguageName } from '../use-language-name';
import { toDocument } from './to-document';
import type { Proposed } from './use-help';

type Props = {
  proposal: Proposed;
  draft: Draft;
  language: string;
  edit: Edit;
  onLanguage: (language: string) => void;
  back: () => void;
  onDone: () => void;
};

/** What was proposed, beside what stands there now; nothing of it is kept before somebody takes it. */
export function Proposal({ proposal, draft, language, edit, onLanguage, back, onDone }: Props) {
  const t = useTranslations('ai.help');
  const nameOf = useLanguageName();
  const text = draft.texts[language]!;
  if (proposal.what === 'subjects')
    return (
      <Stack>
        <Text size="sm">{t('chooseSubject')}</Text>
        {proposal.subjects.map((subject) => (
          <Button
            key={subject}
            variant="default"
            justify="flex-start"
            onClick={() => {
              edit.text('subject', subject);
              onDone();
            }}
          >
            {plain(subject)}
          </Button>
        ))}
        <Back onBack={back} />
      </Stack>
    );
  const [target, proposed] =
    proposal.what === 'wording'
      ? [proposal.language, proposal.wording]
      : [language, toDocument(text.document, proposal.drafted)];
  const before = new Map(piecesOf(text).map((piece) => [piece.at, piece.text]));
  const take = () => {
    // What was written by hand as plain text was made for the other words.
    edit.putText(target, { ...proposed, text: null });
    onLanguage(target);
    onDone();
  };
  return (
    <Stack>
      <Text size="sm">{t('proposal', { language: nameOf(target) })}</Text>
      <Stack gap="xs">
        {piecesOf(proposed).map(({ at, text: words }) => (
          <div key={at}>
            {proposal.what === 'wording' && (
              <Text size="xs" c="dimmed">
                {plain(before.get(at) ?? '')}
              </Text>
            )}
            <Text size="sm">{plain(words)}</Text>
          </div>
        ))}
      </Stack>
      <Group>
        <Button onClick={take}>{t('take')}</Button>
        <Back onBack={back} />
      </Group>
    </Stack>
  );
}

function Back({ onBack }: { onBack: () => void }) {
  const t = useTranslations('ai.help');
  return (
    <div>
      <Button variant="subtle" onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  );
}

/** As somebody reads it who knows no Liquid. */
function plain(text: string): string {
  return withoutLiquid(text, (name) => `[${name}]`);
}
