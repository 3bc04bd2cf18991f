import { describe, expect, it } from 'vitest';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { createTemplate } from '../create';
import { previewTemplate } from '../preview';
import { publishVersion } from '../publish';
import { PreviewInput, TemplateInput } from '../schema';
import { findStarter, fromStarter } from './from-starter';
import { STARTERS } from './registry';

useTestDatabase();

describe('a template from a starter', () => {
  it.each(STARTERS.map((starter) => ({ key: starter.key, starter })))(
    '$key is published as it is, and shown in both languages',
    async ({ starter }) => {
      const { id, current } = await createTemplate(
        testContext,
        TemplateInput.parse(fromStarter(starter, 'es')),
      );
      expect(current.problems).toEqual([]);
      const published = await publishVersion(testContext, { id });
      expect(published.published).toBe(1);
      for (const language of ['en', 'es']) {
        const shown = await previewTemplate(testContext, { id, ...PreviewInput.parse({ language }) });
        expect(shown.html).toContain(`lang="${language}"`);
        expect(shown.text).not.toMatch(/\n{3}|\{\{|\{%/);
      }
    },
  );

  it('is sent with nothing but what it needs', async () => {
    await makeProvider();
    const starter = findStarter('low-balance')!;
    const { id } = await createTemplate(
      testContext,
      TemplateInput.parse({ ...fromStarter(starter, 'es'), key: 'sent' }),
    );
    await publishVersion(testContext, { id });
    const needed = starter.variables.filter(({ required }) => required);
    const variables = Object.fromEntries(needed.map(({ name, example }) => [name, example]));
    const message = MessageInput.parse({ to: ['ana@example.com'], template: 'sent', variables });
    expect((await acceptMessage(testContext, message)).status).toBe('queued');
  });

  it('is not there by another key', () => expect(findStarter('nope')).toBeNull());
});
