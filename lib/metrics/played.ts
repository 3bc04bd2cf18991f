/**
 * An expression over a message's row: it came to rest with nobody having it, and every refusal was played by a sandbox. Nobody's mail has
 * failed then, so no figure and no list of failures has it.
 */
export function isPlayed(m: string): string {
  return `(${m}.status in ('failed', 'bounced') and ${m}.recipients @? '$[*] ? (exists(@.played))'
    and not ${m}.recipients @? '$[*] ? ((@.status == "failed" || @.status == "bounced") && !exists(@.played))')`;
}
