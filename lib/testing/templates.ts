import type { z } from 'zod';
import { createTemplate } from '@/lib/templates/create';
import { publishVersion } from '@/lib/templates/publish';
import { TemplateInput } from '@/lib/templates/schema';
import type { TemplateView } from '@/lib/templates/view-schema';
import { testContext } from './factories';

let count = 0;

/** What the example messages of a canteen need. */
export const LOW_BALANCE = {
  student_name: 'Sofía',
  balance: 4500,
  topup_url: 'https://canteen.example.com/topup',
};

export function mjml(body: string): string {
  return `<mjml><mj-body><mj-section><mj-column><mj-text>${body}</mj-text></mj-column></mj-section></mj-body></mjml>`;
}

const defaults = {
  title: 'Saldo bajo',
  category: 'balance' as const,
  texts: {
    es: {
      subject: 'Saldo bajo: {{ balance | money: "PYG" }}',
      preheader: 'De {{ student_name }}',
      source: mjml(
        'A {{ student_name }} le quedan {{ balance | money: "PYG" }}. <a href="{{ topup_url }}">Recargar</a>{% if grade %} Grado {{ grade }}.{% endif %}',
      ),
    },
    en: {
      subject: 'Low balance: {{ balance | money: "PYG" }}',
      source: mjml(
        '{{ student_name }} has {{ balance | money: "PYG" }} left. <a href="{{ topup_url }}">Top up</a>',
      ),
    },
  },
  variables: [
    { name: 'student_name', required: true, example: 'Ana' },
    { name: 'balance', type: 'money' as const, required: true, example: 3000 },
    { name: 'topup_url', type: 'url' as const, required: true, example: 'https://canteen.example.com' },
    { name: 'grade', example: '5.º' },
  ],
};

export function draftTemplate(input: Partial<z.input<typeof TemplateInput>> = {}): Promise<TemplateView> {
  const key = `template-${++count}`;
  return createTemplate(testContext, TemplateInput.parse({ ...defaults, key, ...input }));
}

/** Published, unless it has faults. */
export async function makeTemplate(input: Parameters<typeof draftTemplate>[0] = {}): Promise<TemplateView> {
  const { id } = await draftTemplate(input);
  return publishVersion(testContext, { id });
}

/** A template in Spanish that says this. */
export function templateOf(source: string, variables: z.input<typeof TemplateInput>['variables'] = []) {
  return { texts: { es: { subject: 'Hola', source, kind: 'html' as const } }, variables };
}
