/**
 * `Ana <a@b.c>, "Gómez, Luis" <d@e.f>` at its commas, as several APIs take recipients; what is within quotes or angle brackets stays together. In
 * one pass, for text of any length; the parts are not judged.
 */
export function splitAddresses(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted && letter === '\\') at++;
    else if (letter === '"' && !bracketed) quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '<') bracketed = true;
    else if (letter === '>') bracketed = false;
    else if (letter === ',' && !bracketed) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter(Boolean);
}
