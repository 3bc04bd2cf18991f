import { companyIdOf } from '@/lib/companies/resolve';
import { makeAiProvider, noteAiCall } from './ai/make';
import { makeCampaign } from './campaigns';
import { makeContact } from './contacts';
import { makeImage } from './images';
import { makeList, makeSegment } from './lists';
import { makeType } from './notification-types';
import { makeNotification } from './notifications';
import { makeReplyRule } from './reply-rules';
import { makeKind, makeRule, makeSource, makeSubject } from './rules';
import { makeTemplate } from './templates';

/** Of what is sent, and to whom, one each, with this word in it: of another company. */
export async function plantContent(word: string, company: string) {
  const template = await makeTemplate({ title: `${word} letter`, key: word, company });
  const contact = await makeContact({ key: word, name: word, company });
  const type = await makeType({ key: word, title: word, company });
  const told = await makeNotification({ type: word, variables: { book: word }, company });
  const kind = await makeKind({ key: word, title: word, company });
  const subject = await makeSubject(word, { book: word, fine: 9_000 }, { key: word, company });
  const rule = await makeRule(word, { title: word, type: word, company });
  const list = await makeList({ title: `${word} news`, company });
  const segment = await makeSegment(undefined, { title: `${word} segment`, company });
  await noteAiCall(word, (await companyIdOf(company))!);
  return {
    'ai-providers': (await makeAiProvider({ name: `${word} ai`, company })).id,
    campaigns: (await makeCampaign({ title: `${word} campaign`, company })).id,
    lists: list.id,
    segments: segment.id,
    'subject-kinds': kind.id,
    subjects: subject.id,
    'subject-sources': (await makeSource(word, { title: `${word} file`, company })).id,
    rules: rule.id,
    images: (await makeImage({ filename: `${word}.png`, company })).id,
    templates: template.id,
    contacts: contact.id,
    'notification-types': type.id!,
    notifications: told.id,
  };
}

const MAKERS: Record<string, () => Promise<{ id: string }>> = {
  'ai-providers': makeAiProvider,
  images: () => makeImage(),
  templates: makeTemplate,
  contacts: makeContact,
  campaigns: () => makeCampaign(),
  lists: () => makeList(),
  segments: () => makeSegment(),
  'notification-types': async () => ({ id: (await makeType()).id! }),
  notifications: makeNotification,
  'subject-kinds': makeKind,
  subjects: async () => makeSubject((await makeKind()).key, {}),
  'subject-sources': async () => makeSource((await makeKind()).key),
  'reply-rules': () => makeReplyRule(),
  rules: async () => makeRule((await makeKind()).key),
};

/** What the examples are about. */
async function ensureLoans(): Promise<void> {
  await makeKind({ key: 'loan' }).catch((error: { code?: string }) => {
    if (error.code !== 'name_taken') throw error;
  });
}

const ensureContact = () => makeContact({ key: 'C-1042', email: 'ana@example.com' });

/** For a route about one of them: a new one. */
export async function makeContent(route: string): Promise<{ id: string } | undefined> {
  if (/^POST .*\/(subjects|subject-sources|rules)(\/batch)?$/.test(route)) await ensureLoans();
  if (/\/feed|\/merge$/.test(route)) await ensureContact();
  const [, noun] = /\/api\/v1\/([\w-]+)\/\[id\]/.exec(route) ?? [];
  const made = await (noun && MAKERS[noun]?.());
  return made ? { id: made.id } : undefined;
}
