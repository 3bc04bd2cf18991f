import { beforeAll, describe, expect, it } from 'vitest';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { ownAccount } from '@/lib/testing/whatsapp-examples';
import { draftOf } from './draft';
import { readProviderTemplates } from './list';
import { keepWhatsAppTemplates } from './read';
import { submitTemplate } from './submit';

useTestDatabase();
allowLoopbackTargets();
// Whatever hour it is here.
beforeAll(() => updateSettings(testContext, { delivery: { quietHours: { categories: [] } } }));

describe('one more', () => {
  it('is made of a template of ours, handed in, and stands for it once it is approved', async () => {
    const { id, template, templates, send, sent, view } = await ownAccount([]);
    const draft = await draftOf(testContext, { id, template, language: 'es' });
    expect(draft).toMatchObject({
      name: template.replaceAll('-', '_'),
      nameLanguage: 'es',
      category: 'utility',
    });
    expect(draft.body).toContain('A {{ student_name }} le quedan {{ balance | money: "PYG" }}.');
    expect(draft.body).not.toContain('{%');
    const body =
      'A {{ student_name }} le quedan {{ balance | money: "PYG" }}. Recargue a {{ student_name }} hoy.';
    await submitTemplate(testContext, { id, template, language: 'es', ...draft, body });
    expect(templates).toMatchObject([
      {
        status: 'PENDING',
        components: [
          {
            text: 'A {{1}} le quedan {{2}}. Recargue a {{1}} hoy.',
            example: { body_text: [['Ana', 'Gs. 3.000']] },
          },
        ],
      },
    ]);
    expect((await view()).templates).toMatchObject([{ state: 'waiting', bound: [{ template }] }]);
    expect(await send()).toMatchObject({ recipients: [{ code: 'template_not_approved' }] });
    templates[0]!.status = 'APPROVED';
    await readProviderTemplates(testContext, { id });
    await keepWhatsAppTemplates();
    expect(await send()).toMatchObject({ status: 'sent' });
    expect(sent).toMatchObject([
      { template: { components: [{ parameters: [{ text: 'Sofía' }, { text: 'Gs. 4.500' }] }] } },
    ]);
  });

  it.each([
    ['{% if grade %}x{% endif %} y', 'no_conditions'],
    ['{{ student_name }} tiene saldo', 'variable_at_edge'],
    ['Saldo de {{ student_name }}', 'variable_at_edge'],
    ['De {{ nobody }} hoy', 'template_undeclared'],
  ])('%s is refused before anybody is asked', async (body, code) => {
    const { id, template, templates } = await ownAccount([]);
    const given = {
      id,
      template,
      language: 'es',
      name: 'x',
      nameLanguage: 'es',
      category: 'utility' as const,
      body,
    };
    await expect(submitTemplate(testContext, given)).rejects.toMatchObject({
      errors: [{ path: 'body', code }],
    });
    expect(templates).toEqual([]);
  });

  it('has words around its variables in whichever letters', async () => {
    const { id, template, templates } = await ownAccount([]);
    const given = {
      id,
      template,
      language: 'es',
      name: 'x',
      nameLanguage: 'ru',
      category: 'utility' as const,
    };
    await submitTemplate(testContext, { ...given, body: 'Дома {{ student_name }} ждут' });
    expect(templates).toMatchObject([{ components: [{ text: 'Дома {{1}} ждут' }] }]);
  });

  it('what the service says of it is told', async () => {
    const { id, template } = await ownAccount();
    const given = {
      id,
      template,
      language: 'es',
      name: 'su_saldo',
      nameLanguage: 'es',
      category: 'utility' as const,
      body: 'Hola y adiós.',
    };
    await expect(submitTemplate(testContext, given)).rejects.toMatchObject({
      code: 'conflict',
      options: { reason: { code: 'whatsapp_template_refused' } },
    });
  });
});
