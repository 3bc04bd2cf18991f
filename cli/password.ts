import { createInterface } from 'node:readline';
import { createInterface as createDialogue } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { misuse } from './misuse';

/** Asked for at a terminal, unseen and twice; otherwise, or when told so, the first line of standard input. @throws AppError validation_failed */
export function readPassword(fromStandardInput = false): Promise<string> {
  return fromStandardInput || !process.stdin.isTTY ? readLine() : ask();
}

/** No more than the line: what holds the other end need not close it. */
async function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw misuse('password', 'standard input was empty');
}

async function ask(): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  // From here to its end the terminal shows nothing of what is typed, also between the questions.
  const dialogue = createDialogue({ input: process.stdin, output: unseen, terminal: true });
  dialogue.on('SIGINT', () => process.exit(130));
  const answer = async (question: string) => {
    process.stderr.write(question);
    const line = await dialogue.question('');
    process.stderr.write('\n');
    return line;
  };
  try {
    const password = await answer('Password: ');
    if ((await answer('Once more: ')) !== password) throw misuse('password', 'the two are not the same');
    return password;
  } finally {
    dialogue.close();
  }
}
