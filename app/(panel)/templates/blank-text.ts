import { richText } from '@/lib/templates/blocks/rich-text/write';
import { write } from '@/lib/templates/starters/write';

/** What a new template says until somebody writes it: a page that can be published as it is, in blocks or as source. */
export function blankText(title: string, words: string, kind: 'blocks' | 'mjml') {
  const text = words.replace(/[<>&{}]/g, '');
  return { subject: title, kind, source: kind === 'blocks' ? blankBlocks(text) : blankMjml(text) };
}

function blankBlocks(text: string): string {
  return JSON.stringify(write({}, [{ columns: [[{ kind: 'text', content: richText(text) }]] }]));
}

function blankMjml(text: string): string {
  return `<mjml>
  <mj-head>
    <mj-attributes>
      <mj-all font-family="Arial, Helvetica, sans-serif" />
    </mj-attributes>
  </mj-head>
  <mj-body>
    <mj-section padding="32px 24px">
      <mj-column>
        <mj-text font-size="16px" line-height="24px">${text}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
}
