import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { MeProvider } from '@/components/layout/me';
import { ModeProvider } from '@/components/layout/mode';
import { messagesOf } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translate';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { usePigeons } from '@/lib/testing/pigeon/pigeon';
import { ComposeMessage } from './compose-message';
import { EMPTY } from './compose-values';

beforeAll(usePigeons);

/** As the server draws it. */
function draw(channel: string): string {
  const { content, sms } = DEFAULT_SETTINGS.delivery;
  const composer = { ownAddress: 'ana@example.com', companyId: null, ...content, sms, reachable: true };
  const words = { locale: 'en', messages: messagesOf('en'), timeZone: 'UTC' };
  return renderToStaticMarkup(
    <MantineProvider>
      <NextIntlClientProvider {...words}>
        <QueryClientProvider client={new QueryClient()}>
          <MeProvider me={{ id: 'ana', role: 'technician', companyIds: null }}>
            <ModeProvider initial="technical">
              <ComposeMessage
                {...composer}
                channel={channel}
                initial={EMPTY}
                example={EMPTY}
                onSent={() => {}}
              />
            </ModeProvider>
          </MeProvider>
        </QueryClientProvider>
      </NextIntlClientProvider>
    </MantineProvider>,
  );
}

const fieldsIn = (page: string) => [...page.matchAll(/ name="([a-z]\w*)"/g)].map(([, name]) => name);
const OF_EMAIL = ['subject', 'addCopies', 'addHtml', 'attachments', 'headers', 'fillExample'];
const wordsOfEmailIn = (page: string) =>
  OF_EMAIL.filter((key) => page.includes(translator('en')(`messages.compose.${key}`)));

it('has for email all that email has', () => {
  const page = draw('email');
  expect(fieldsIn(page)).toEqual(['to', 'subject', 'text', 'tags', 'priority', 'providers']);
  expect(wordsOfEmailIn(page)).toEqual(OF_EMAIL);
});

it('has for another channel what every message has, and nothing of email', () => {
  const page = draw('pigeon');
  expect(fieldsIn(page)).toEqual(['to', 'text', 'tags', 'priority', 'providers']);
  expect(wordsOfEmailIn(page)).toEqual([]);
});
