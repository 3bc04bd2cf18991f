export type ContentType = { type: string; params: { name: string; value: string }[] };

/**
 * `text/calendar; method=REQUEST; name="a b.ics"` taken apart (RFC 2045, 5.1; names of types by RFC 6838, 4.2); null where it is none, such
 * as with a quote that nothing closes. Each parameter once; a value is written in its own characters, never as an encoded word.
 */
export function readContentType(text: string): ContentType | null {
  const type = TYPE.exec(text)?.[0];
  if (!type) return null;
  const params: ContentType['params'] = [];
  let at = type.length;
  while (at < text.length) {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(text);
    if (!found) return null;
    const [whole, name, token, quoted] = found;
    const value = token ?? quoted!.replace(/\\(.)/g, '$1');
    if (value.includes('=?') || params.some((one) => one.name === name!.toLowerCase())) return null;
    params.push({ name: name!.toLowerCase(), value });
    at += whole.length;
  }
  return { type: type.toLowerCase(), params };
}

/** What one parameter says; undefined where there is none, or the text is no content type. */
export function contentTypeParameter(text: string, name: string): string | undefined {
  return readContentType(text)?.params.find((one) => one.name === name)?.value;
}

const TYPE = /^[a-z\d][a-z\d!#$&^_.+-]{0,126}\/[a-z\d][a-z\d!#$&^_.+-]{0,126}/i;
/** Its name without `*`: parts and charsets of RFC 2231 are written by whoever sends. One blank around the semicolon is enough for anybody. */
const PARAMETER = / ?; ?([\w!#$&^.+-]+)=(?:([\w!#$%&'*+.^`{|}~-]+)|"((?:[ !#-[\]-~]|\\[ -~])*)")/gy;
