import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

export type ImapMail = { uid: number; raw: Buffer; flags: Set<string>; at: Date };
export type ImapFolder = { uidValidity: number; uidNext: number; mails: ImapMail[] };

/** What a server does instead of answering; a text is an answer, with `TAG` for the tag of the command. */
export type ImapTurn = 'hang' | 'drop' | string;

type Options = {
  login?: { username: string; password: string };
  /** Signs in with an access token as well (XOAUTH2). */
  oauth?: { username: string; accepts: (token: string) => boolean };
  security?: 'none' | 'tls' | 'starttls';
  certificate?: { key: Buffer; cert: Buffer };
  capabilities?: string[];
  /** Said first; `hang`: nothing is. */
  greeting?: ImapTurn;
  /** Asked before each command: undefined lets it be answered as usual. */
  onCommand?: (line: string) => ImapTurn | undefined;
};

export type ImapServer = {
  server: Server;
  folders: Record<string, ImapFolder>;
  /** Without their tags. */
  commands: string[];
  /** Another mail in a folder, with the next number. */
  add: (raw: Buffer, folder?: string) => number;
};

/** As much of an IMAP server (RFC 3501, 6851) as reads a mailbox, to be listened on a free port by whoever makes it. */
export function createImapServer(options: Options = {}): ImapServer {
  const folders: Record<string, ImapFolder> = { INBOX: { uidValidity: 1, uidNext: 1, mails: [] } };
  const commands: string[] = [];
  const talk = (socket: Socket) => new Conversation(socket, options, folders, commands);
  const isTls = options.security === 'tls';
  return {
    server: isTls ? createTlsServer({ ...options.certificate }, talk) : createServer(talk),
    folders,
    commands,
    add: (raw, name = 'INBOX') => {
      const folder = folders[name]!;
      folder.mails.push({ uid: folder.uidNext, raw, flags: new Set(), at: new Date() });
      return folder.uidNext++;
    },
  };
}

class Conversation {
  private input = '';
  private opened: ImapFolder | undefined;
  private isIn = false;

  constructor(
    private socket: Socket,
    private readonly options: Options,
    private readonly folders: Record<string, ImapFolder>,
    private readonly commands: string[],
  ) {
    this.listen();
    this.perform(options.greeting ?? '* OK scripted.test ready', '');
  }

  private listen(): void {
    this.socket.setEncoding('latin1');
    this.socket.on('error', () => undefined);
    this.socket.on('data', (chunk: string) => {
      this.input += chunk;
      for (let end = this.input.indexOf('\r\n'); end >= 0; end = this.input.indexOf('\r\n')) {
        const line = this.input.slice(0, end);
        this.input = this.input.slice(end + 2);
        this.take(line);
      }
    });
  }

  private take(line: string): void {
    const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    this.commands.push(command);
    const turn = this.options.onCommand?.(command);
    this.perform(turn ?? this.answer(command), tag);
    if (turn !== undefined) return;
    if (/^STARTTLS$/i.test(command)) this.encrypt();
    if (/^LOGOUT$/i.test(command)) this.socket.end();
  }

  private perform(turn: ImapTurn, tag: string): void {
    if (turn === 'hang') return;
    if (turn === 'drop') this.socket.destroy();
    else this.socket.write(`${turn.replace(/^TAG /m, `${tag} `)}\r\n`, 'latin1');
  }

  private encrypt(): void {
    this.socket.removeAllListeners('data');
    this.socket = new TLSSocket(this.socket, { isServer: true, ...this.options.certificate });
    this.listen();
  }

  private answer(command: string): ImapTurn {
    const [verb = '', ...rest] = command.replace(/^UID /i, '').split(' ');
    const words = rest.join(' ');
    switch (verb.toUpperCase()) {
      case 'CAPABILITY':
        return `* CAPABILITY ${this.capabilities().join(' ')}\r\nTAG OK done`;
      case 'STARTTLS':
        return 'TAG OK begin';
      case 'LOGIN':
        return this.signIn(words);
      case 'AUTHENTICATE':
        return this.signInByToken(rest.at(-1) ?? '');
      case 'LIST':
        return this.list(words);
      case 'CREATE':
        return this.create(unquoted(words));
      case 'SELECT':
        return this.select(unquoted(words));
      case 'SEARCH':
        return this.search(words);
      case 'FETCH':
        return this.fetch(words);
      case 'STORE':
        return this.store(words);
      case 'MOVE':
        return this.move(words);
      case 'LOGOUT':
        return '* BYE\r\nTAG OK bye';
      case 'NOOP':
      case 'SUBSCRIBE':
      case 'CLOSE':
        return 'TAG OK done';
      default:
        return 'TAG BAD not known';
    }
  }

