import { notFound } from '@/lib/errors';
import { isTree } from '@/lib/settings/difference';
import type { Fields } from './noun';
import { COMPANIES, OWNED } from './nouns';
import type { Place } from './plan';

const OWN = new Set(OWNED.map(({ section }) => section));

/** Of a document what it says of one thing; of a company its own fields. @throws AppError not_found */
export function pickThing({ relevo, ...document }: Fields, { section, company, name }: Place): Fields {
  if (section === 'settings') return { relevo, settings: document.settings };
  const within = company === null ? document : below(below(document, COMPANIES.section), company);
  const found = below(within, section)[name];
  if (!isTree(found)) throw notFound('thing', name);
  const fields = section === COMPANIES.section ? withoutOwn(found) : found;
  const said = { [section]: { [name]: fields } };
  return { relevo, ...(company === null ? said : { [COMPANIES.section]: { [company]: said } }) };
}

function below(tree: Fields, name: string): Fields {
  const found = Object.hasOwn(tree, name) ? tree[name] : undefined;
  return isTree(found) ? found : {};
}

function withoutOwn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN.has(name)));
}
