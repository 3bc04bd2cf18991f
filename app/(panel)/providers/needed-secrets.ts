import type { JsonSchema } from '@/components/form/schema-model';

/** The API takes a provider whose key comes later; whoever sets one up has it at hand. */
const CREDENTIALS = new Set(['apiKey', 'accessKeyId', 'secretAccessKey']);

export function isNeeded(name: string, secrets: JsonSchema): boolean {
  return CREDENTIALS.has(name) || Boolean(secrets.required?.includes(name));
}
