import { sendSystemMail } from '@/lib/intake/system-mail';
import { type Person, peopleFor } from '@/lib/tokens/responsible';
import type { MailProblem } from '@/lib/tokens/schema';
import type { Told } from '@/lib/tokens/to-mail';

/** Writes to whoever is responsible, to each in their language, and once, however often it is asked with this key within a day. */
export async function tellPeople(
  about: Pick<Told, 'companyId' | 'responsibleId' | 'createdBy'>,
  key: string,
  write: (person: Person) => { subject: string; text: string },
): Promise<MailProblem | null> {
  const people = await peopleFor(about);
  if (people.length === 0) return 'nobody';
  for (const person of people) {
    const mail = {
      ...write(person),
      to: person.email,
      language: person.language,
      companyId: about.companyId,
      key: `${key} ${person.id}`,
    };
    const sent = await sendSystemMail(mail);
    if (!sent.ok) return sent.reason;
  }
  return null;
}
