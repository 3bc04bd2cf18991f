import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

/** What every text has, whatever its language. Its colours are those of the theme, by the classes of `code-editor.module.css`. */
export function basics(phrases: Record<string, string>): Extension[] {
  return [
    EditorView.cspNonce.of(nonceOf(document)),
    EditorState.phrases.of(phrases),
    EditorState.tabSize.of(2),
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    syntaxHighlighting(classHighlighter),
    // No Tab among them: it goes on to the next field, as everywhere. Ctrl+] and Ctrl+[ indent.
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
    ]),
    EditorView.contentAttributes.of({
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
      // Also where nothing may be written: what scrolls is reached by the keyboard.
      tabindex: '0',
    }),
    EditorView.theme({ '&': { maxHeight: '40rem' }, '.cm-scroller': { overflow: 'auto' } }),
  ];
}

/** Styles that CodeMirror writes pass the page's policy by the nonce of its scripts. */
function nonceOf(page: Document): string {
  return page.querySelector<HTMLElement>('script[nonce], style[nonce]')?.nonce ?? '';
}
