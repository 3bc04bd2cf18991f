import { askProviders } from '@/lib/inbound/ask-providers';

export async function askProvidersTask(): Promise<void> {
  await askProviders();
}
