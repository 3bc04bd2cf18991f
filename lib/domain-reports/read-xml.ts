import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Breath } from '@/lib/async/breath';
import { ReportRefusal } from './refusal';

export type XmlNode = { [name: string]: XmlValue };
export type XmlValue = string | XmlNode | XmlValue[];

const MOST_RECORDS = 20_000;
/** Of one record: one with a hundred signatures (RFC 9990, "DKIM Signatures") has some 20 KB. It is parsed in one go: some 7 ms. */
const MOST_RECORD_CHARACTERS = 64 * 1024;
const MOST_HEAD_CHARACTERS = 64 * 1024;

/** Numbers stay as written: an id of a report `00123e4` is no number. */
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  removeNSPrefix: true,
  htmlEntities: true,
  trimValues: true,
});

/**
 * A report in its two halves: all that stands once, and its records, each parsed alone, so that a long report holds nobody up. A document
 * type is refused unread: entities of its own are what bombs and thieves are made of. @throws ReportRefusal
 */
export async function readFeedback(bytes: Buffer): Promise<{ head: XmlNode; records: XmlNode[] }> {
  const breath = new Breath();
  const text = decodeXml(bytes);
  await breath.take();
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ReportRefusal('doctype');
  const { head, records } = await cutRecords(text, breath);
  const root = parse(head);
  const { feedback } = root;
  if (!isNode(feedback) || Object.keys(root).some((name) => name !== 'feedback' && name !== '?xml'))
    throw new ReportRefusal('not_a_report');
  const parsed: XmlNode[] = [];
  for (const piece of records) {
    await breath.take();
    const { record } = parse(piece);
    if (!isNode(record)) throw new ReportRefusal('bad_record');
    parsed.push(record);
  }
  return { head: feedback, records: parsed };
}

/** As the text says of itself, or by the mark at its beginning (XML 1.0, F). */
export function decodeXml(bytes: Buffer): string {
  const said = /^.{0,4}<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]{1,40})["']/s.exec(
    bytes.toString('latin1', 0, 200),
  );
  const [a, b] = bytes;
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : (said?.[1] ?? 'utf-8');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const OPEN = /<((?:[A-Za-z_][\w.-]{0,40}:)?)record(?:\s[^<>]{0,500})?>/;

/** So many are found between two looks at the clock. */
const AT_ONCE = 500;

async function cutRecords(text: string, breath: Breath): Promise<{ head: string; records: string[] }> {
  const records: string[] = [];
  let head = '';
  let from = 0;
  // Its own place, as others read reports meanwhile.
  const open = new RegExp(OPEN, 'g');
  for (let found = open.exec(text); found; found = open.exec(text)) {
    const close = `</${found[1]}record>`;
    const end = text.indexOf(close, open.lastIndex);
    if (end < 0) throw new ReportRefusal('broken_xml');
    if (records.length === MOST_RECORDS) throw new ReportRefusal('too_many_records');
    if (end - found.index > MOST_RECORD_CHARACTERS) throw new ReportRefusal('bad_record');
    // Its own name alone: a prefix that the whole document declares would be unknown in a piece.
    records.push(`<record>${text.slice(open.lastIndex, end)}</record>`);
    head += text.slice(from, found.index);
    from = end + close.length;
    open.lastIndex = from;
    if (records.length % AT_ONCE === 0) await breath.take();
  }
  head += text.slice(from);
  if (head.length > MOST_HEAD_CHARACTERS) throw new ReportRefusal('broken_xml');
  return { head: head.replace(/^\uFEFF/, '').trim(), records };
}

/** The parser alone takes garbage and cut files without a word. */
function parse(text: string): XmlNode {
  if (XMLValidator.validate(text) !== true) throw new ReportRefusal('broken_xml');
  try {
    return parser.parse(text) as XmlNode;
  } catch {
    throw new ReportRefusal('broken_xml');
  }
}

export function isNode(value: XmlValue | undefined): value is XmlNode {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The nodes of a name, whether there is none, one or several. */
export function nodesOf(node: XmlNode, name: string): XmlNode[] {
  return [node[name] ?? []].flat().filter((one): one is XmlNode => isNode(one));
}

/** The first of a name as a text; null: none, or an empty one. */
export function textOf(node: XmlNode, name: string): string | null {
  const [value] = [node[name] ?? []].flat();
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
