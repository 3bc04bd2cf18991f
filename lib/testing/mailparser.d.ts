/** The part of mailparser that the tests use; the package brings no types. */
declare module 'mailparser' {
  type Mailboxes = { value: { address?: string; name: string }[] };
  export type ParsedMail = {
    headers: Map<string, unknown>;
    headerLines: { key: string; line: string }[];
    subject?: string;
    from?: Mailboxes;
    to?: Mailboxes;
    cc?: Mailboxes;
    bcc?: Mailboxes;
    replyTo?: Mailboxes;
    messageId?: string;
    references?: string | string[];
    html: string | false;
    text?: string;
    attachments: { filename?: string; contentType: string; content: Buffer; cid?: string }[];
  };
  export function simpleParser(
    source: Buffer | string,
    options?: { skipTextToHtml?: boolean; skipHtmlToText?: boolean; skipImageLinks?: boolean },
  ): Promise<ParsedMail>;
}
