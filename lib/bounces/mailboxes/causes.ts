/** Why a mailbox cannot be read: a word that programs branch on and the panel explains. */
export const MAILBOX_CAUSES = [
  'dns',
  'private_target',
  'refused',
  'timeout',
  'certificate',
  'no_tls',
  'plain_public',
  'auth',
  'folder',
  'target_folder',
  'read_only',
  'key_missing',
  'account',
  'account_later',
  'protocol',
] as const;
export type MailboxCause = (typeof MAILBOX_CAUSES)[number];

/** What each means in English, for programs and the command line; the panel has its own words. */
export const CAUSE_WORDS: Record<MailboxCause, string> = {
  dns: 'There is no server of that name. Check the host.',
  private_target: 'The host leads to an address of the cloud itself, which is never connected to.',
  refused: 'The server does not take connections at this port. Check host and port.',
  timeout: 'The server did not answer in time. Check host, port and security.',
  certificate: 'The certificate of the server is not to be trusted: wrong name, expired, or unknown.',
  no_tls: 'The server does not offer this kind of encryption. Port 993 goes with TLS, 143 with STARTTLS.',
  plain_public: 'A password goes unencrypted to servers on private addresses only. Choose TLS or STARTTLS.',
  auth: 'The server refuses the user name or the password. Gmail and others want an app password.',
  folder: 'There is no such folder. Check its name; the main one is INBOX.',
  target_folder: 'The folder that read mails are moved to is not there and could not be made.',
  read_only:
    'The folder may only be read: mails cannot be marked or moved. Choose to leave them as they are.',
  key_missing: 'The stored password cannot be opened: its master key is missing. Give the password again.',
  account:
    'The account it signs in with does not let the mailbox be read. Connect it again at its provider, with its mail to be read.',
  account_later: 'The sign-in service of its account does not answer now. It is tried again.',
  protocol: 'The server answers in a way that is not understood, or ended the connection.',
};
