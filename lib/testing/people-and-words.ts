import { makeContact } from './contacts';
import { makeType } from './notification-types';
import { makeNotification } from './notifications';
import { makeTemplate } from './templates';

/** Of what is sent, and to whom, one each, with this word in it: of another company. */
export async function plantContent(word: string, company: string) {
  const template = await makeTemplate({ title: `${word} letter`, key: word, company });
  const contact = await makeContact({ key: word, name: word, company });
  const type = await makeType({ key: word, title: word, company });
  const told = await makeNotification({ type: word, variables: { book: word }, company });
  return {
    templates: template.id,
    contacts: contact.id,
    'notification-types': type.id!,
    notifications: told.id,
  };
}

const MAKERS: Record<string, () => Promise<{ id: string }>> = {
  templates: makeTemplate,
  contacts: makeContact,
  'notification-types': async () => ({ id: (await makeType()).id! }),
  notifications: makeNotification,
};

/** For a route about one of them: a new one. */
export async function makeContent(route: string): Promise<{ id: string } | undefined> {
  const [, noun] = /\/api\/v1\/([\w-]+)\/\[id\]/.exec(route) ?? [];
  const made = await (noun && MAKERS[noun]?.());
  return made ? { id: made.id } : undefined;
}
