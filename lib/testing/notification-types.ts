import type { z } from 'zod';
import { createType } from '@/lib/notifications/types/change';
import { TypeInput, type TypeView } from '@/lib/notifications/types/schema';
import { testContext } from './factories';

let count = 0;

/** One by text message, unless told otherwise. */
export function makeType(input: Partial<z.input<typeof TypeInput>> = {}): Promise<TypeView> {
  const key = `type-${++count}`;
  const defaults = {
    key,
    title: `Type ${count}`,
    steps: [{ channel: 'sms' as const }],
    texts: { es: 'Devuelva {{ book }}.', en: 'Please bring {{ book }} back.' },
    variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
  };
  return createType(testContext, TypeInput.parse({ ...defaults, ...input }));
}