  private capabilities(): string[] {
    const upgrade = this.options.security === 'starttls' && !(this.socket instanceof TLSSocket);
    return [
      'IMAP4rev1',
      'MOVE',
      ...(upgrade ? ['STARTTLS'] : []),
      ...(this.options.oauth ? ['AUTH=XOAUTH2', 'SASL-IR'] : []),
      ...(this.options.capabilities ?? []),
    ];
  }

  private signIn(words: string): ImapTurn {
    const { username, password } = this.options.login ?? {};
    const [, user, pass] = /^"?([^"\s]*)"? "?([^"\s]*)"?$/.exec(words) ?? [];
    this.isIn = username === undefined || (user === username && pass === password);
    return this.isIn ? 'TAG OK in' : 'TAG NO [AUTHENTICATIONFAILED] Invalid credentials';
  }

  /** https://developers.google.com/workspace/gmail/imap/xoauth2-protocol */
  private signInByToken(encoded: string): ImapTurn {
    const said = Buffer.from(encoded, 'base64').toString();
    const [user, token] = said.split('\u0001').map((part) => part.replace(/^(?:user=|auth=Bearer )/, ''));
    const { oauth } = this.options;
    this.isIn = user === oauth?.username && !!oauth?.accepts(token ?? '');
    return this.isIn ? 'TAG OK in' : `TAG NO [AUTHENTICATIONFAILED] no such token ${token}`;
  }

  private list(words: string): ImapTurn {
    const asked = unquoted(words.split(' ').at(-1) ?? '');
    const names = Object.keys(this.folders).filter((name) => asked === '*' || asked === name);
    if (asked === '') return '* LIST (\\Noselect) "/" ""\r\nTAG OK done';
    return [...names.map((name) => `* LIST () "/" "${name}"`), 'TAG OK done'].join('\r\n');
  }

  private create(name: string): ImapTurn {
    if (this.folders[name]) return 'TAG NO [ALREADYEXISTS] it is there';
    this.folders[name] = { uidValidity: 1, uidNext: 1, mails: [] };
    return 'TAG OK made';
  }

  private select(name: string): ImapTurn {
    this.opened = this.folders[name];
    if (!this.opened) return 'TAG NO [NONEXISTENT] no such folder';
    const { mails, uidValidity, uidNext } = this.opened;
    return [
      '* FLAGS (\\Seen \\Deleted)',
      `* ${mails.length} EXISTS`,
      '* 0 RECENT',
      `* OK [UIDVALIDITY ${uidValidity}] valid`,
      `* OK [UIDNEXT ${uidNext}] next`,
      'TAG OK [READ-WRITE] open',
    ].join('\r\n');
  }

  private search(words: string): ImapTurn {
    const mails = this.opened!.mails;
    const from = /UID (\d+):\*/i.exec(words)?.[1];
    const since = /SINCE "?([\w-]+)"?/i.exec(words)?.[1];
    // As RFC 3501 has it, `n:*` names the last one even where that is smaller.
    const found = mails.filter(({ uid, at }, index) =>
      from ? uid >= Number(from) || index === mails.length - 1 : at.getTime() >= Date.parse(`${since} UTC`),
    );
    return `* SEARCH${found.map(({ uid }) => ` ${uid}`).join('')}\r\nTAG OK done`;
  }

  private fetch(words: string): ImapTurn {
    const index = this.opened!.mails.findIndex(({ uid }) => uid === Number(words.split(' ')[0]));
    if (index < 0) return 'TAG OK none';
    const { uid, raw } = this.opened!.mails[index]!;
    const [, start = '0', length = String(raw.length)] = /<(\d+)\.(\d+)>/.exec(words) ?? [];
    const part = raw.subarray(Number(start), Number(start) + Number(length)).toString('latin1');
    return `* ${index + 1} FETCH (UID ${uid} BODY[]<${start}> {${part.length}}\r\n${part})\r\nTAG OK done`;
  }

  private store(words: string): ImapTurn {
    const mail = this.opened!.mails.find(({ uid }) => uid === Number(words.split(' ')[0]));
    for (const [flag] of words.matchAll(/\\\w+/g)) mail?.flags.add(flag);
    return 'TAG OK done';
  }

  private move(words: string): ImapTurn {
    const [uid, ...name] = words.split(' ');
    const target = this.folders[unquoted(name.join(' '))];
    if (!target) return 'TAG NO [TRYCREATE] no such folder';
    const index = this.opened!.mails.findIndex((mail) => mail.uid === Number(uid));
    if (index < 0) return 'TAG OK none';
    const [mail] = this.opened!.mails.splice(index, 1);
    target.mails.push({ ...mail!, uid: target.uidNext++ });
    return `* ${index + 1} EXPUNGE\r\nTAG OK done`;
  }
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}
