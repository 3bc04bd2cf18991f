import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { acceptMessage } from '@/lib/intake/accept';
import { log } from '@/lib/log';
import { MessageInput } from '@/lib/messages/schema';
import type { ListRow } from './rows';

type Person = { id: string; email: string; name: string | null; language: string | null; fields: object };

/** The welcome of a list, to each of them once. What keeps it from being made is logged: it keeps nobody off the list. */
export async function greet(
  { id, welcome, companyId }: Pick<ListRow, 'id' | 'welcome' | 'companyId'>,
  contactIds: string[],
): Promise<void> {
  if (welcome === null || contactIds.length === 0) return;
  const people = await sql()<Person[]>`
    select id, email, name, language, fields from contacts where id = any(${contactIds}::uuid[]) and email is not null`;
  for (const person of people) {
    const { email, name, language } = person;
    const input = MessageInput.safeParse({
      to: name ? { email, name } : email,
      template: welcome,
      variables: person.fields,
      category: 'marketing',
      company: companyId,
      ...(language && { language }),
    });
    if (!input.success) continue;
    try {
      await acceptMessage(jobContext('lists'), input.data, `welcome ${id} ${person.id}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn('nobody was greeted', { listId: id, reason: error.detail });
    }
  }
}
