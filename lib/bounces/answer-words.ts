/** Of a long one the beginning tells what it is about; the whole is in the mailbox. */
const MOST = 2_000;

/** What mail programs put over the message that is answered; some break the line. */
const INTRODUCTIONS = [
  /^\s*(?:On|Am|El|Le|Il|Em|Op|Den)\b.{5,200}(?:wrote|schrieb|escribi[oó]|a écrit|ha scritto|escreveu|schreef|skrev)[^:]{0,80}:\s*$/i,
  /^\s*-{2,}\s*(?:original message|mensaje original|mensagem original|urspr[uü]ngliche nachricht|message d'origine|messaggio originale|forwarded message)\s*-{2,}\s*$/i,
  /^\s*_{20,}\s*$/,
  /^\s*(?:From|De|Von|Da)\s*:\s*\S.*@/i,
];

/** What somebody wrote, without the message that it answers. Empty where nothing is left. */
export function answerWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const quoted = lines.findIndex((line, n) => isIntroduction(line, lines[n + 1] ?? ''));
  const above = ownLines(lines.slice(0, quoted === -1 ? undefined : quoted));
  // Some write below what they answer, or between its lines.
  return (above || ownLines(lines)).slice(0, MOST).toWellFormed();
}

function isIntroduction(line: string, next: string): boolean {
  return (
    INTRODUCTIONS.some((begin) => begin.test(line)) || INTRODUCTIONS[0]!.test(`${line.trim()} ${next.trim()}`)
  );
}

function ownLines(lines: string[]): string {
  return lines
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
