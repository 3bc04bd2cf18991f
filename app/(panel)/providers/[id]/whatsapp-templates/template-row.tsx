'use client';

import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArchive,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconPencil,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useLocked } from '@/components/layout/use-locked';
import { StateBadge } from '@/components/table/state-badge';
import type { Tone } from '@/components/tones';
import type { WhatsAppState } from '@/lib/providers/template-api';
import type { WhatsAppTemplateView } from '@/lib/whatsapp-templates/schema';
import type { DetailProps } from '../detail-props';
import { BindWindow } from './bind-window';
import { BoundTo } from './bound-to';

type Look = { tone: Tone; icon: typeof IconClock };

const LOOKS: Record<WhatsAppState, Look> = {
  approved: { tone: 'good', icon: IconCircleCheck },
  waiting: { tone: 'busy', icon: IconClock },
  rejected: { tone: 'bad', icon: IconCircleX },
  paused: { tone: 'warn', icon: IconPlayerPause },
  disabled: { tone: 'bad', icon: IconBan },
  archived: { tone: 'quiet', icon: IconArchive },
  draft: { tone: 'quiet', icon: IconPencil },
};

type Props = DetailProps & { template: WhatsAppTemplateView };

export function TemplateRow({ provider, template }: Props) {
  const t = useTranslations('providers.whatsappTemplates');
  const locked = useLocked('providers.write', provider);
  const [opened, window] = useDisclosure(false);
  const { title, language, category, state, quality, reason, header, body, bound } = template;
  const { tone, icon } = LOOKS[state];
  const facts = [
    category && t(`categories.${category}`),
    quality && t(`qualities.${quality}`),
    header !== 'none' && t(`headers.${header}`),
  ].filter(Boolean);
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 300px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={550} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {title} · {language}
            </Text>
            <StateBadge tone={tone} icon={icon}>
              {t(`states.${state}`)}
            </StateBadge>
          </Group>
          <Text size="xs" c="dimmed">
            {facts.join(' · ')}
          </Text>
          {reason && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('reason', { reason })}
            </Text>
          )}
          <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {body}
          </Text>
          {bound.map((one) => (
            <BoundTo key={`${one.template} ${one.language}`} provider={provider} binding={one} />
          ))}
        </div>
        <ReasonedButton
          size="xs"
          variant="default"
          disabledReason={locked}
          aria-label={t('bindOf', { title })}
          onClick={window.open}
        >
          {t('bind')}
        </ReasonedButton>
      </Group>
      <BindWindow provider={provider} template={template} opened={opened} onClose={window.close} />
    </li>
  );
}
