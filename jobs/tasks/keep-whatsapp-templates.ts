import { keepWhatsAppTemplates } from '@/lib/whatsapp-templates/read';

export async function keepWhatsAppTemplatesTask(): Promise<void> {
  await keepWhatsAppTemplates();
}
