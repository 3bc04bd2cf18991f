import type { JsonSchema } from '@/components/form/schema-model';
import { isCredentialOfApi } from '@/lib/providers/keys/needs';

/** The API takes a provider whose key comes later. */
export function isNeeded(name: string, secrets: JsonSchema): boolean {
  return isCredentialOfApi(name) || Boolean(secrets.required?.includes(name));
}
