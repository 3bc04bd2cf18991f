import { ComponentFault, type Components } from '../blocks/expand';
import { aroundOf } from '../blocks/source';
import { PHONE_RULES, toSections } from '../blocks/to-mjml';
import { replaceIncludes } from './keys-in';

type Around = {
  brand: { name: string; color: string; logo: string | null };
  language: string;
  components?: Components;
};

/** A source in MJML with the sections of the components that it includes, each on the line of its `mj-include`. @throws ComponentFault */
export function withComponents(mjml: string, around: Around): string {
  let isAny = false;
  const drawn = replaceIncludes(mjml, (key) => {
    const document = around.components?.get(key);
    if (!document) throw new ComponentFault({ code: 'component_missing', at: [key] });
    isAny = true;
    return toSections(document, { ...aroundOf(around), within: key });
  });
  return isAny ? withRules(drawn) : mjml;
}

function withRules(mjml: string): string {
  const rules = `<mj-style>${PHONE_RULES.join('')}</mj-style>`;
  const head = mjml.indexOf('<mj-head>');
  if (head >= 0) {
    const at = head + '<mj-head>'.length;
    return mjml.slice(0, at) + rules + mjml.slice(at);
  }
  const body = mjml.indexOf('<mj-body');
  return body < 0 ? mjml : `${mjml.slice(0, body)}<mj-head>${rules}</mj-head>${mjml.slice(body)}`;
}
