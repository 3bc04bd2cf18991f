/**
 * What is pressed while a page's code is still on its way would be lost without a word: the button is drawn, and nothing listens. The last such
 * press is kept, and done once React has taken the control over. Links and fields that are typed in need none of it; nor does anything once the
 * page has begun, which its heading tells: what others draw in it then, as an editor does, is never React's.
 *
 * As text, to stand in the page's head. That React has taken an element over shows by a property of that name; should it once have another
 * one, e2e/early-press.spec.ts fails.
 */
const KEEP = `
(() => {
  const isBegun = (element) => Object.keys(element).some((key) => key.startsWith('__reactProps$'));
  let kept, since, waiting;
  const look = () => {
    if (kept.isConnected && isBegun(kept)) kept.click();
    else if (performance.now() - since < 60000) return void (waiting = setTimeout(look, 50));
    kept = waiting = undefined;
  };
  addEventListener('click', (event) => {
    const control = event.target.closest?.('a[href], button, label, input');
    // Of a label what it stands for.
    const { type } = control?.control ?? control ?? {};
    if (!/^(button|submit|checkbox|radio)$/.test(type) || isBegun(control)) return;
    const heading = document.querySelector('h1');
    if (heading && isBegun(heading)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept = control;
    since = performance.now();
    waiting ??= setTimeout(look, 50);
  }, true);
})()`;

export function EarlyPresses({ nonce }: { nonce?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write the signs of a script as those of a text; nothing of it is anybody's.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: KEEP }} />;
}
