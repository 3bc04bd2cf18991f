'use client';

import { Anchor, Box, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import type { GeneratedServer, NextStep } from '@/lib/own-server/schema';
import { paths } from '@/lib/paths';
import { GeneratedFiles } from './generated-files';

/** `turn`: which one it is since the page was opened. */
type Props = { server: GeneratedServer; before: GeneratedServer | null; turn: number };

const COMMANDS = [
  ['dryRun', 'sh install.sh --dry-run'],
  ['install', 'sudo sh install.sh'],
  ['undo', 'sudo sh install.sh --undo'],
] as const;

/** Where the panel helps with a step. */
const PLACES: Partial<Record<NextStep['what'], string>> = {
  spf_record: paths.domains(),
  bounce_token: paths.newToken(),
};

/** What to do with it, in order; then each file, and by what it differs from the one made before. */
export function Generated({ server, before, turn }: Props) {
  const t = useTranslations('ownServer');
  return (
    <>
      <Box key={turn} ref={intoView} style={{ scrollMarginTop: '5rem' }}>
        <SectionCard title={t('next.title')} lead={t('next.lead')}>
          <Stack gap="lg">
            <Group>
              <Button
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => download('install.sh', server.script)}
              >
                {t('download')}
              </Button>
              <LinkButton variant="default" href={paths.newProvider({ preset: 'smtp.own' })}>
                {t('addProvider')}
              </LinkButton>
            </Group>
            <List type="ordered" spacing="xs" size="sm">
              {server.next.map((step) => (
                <Step key={`${step.what} ${step.name} ${step.value}`} step={step} server={server} />
              ))}
            </List>
            {COMMANDS.map(([name, command]) => (
              <CopyableText key={name} label={t(`commands.${name}`)} of={t('commands.of')} text={command} />
            ))}
          </Stack>
        </SectionCard>
      </Box>
      <GeneratedFiles files={server.files} before={before?.files ?? []} />
    </>
  );
}

/** The form is long: whoever pressed at its end sees that something came, each time. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'start' });
}

function Step({ step: { what, name, value }, server }: { step: NextStep; server: GeneratedServer }) {
  const t = useTranslations('ownServer.next.steps');
  const href = PLACES[what];
  const { host, port, username } = server.provider.settings as Record<string, string | number>;
  return (
    <List.Item style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" span>
        {t(what, { name: name ?? '', value, host: host!, port: String(port), username: username! })}
        {href && (
          <>
            {' '}
            <Anchor component={Link} href={href} size="sm" underline="always">
              {t(`places.${what as 'spf_record'}`)}
            </Anchor>
          </>
        )}
      </Text>
    </List.Item>
  );
}

function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/x-shellscript' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
