import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { draw, textOf } from '@/app/draw-for-test';
import { FieldRegistry } from '@/components/form/field-registry';
import { AI_FAULTS } from '@/lib/ai/call/faults';
import { AI_KINDS, type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import { AI_STATES, type AiProviderView } from '@/lib/ai/providers/schema';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { AiCard } from './ai-card';
import { AiFields } from './ai-fields';
import { NEW_AI, ofKind } from './ai-values';

function Form({ kind }: { kind: AiKindName }) {
  const form = useForm({ defaultValues: { ...NEW_AI, kind, ...ofKind(kind) } });
  return (
    <QueryClientProvider client={new QueryClient()}>
      <FormProvider {...form}>
        <FieldRegistry>{() => <AiFields />}</FieldRegistry>
      </FormProvider>
    </QueryClientProvider>
  );
}

function Card({ provider }: { provider: AiProviderView }) {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <AiCard provider={provider} onEdit={() => undefined} onKeys={() => undefined} />
    </QueryClientProvider>
  );
}

const provider: AiProviderView = {
  id: '01999999-0000-7000-8000-000000000000',
  name: 'Second',
  kind: 'mistral',
  label: 'Mistral',
  endpoint: 'https://api.mistral.ai/v1',
  model: 'mistral-small-latest',
  organization: null,
  project: null,
  timeoutSeconds: 30,
  priority: 50,
  price: { input: '0.15', output: '0.6' },
  modelFor: {},
  limits: {},
  budget: { monthly: '2', hard: true },
  fallback: null,
  active: true,
  secrets: {},
  state: 'ready',
  until: null,
  failure: null,
  lastTest: null,
  month: { calls: 12, failed: 3, tokens: 900, cost: '0.0123' },
  version: 1,
  createdAt: '2026-11-30T08:00:00.000Z',
  updatedAt: '2026-11-30T08:00:00.000Z',
};

describe.each(LOCALES)('in %s', (locale) => {
  const t = translator(locale);

  it.each(AI_KINDS)('the form of %s begins with what is known of it', (kind) => {
    const html = draw(locale, Form, { kind });
    const { known, endpoint, label } = kindOf(kind);
    expect(html).toContain(label);
    expect(textOf(html)).toContain(t(`ai.form.kinds.${kind}`));
    if (known[0]) expect(html).toContain(`value="${known[0].id}"`);
    // Where nobody knows it, it is asked for.
    expect(html.includes(t('ai.form.endpoint'))).toBe(endpoint === null);
    expect(html).not.toMatch(/ai\.form\.|MISSING/);
  });

  it.each(AI_STATES)('a card that is %s', (state) => {
    const text = textOf(draw(locale, Card, { provider: { ...provider, state } }));
    for (const part of [
      'Second',
      'Mistral · mistral-small-latest',
      t(`ai.states.${state}`),
      '12',
      '3',
      '0.0123',
    ])
      expect(text.replaceAll(',', '.')).toContain(part);
  });

  it('a card of one that failed says why, since when and what to do', () => {
    const failure = { fault: 'auth' as const, at: '2026-11-30T08:00:00.000Z', reply: 'Unauthorized' };
    const text = textOf(draw(locale, Card, { provider: { ...provider, state: 'stopped', failure } }));
    for (const part of [t('ai.faults.auth.what'), t('ai.faults.auth.fix'), 'Unauthorized'])
      expect(text).toContain(part);
  });

  it('says of everything that can go wrong what it is and what to do', () => {
    const texts = AI_FAULTS.flatMap((fault) => [t(`ai.faults.${fault}.what`), t(`ai.faults.${fault}.fix`)]);
    expect(new Set(texts).size).toBe(2 * AI_FAULTS.length);
  });
});
