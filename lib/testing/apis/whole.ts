import { simpleParser } from 'mailparser';
import addressparser from 'nodemailer/lib/addressparser';
import type { ApiCallSeen } from '../api-server';
import { decodeWords } from '../decode-words';
import * as brevo from './brevo';
import * as mailgun from './mailgun';
import * as postmark from './postmark';
import * as resend from './resend';
import * as sendgrid from './sendgrid';
import * as ses from './ses';

type Person = { email: string; name?: string };

/** What a provider was handed, whatever its words for it. */
export type Whole = {
  from: Person;
  to: Person[];
  cc: Person[];
  bcc: string[];
  replyTo: Person[];
  subject: string;
  text?: string;
  html?: string;
  /** Names in lower case, values as a mail program reads them. */
  headers: Record<string, string>;
  files: { name: string; content: string; inline: boolean }[];
  /** Tags, and the values of metadata, where the API has a field for them. */
  labels?: string[];
};

/** Reads the request as strictly as the provider does: throws at what it refuses. */
export const WHOLE: Record<string, (call: ApiCallSeen) => Whole | Promise<Whole>> = {
  sendgrid: (call) => {
    const { mail } = sendgrid.readSend(call);
    const person = ({ email, name }: Person) =>
      named(email, name?.replace(/^"(.*)"$/, '$1').replaceAll('\\"', '"'));
    const [{ to, cc = [], bcc = [] }] = mail.personalizations as [(typeof mail.personalizations)[number]];
    return {
      from: person(mail.from),
      to: to.map(person),
      cc: cc.map(person),
      bcc: bcc.map(({ email }) => email),
      replyTo: (mail.reply_to_list ?? (mail.reply_to ? [mail.reply_to] : [])).map(person),
      subject: mail.subject,
      text: mail.content.find(({ type }) => type === 'text/plain')?.value,
      html: mail.content.find(({ type }) => type === 'text/html')?.value,
      headers: readHeaders(Object.entries(mail.headers)),
      files: (mail.attachments ?? []).map(({ filename, content, disposition }) => ({
        name: filename,
        content,
        inline: disposition === 'inline',
      })),
      labels: [...(mail.categories ?? []), ...Object.values(mail.custom_args)],
    };
  },
  postmark: (call) => {
    const { mail } = postmark.readSend(call);
    const people = (list: { address: string; name: string }[] = []) =>
      list.map(({ address, name }) => named(address, name));
    return {
      from: people(mail.From)[0]!,
      to: people(mail.To),
      cc: people(mail.Cc),
      bcc: people(mail.Bcc).map(({ email }) => email),
      replyTo: people(mail.ReplyTo),
      subject: mail.Subject,
      text: mail.TextBody,
      html: mail.HtmlBody,
      headers: readHeaders(mail.Headers.map(({ Name, Value }) => [Name, Value])),
      files: mail.Attachments.map(({ Name, Content, ContentID }) => ({
        name: Name,
        content: Content,
        inline: ContentID !== undefined,
      })),
      labels: [mail.Tag ?? '', ...Object.values(mail.Metadata)],
    };
  },
  resend: (call) => {
    const { body } = resend.readSend(call);
    const people = (list: string[] = []) => list.flatMap(readPeople);
    return {
      from: people([body.from])[0]!,
      to: people(body.to),
      cc: people(body.cc),
      bcc: people(body.bcc).map(({ email }) => email),
      replyTo: people(body.reply_to),
      subject: body.subject,
      text: body.text || undefined,
      html: body.html,
      headers: readHeaders(Object.entries(body.headers)),
      files: (body.attachments ?? []).map(({ filename, content, content_id }) => ({
        name: filename,
        content,
        inline: content_id !== undefined,
      })),
      labels: body.tags.map(({ value }) => value),
    };
  },
  brevo: (call) => {
    const { mail } = brevo.readSend(call);
    const person = ({ email, name }: Person) => named(email, name);
    return {
      from: person(mail.sender),
      to: mail.to.map(person),
      cc: (mail.cc ?? []).map(person),
      bcc: (mail.bcc ?? []).map(({ email }) => email),
      replyTo: mail.replyTo ? [person(mail.replyTo)] : [],
      subject: mail.subject,
      text: mail.textContent,
      html: mail.htmlContent,
      headers: readHeaders(Object.entries(mail.headers ?? {}) as [string, string][]),
      files: (mail.attachment ?? []).map(({ name, content }) => ({ name, content, inline: false })),
      labels: [...(mail.tags ?? []), ...Object.values(JSON.parse(mail.headers['X-Mailin-custom']))].map(
        String,
      ),
    };
  },
  mailgun: async (call) => {
    const { raw, to: envelope, mail, form } = await mailgun.readSend(call);
    if (raw) return { ...(await readMime(raw, envelope)), labels: labelsOf(form ?? {}) };
    const fields = mail as Record<string, unknown>;
    return {
      from: mail!.from,
      to: mail!.to,
      cc: mail!.cc ?? [],
      bcc: (mail!.bcc ?? []).map(({ email }) => email),
      replyTo: readPeople(mail!['h:Reply-To'] ?? ''),
      subject: mail!.subject,
      text: mail!.text,
      html: mail!.html,
      headers: readHeaders(
        Object.entries(fields).flatMap(([name, value]) =>
          name.startsWith('h:') ? [[name.slice(2), String(value)] as [string, string]] : [],
        ),
      ),
      files: await Promise.all(
        (mail!.attachment ?? []).map(async (file) => ({
          name: file.name,
          content: Buffer.from(await file.arrayBuffer()).toString('base64'),
          inline: false,
        })),
      ),
      labels: labelsOf(fields),
    };
  },
  ses: async (call) => {
    const { raw, to, mail } = ses.readSend(call);
    return { ...(await readMime(raw, to)), labels: mail.EmailTags?.map(({ Value }) => Value) };
  },
};

/** A mail as it goes over SMTP: who is in the envelope and in no header had a blind copy. */
export async function readMime(raw: Buffer, envelope: string[]): Promise<Whole> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true });
  const lines = mail.headerLines.map(({ key, line }): [string, string] => [
    key,
    Buffer.from(line, 'latin1')
      .toString('utf8')
      .replace(/^[^:]*:\s*/, '')
      .replace(/\r\n/g, ''),
  ]);
  // As they stand there: the parser would show domains in letters.
  const people = (field: string) => lines.flatMap(([key, value]) => (key === field ? readPeople(value) : []));
  const [to, cc] = [people('to'), people('cc')];
  return {
    from: people('from')[0]!,
    to,
    cc,
    bcc: envelope.filter((address) => ![...to, ...cc].some(({ email }) => email === address)),
    replyTo: people('reply-to'),
    subject: mail.subject!,
    text: mail.text || undefined,
    html: mail.html || undefined,
    headers: readHeaders(lines),
    files: mail.attachments.map(({ filename, content, cid }) => ({
      name: filename!,
      content: content.toString('base64'),
      inline: cid !== undefined,
    })),
  };
}

function named(email: string, name?: string): Person {
  return name ? { email, name: decodeWords(name) } : { email };
}

function readPeople(text: string): Person[] {
  return addressparser(text, { flatten: true }).map(({ address, name }) => named(address, name));
}

function readHeaders(entries: [string, string][]): Record<string, string> {
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), decodeWords(value)]));
}

function labelsOf(fields: Record<string, unknown>): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith('v:') || name === 'o:tag' ? [value].flat().map(String) : [],
  );
}
